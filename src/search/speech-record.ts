/** A speech as a search record. At build time alone: vocabularies and schema are no load for a browser. */
import { tagKinds } from '../data/tags.ts';
import { entryWords, outlinePlaces } from '../text/outline.ts';
import { type Speech, textBlocks } from '../text/speech.ts';
import { noTags, type SearchRecord } from './record.ts';

/** All text of the speech. Derived titles, notes and absent parts are no blocks and so are never found. */
export function speechRecord(speech: Speech): SearchRecord {
  const { id, title, titleDerived, delivered, issued, place } = speech.meta;
  const places = outlinePlaces(speech);
  const blocks = textBlocks(speech).map((block) => ({
    id: block.id,
    kind: block.kind,
    text: block.text,
    marks: block.marks,
    places: (places.get(block.id) ?? []).map(({ from, path }) => ({ from, path: path.map((entry) => entry.id) })),
  }));
  const outline = Object.fromEntries(speech.outline.map((entry) => [entry.id, entryWords(entry)]));
  const tags = { ...noTags };
  for (const { kind, tagsOf } of tagKinds) tags[kind] = tagsOf(speech).map(({ slug, label }) => ({ slug, label }));
  return { id, path: `speeches/${id}/`, title, titleDerived, date: delivered ?? issued, place, tags, outline, blocks };
}
