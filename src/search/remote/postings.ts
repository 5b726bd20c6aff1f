/** A library behind a posting file: a query reads one small bucket for each of its terms. */
import type { Candidate, Filters } from '../library.ts';
import { files } from '../library.ts';
import type { Need } from '../match.ts';
import {
  bucketOf,
  frequencyOf,
  HEADING,
  type Posting,
  readEntry,
  readingTerms,
  readStamp,
  TITLE,
  tagTerm,
} from '../postings/format.ts';
import type { FileStore } from './files.ts';

/** Documents by rising number, each with the value of what it has. */
type Held = Posting[];

export class PostingIndex {
  readonly #store: FileStore;
  readonly #key: (folded: string) => string;
  readonly #size: Size;

  /** @param key as in `Forms`: terms are made of representatives */
  constructor(store: FileStore, key: (folded: string) => string, size: Size) {
    this.#store = store;
    this.#key = key;
    this.#size = size;
  }

  async candidates(needs: Need[][], filters: Filters): Promise<Candidate[]> {
    const tags = Object.entries(filters).flatMap(([kind, slugs]) => slugs.map((slug) => tagTerm(kind, slug)));
    const groups = await Promise.all([
      ...needs.map((group) => this.#any(group)),
      ...tags.map(async (tag) => plain(await this.#term(tag))),
    ]);
    const narrowing = groups.filter((group) => group !== null);
    if (narrowing.length === 0)
      return Array.from({ length: this.#size.documents }, (_, document) => ({ document, promise: 0 }));
    return intersection(narrowing, (a, b) => a + b).map(({ document, value }) => ({ document, promise: value }));
  }

  /** null where one of the alternatives is for the text alone to tell. */
  async #any(group: Need[]): Promise<Held | null> {
    if (group.some(({ readings }) => readings.length === 0)) return null;
    const alternatives = group.flatMap(({ field, readings }) =>
      readings.map((reading) => this.#reading(reading, field)),
    );
    return union(await Promise.all(alternatives));
  }

  async #reading(reading: string, field: Need['field']): Promise<Held> {
    const held = await Promise.all(readingTerms(this.#key(reading)).map((term) => this.#term(term)));
    const needed = { text: 0, heading: HEADING, title: TITLE }[field];
    // Where the terms stand is what they have in common, and the rarest of them tells how often the whole can stand there.
    return intersection(held, common)
      .filter(({ value }) => (value & needed) === needed)
      .map(({ document, value }) => ({ document, value: promiseOf(value) }));
  }

  async #term(term: string): Promise<Held> {
    const { buckets, stamp } = this.#size;
    const path = files.bucket(bucketOf(term, buckets));
    const bucket = await this.#store.packed(
      path,
      ({ content }) => content,
      (bytes) => readStamp(bytes) === stamp,
    );
    return readEntry(bucket, term);
  }
}

interface Size {
  buckets: number;
  documents: number;
  stamp: number;
}

/** A title outweighs a heading, a heading any frequency: as in `rank.ts`, which has the last word. */
function promiseOf(value: number): number {
  return (value & TITLE ? 20 : 0) + (value & HEADING ? 8 : 0) + frequencyOf(value) + 1;
}

function common(a: number, b: number): number {
  return (a & b & (TITLE | HEADING)) | Math.min(frequencyOf(a), frequencyOf(b));
}

function plain(held: Held): Held {
  return held.map(({ document }) => ({ document, value: 0 }));
}

/** Documents in all lists, the shortest first. */
function intersection(lists: Held[], join: (a: number, b: number) => number): Held {
  const [shortest = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  return others.reduce((left, right) => both(left, right, join), shortest);
}

function both(left: Held, right: Held, join: (a: number, b: number) => number): Held {
  const found: Held = [];
  let at = 0;
  for (const { document, value } of left) {
    while (at < right.length && (right[at] as Posting).document < document) at++;
    const other = right[at];
    if (other?.document === document) found.push({ document, value: join(value, other.value) });
  }
  return found;
}

/** Documents in any list, with the highest of their values. */
function union(lists: Held[]): Held {
  if (lists.length === 1) return lists[0] as Held;
  const values = new Map<number, number>();
  for (const { document, value } of lists.flat()) values.set(document, Math.max(value, values.get(document) ?? 0));
  return [...values].map(([document, value]) => ({ document, value })).sort((a, b) => a.document - b.document);
}
