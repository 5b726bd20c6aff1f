import type { APIRoute, GetStaticPaths } from 'astro';
import { listParts } from '../../../copies.ts';

export const getStaticPaths = (async () =>
  (await listParts('speeches')).map(({ name, content }) => ({
    params: { part: name },
    props: { content },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(props.content);
