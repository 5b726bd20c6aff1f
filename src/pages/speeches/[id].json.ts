import type { APIRoute, GetStaticPaths } from 'astro';
import { speechOf } from '../../content.ts';
import { formPages, speechForms } from '../../copies.ts';

export const getStaticPaths = (() => formPages('json')) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await speechForms.json(speechOf(props.id)));
