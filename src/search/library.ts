/** Where documents come from, whatever index lies behind. */
import type { FormPairs } from './forms.ts';
import type { Need } from './match.ts';
import type { SearchRecord, TagName } from './record.ts';
import type { PackedWords } from './words.ts';

/** Slugs that a document must have, all of them. */
export type Filters = Partial<Record<TagName, string[]>>;

/** What the index supposes of a document; only its text decides. */
export interface Candidate {
  /** Number in the library: from 0, newest first. */
  document: number;
  /** The higher, the likelier that the document stands high; equal for all where the index knows nothing. */
  promise: number;
}

/** Every method may fail, and says so by rejecting. */
export interface Library {
  /** At least all documents that meet the needs and pass the filters, newest first. No needs: all documents. */
  candidates(needs: Need[][], filters: Filters, signal: AbortSignal): Promise<Candidate[]>;
  record(document: number): Promise<SearchRecord>;
  catalogue(): Promise<Catalogue>;
}

/** What the index holds as a whole. */
export interface Catalogue {
  /** All files of one version of a library bear the same number, so that files of two versions are never taken together. */
  stamp: number;
  /** What narrows the candidates (see 0005 and 0021 of the decisions). Pagefind's indexes are one where `parts` is not said. */
  index: { engine: 'pagefind'; parts?: number } | { engine: 'postings'; buckets: number };
  /** Version of the library, as on its pages; empty where it has none of its own. */
  version: string;
  documents: number;
  /** Characters of all blocks, spaces not counted. */
  characters: number;
  /** Forms of the characters that stand in the library. */
  forms: FormPairs;
}

/** Ids of so many documents stand in one file. */
const PART = 64;

/** Addresses below the folder of a library. `.bin` is compressed by gzip whatever the host does. */
export const files = {
  catalogue: 'catalogue.json',
  /** `IdPart` */
  ids: (part: number) => `ids/${part}.bin`,
  record: (id: string) => `records/${id}.bin`,
  /** `PackedWords` in compressed JSON, read only for suggestions. */
  words: 'words.bin',
  /** Folder of one of Pagefind's indexes; the first holds the engine too. */
  pagefind: (part: number, parts: number) => (parts > 1 ? `index/${part}/` : 'index/'),
  /** `PagefindPages` */
  pages: 'index/pages.json',
  bucket: (bucket: number) => `postings/${bucket.toString(36)}.bin`,
};

/** In which part of the ids a document stands, and where in it. */
export function placeOf(document: number): { part: number; at: number } {
  return { part: Math.floor(document / PART), at: document % PART };
}

/** A part of the documents in the order of their numbers: id, and CRC-32 of the text's file. */
export interface IdPart {
  stamp: number;
  documents: [id: string, sum: number][];
}

export function idParts(stamp: number, documents: IdPart['documents']): IdPart[] {
  const count = Math.ceil(documents.length / PART);
  return Array.from({ length: count }, (_, part) => ({
    stamp,
    documents: documents.slice(part * PART, (part + 1) * PART),
  }));
}

export interface WordList {
  stamp: number;
  words: PackedWords;
}

/** Numbers of documents by Pagefind's own page ids, of all its indexes. */
export interface PagefindPages {
  stamp: number;
  pages: Record<string, number>;
}
