import type { APIRoute, GetStaticPaths } from 'astro';
import { listParts } from '../../../copies.ts';
import { listPages } from '../../../made.ts';

export const getStaticPaths = (async () =>
  listPages(
    (await listParts('speeches')).map(({ name, content }) => ({ params: { part: name }, props: { content } })),
    ({ params }) => `speeches/parts/${params.part}.json`,
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(props.content);
