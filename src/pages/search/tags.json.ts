/** Names of all tags by kind and slug, for an address that names tags which no result shows. */
import { allSpeeches } from '../../content.ts';
import { tagged, tagKinds } from '../../data/tags.ts';

export const GET = () => {
  const speeches = allSpeeches();
  const named = tagKinds.map((kind) => [
    kind.kind,
    Object.fromEntries(tagged(kind, speeches).map(({ tag }) => [tag.slug, tag.label])),
  ]);
  return new Response(JSON.stringify(Object.fromEntries(named)));
};
