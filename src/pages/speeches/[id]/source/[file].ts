/** The copy of a speech, byte for byte. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { allSpeeches, copyOf } from '../../../../content.ts';
import { speechPages } from '../../../../made.ts';
import { publishedName } from '../../../../source/file.ts';

export const getStaticPaths = (() =>
  speechPages(
    allSpeeches().map(({ meta: { id, source } }) => ({
      params: { id, file: publishedName(source.file) },
      props: { file: source.file, sha256: source.sha256 },
    })),
    ({ params }) => params.id,
    ({ params }) => `speeches/${params.id}/source/${params.file}`,
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await copyOf(props.file));
