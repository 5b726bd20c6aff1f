/** What the browser reads of a document in order to verify, show and mark hits; written beside the index, one file a document. */
import { entryWords, outlinePlaces } from '../text/outline.ts';
import { type Mark, type Speech, type TextBlock, textBlocks } from '../text/speech.ts';

export interface SearchRecord {
  id: string;
  /** Address below the base path, e.g. `speeches/iot-industry-cluster/`. */
  path: string;
  title: string;
  /** true: the title is no text of the document and is not searched. */
  titleDerived: boolean;
  /** Year in which the speech was given or issued, e.g. `2024`; null where the copy does not say. */
  year: string | null;
  /** e.g. `浙江省金华市兰溪市`; null where the copy does not say. */
  place: string | null;
  /** Words of the outline entries (marker and heading) by id. */
  outline: Record<string, string>;
  blocks: SearchBlock[];
}

/** Text that a hit can stand in. A hit never crosses a block's end. */
export interface SearchBlock {
  /** Fragment that opens the block on the document's page; empty opens the page itself. */
  id: string;
  kind: TextBlock['kind'];
  text: string;
  marks: Mark[];
  /** Ids of the outline entries in force from `from` (UTF-16 offset) on, outermost first. The first stands at 0. */
  places: { from: number; path: string[] }[];
}

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
  const year = (delivered ?? issued)?.slice(0, 4) ?? null;
  return { id, path: `speeches/${id}/`, title, titleDerived, year, place, outline, blocks };
}

/** What the index holds, for the browser: which record each of its pages is, and how much text there is. */
export interface Catalogue {
  /** Record ids by the index's own page ids. */
  pages: Record<string, string>;
  documents: number;
  /** Characters of all blocks, spaces not counted. */
  characters: number;
}
