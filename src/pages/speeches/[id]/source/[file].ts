/** The copy of a speech, byte for byte. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { allSpeeches, copyOf } from '../../../../content.ts';
import { publishedName } from '../../../../source/file.ts';

export const getStaticPaths = (() =>
  allSpeeches().map(({ speech: { meta } }) => ({
    params: { id: meta.id, file: publishedName(meta.source.file) },
    props: { file: meta.source.file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await copyOf(props.file));
