/** What a search has found so far, and how far it goes. */
import { type Brief, byRank, type FoundDocument, type Placed, type Verified } from './found.ts';
import { newestFirst, type TagName, type Tags } from './record.ts';

export interface Findings {
  query: string;
  /** The first of the documents found so far, with their lines. */
  documents: FoundDocument[];
  /** The others, in order. */
  rest: Brief[];
  /** Occurrences found so far. */
  count: number;
  checked: number;
  candidates: number;
  /** true: every candidate is verified and the counts are exact. */
  complete: boolean;
  /** How many of the documents found so far have which tag, the most frequent first. */
  facets: Record<TagName, Facet[]>;
}

export interface Facet {
  slug: string;
  label: string;
  documents: number;
}

/** How far a search goes by itself. */
export interface Limits {
  /** It stops when so many documents are found … */
  documents: number;
  /** … or so many texts are read. */
  texts: number;
  /** So few candidates are all read, whatever the other limits: better than leaving a count open. */
  few: number;
  /** So many documents are given with their lines. */
  shown: number;
}

export const FIRST: Limits = { documents: 10, texts: 40, few: 20, shown: 20 };
/** Every occurrence is counted. */
export const WHOLE: Limits = { documents: Infinity, texts: Infinity, few: Infinity, shown: 20 };
/** Every occurrence is given. */
export const ALL: Limits = { ...WHOLE, shown: Infinity };

/** What is found while the texts come in. */
export class Collected {
  readonly #query: string;
  readonly #candidates: number;
  readonly #limits: Limits;
  readonly #compare: (a: Placed, b: Placed) => number;
  readonly #facets = new Map<TagName, Map<string, Facet>>();
  /** The first in order. */
  #shown: Shown[] = [];
  /** All others, in any order. */
  readonly #rest: Brief[] = [];
  #count = 0;
  checked = 0;

  constructor({ query, order }: { query: string; order: 'rank' | 'date' }, candidates: number, limits: Limits) {
    this.#query = query;
    this.#candidates = candidates;
    this.#limits = limits;
    this.#compare = order === 'date' ? newestFirst : byRank;
  }

  /**
   * Whether one more text has to be read.
   * @param reading texts that are being read and may match
   */
  wants(reading: number): boolean {
    const { documents, texts, few } = this.#limits;
    if (this.#candidates <= few) return true;
    return this.#shown.length + this.#rest.length + reading < documents && this.checked + reading < texts;
  }

  add(document: number, found: Verified | null): void {
    this.checked++;
    if (!found) return;
    this.#count += found.count;
    this.#place(document, found);
    for (const [name, tags] of Object.entries(found.tags) as [TagName, Tags[TagName]][]) {
      for (const tag of tags) this.#tally(name, tag);
    }
  }

  /** Lines are cut only for a document that is shown, for now. */
  #place(document: number, { id, date, count, score, lines }: Verified): void {
    const brief = { document, id, date, count, score };
    const at = placeIn(this.#shown, brief, this.#compare);
    if (at >= this.#limits.shown) {
      this.#rest.push(brief);
      return;
    }
    this.#shown = this.#shown.toSpliced(at, 0, { ...brief, found: lines() });
    for (const { found: _, ...gone } of this.#shown.splice(this.#limits.shown)) this.#rest.push(gone);
  }

  #tally(name: TagName, { slug, label }: { slug: string; label: string }): void {
    const facets = this.#facets.get(name) ?? new Map<string, Facet>();
    this.#facets.set(name, facets.set(slug, { slug, label, documents: (facets.get(slug)?.documents ?? 0) + 1 }));
  }

  state(): Findings {
    const facets = (name: TagName) =>
      [...(this.#facets.get(name)?.values() ?? [])].sort(
        (a, b) => b.documents - a.documents || (a.slug < b.slug ? -1 : 1),
      );
    return {
      query: this.#query,
      documents: this.#shown.map(({ found }) => found),
      rest: this.#rest.toSorted(this.#compare),
      count: this.#count,
      checked: this.checked,
      candidates: this.#candidates,
      complete: this.checked === this.#candidates,
      facets: {
        topics: facets('topics'),
        places: facets('places'),
        years: facets('years'),
        genres: facets('genres'),
        completeness: facets('completeness'),
      },
    };
  }
}

interface Shown extends Brief {
  found: FoundDocument;
}

/** Where one more belongs in a sorted list. */
function placeIn<T>(sorted: readonly T[], one: T, compare: (a: T, b: T) => number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(sorted[middle] as T, one) <= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
