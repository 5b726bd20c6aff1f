import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapParts } from '../copies.ts';

export const getStaticPaths = (async () =>
  (await sitemapParts()).map((content, index) => ({
    params: { part: String(index + 1) },
    props: { content },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(props.content);
