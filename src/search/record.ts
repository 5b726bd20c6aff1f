/** What the browser reads of a document in order to verify, show and mark hits; written beside the index, one file a document. */
import type { TagKind } from '../data/tags.ts';
import type { Mark, TextBlock } from '../text/speech.ts';

export type TagName = TagKind['kind'];

/** Tags of a document: what it can be filtered by. */
export type Tags = Record<TagName, { slug: string; label: string }[]>;

export const noTags: Tags = { topics: [], places: [], years: [], genres: [], completeness: [] };

export interface SearchRecord {
  id: string;
  /** Address below the base path, e.g. `speeches/iot-industry-cluster/`. */
  path: string;
  title: string;
  /** true: the title is no text of the document and is not searched. */
  titleDerived: boolean;
  /** Day, month or year in which the speech was given or issued, e.g. `2024-10`; null where the copy does not say. */
  date: string | null;
  /** e.g. `浙江省金华市兰溪市`; null where the copy does not say. */
  place: string | null;
  tags: Tags;
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

/** Newest first, those without a date last; ids settle the rest. The order in which a library numbers its documents. */
export function newestFirst(a: Dated, b: Dated): number {
  if (a.date !== b.date) return (a.date ?? '') < (b.date ?? '') ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

interface Dated {
  id: string;
  date: string | null;
}
