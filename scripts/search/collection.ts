/** The documents of several parts as one library. */
import type { Forms } from '../../src/search/forms.ts';
import { newestFirst, type SearchRecord } from '../../src/search/record.ts';
import type { Keyed } from './pagefind.ts';
import type { HeldDocument, Part } from './part.ts';

/** What words are taken from. */
export interface Documents {
  length: number;
  /** By number: from 0, newest first. Read anew each time. */
  record(document: number): SearchRecord;
  /** Of each document the folded text of each of its blocks, in whatever order is quickest. */
  texts(): Iterable<string[]>;
}

export class Collection implements Documents {
  readonly parts: readonly Part[];
  /** By number. */
  readonly documents: readonly HeldDocument[];
  readonly #places: readonly { part: Part; at: number }[];

  constructor(parts: readonly Part[]) {
    const held = parts.flatMap((part) => part.head.documents.map((document, at) => ({ document, part, at })));
    held.sort((a, b) => newestFirst(a.document, b.document));
    this.parts = parts;
    this.documents = held.map(({ document }) => document);
    this.#places = held;
  }

  get length(): number {
    return this.documents.length;
  }

  record(document: number): SearchRecord {
    const place = this.#places[document];
    if (!place) throw new RangeError(`No document ${document}`);
    return place.part.record(place.at);
  }

  *texts(): Generator<string[]> {
    for (const part of this.parts) for (const { folded } of part.contents()) yield folded;
  }

  /** All documents by number, their texts in representative forms. */
  keyed(forms: Forms): Keyed[] {
    const keyed = this.parts.flatMap((part) =>
      Array.from(part.contents(), ({ id, folded }) => ({ id, keys: folded.map((text) => forms.key(text)) })),
    );
    const byId = new Map(keyed.map((each) => [each.id, each]));
    return this.documents.flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** By part: the number in the library of each of its documents. */
  numbers(): Map<Part, Uint32Array> {
    const numbers = new Map(this.parts.map((part) => [part, new Uint32Array(part.head.documents.length)]));
    for (const [number, { part, at }] of this.#places.entries()) (numbers.get(part) as Uint32Array)[at] = number;
    return numbers;
  }
}
