import type { APIRoute, GetStaticPaths } from 'astro';
import { allSpeeches } from '../../content.ts';
import { speechForms } from '../../copies.ts';

export const getStaticPaths = (() =>
  allSpeeches().map(({ speech }) => ({ params: { id: speech.meta.id }, props: { speech } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await speechForms.json(props.speech));
