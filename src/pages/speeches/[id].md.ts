import type { APIRoute, GetStaticPaths } from 'astro';
import { speechOf } from '../../content.ts';
import { formPages, speechForms } from '../../copies.ts';

export const getStaticPaths = (() => formPages('md')) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await speechForms.md(speechOf(props.id)));
