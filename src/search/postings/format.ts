/**
 * The posting file: for each term the documents that have it. A term is one UTF-16 unit or two in a row of a block's folded text in
 * representative forms (`Forms.key`), or a tag (`#topics:…`). Documents are numbered from 0, newest first.
 *
 * Terms are spread over buckets by their hash, one file each, so that a query reads a few kilobytes whatever the size of the library.
 * A bucket is the stamp of its library (32 bits, least part first) and a list of entries: the term (number of units, units of 16 bits), the number of bytes that follow, the documents as gaps
 * to the one before, and one byte of `Value` for each. Numbers are LEB128, least part first.
 */
import { REDACTION } from '../../text/fold.ts';

/** In how far a document has a term: where it stands best, and how often at least. */
export interface Posting {
  document: number;
  value: number;
}

/** Bits of a value: a term of the title, a term of a heading; below them the frequency. */
export const TITLE = 8;
export const HEADING = 4;
const FREQUENCY = 3;
/** Occurrences from which on the frequency is 1, 2 and 3. */
const STEPS = [2, 3, 5];

export function frequencyStep(occurrences: number): number {
  return STEPS.filter((step) => occurrences >= step).length;
}

export function frequencyOf(value: number): number {
  return value & FREQUENCY;
}

/** The text that terms are cut from: a redaction mark shares the sign of `×`, which of the two stands there is seen in the text itself. */
export function termText(key: string): string {
  return key.replaceAll(REDACTION, '×');
}

/** Never a piece of text: folding drops the sign before it. */
export function tagTerm(kind: string, slug: string): string {
  return `#${kind}:${slug}`;
}

/** No more terms than this are asked for one reading: they narrow enough, spread over it from its beginning to its end. */
const TERMS = 6;

/** Terms that every document with the reading has. The reading is not empty and in representative forms. */
export function readingTerms(reading: string): string[] {
  const text = termText(reading);
  if (text.length === 1) return [text];
  const last = text.length - 2;
  const count = Math.min(TERMS, last + 1);
  const starts = Array.from({ length: count }, (_, index) => Math.round((index * last) / Math.max(1, count - 1)));
  return [...new Set(starts.map((at) => text.slice(at, at + 2)))];
}

/** FNV-1a over the units of the term. */
export function bucketOf(term: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % buckets;
}

/** Grows as it is written to. */
export class Bytes {
  #bytes = new Uint8Array(256);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  number(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  all(bytes: Uint8Array): void {
    for (const byte of bytes) this.byte(byte);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Bytes of a stamp. */
const STAMP = 4;

/** Begins a bucket. */
export function writeStamp(bucket: Bytes, stamp: number): void {
  for (let shift = 0; shift < 8 * STAMP; shift += 8) bucket.byte((stamp >>> shift) & 0xff);
}

export function readStamp(bucket: Uint8Array): number {
  return bucket.subarray(0, STAMP).reduceRight((stamp, byte) => stamp * 256 + byte, 0);
}

/** @param postings by rising document */
export function writeEntry(bucket: Bytes, term: string, postings: Iterable<Posting>): void {
  const [gaps, values] = [new Bytes(), new Bytes()];
  let last = 0;
  for (const { document, value } of postings) {
    gaps.number(document - last);
    values.byte(value);
    last = document;
  }
  const [documents, rest] = [gaps.finish(), values.finish()];
  bucket.number(term.length);
  for (let at = 0; at < term.length; at++) {
    bucket.byte(term.charCodeAt(at) & 0xff);
    bucket.byte(term.charCodeAt(at) >>> 8);
  }
  bucket.number(documents.length + rest.length);
  bucket.number(rest.length);
  bucket.all(documents);
  bucket.all(rest);
}

/** The postings of a term in the bucket that it belongs to, by rising document; empty where no document has it. */
export function readEntry(bucket: Uint8Array, term: string): Posting[] {
  const reader = new Reader(bucket);
  reader.skip(STAMP);
  while (!reader.ended) {
    const found = reader.term();
    const bytes = reader.number();
    const count = reader.number();
    if (found !== term) reader.skip(bytes);
    else return reader.postings(bytes, count);
  }
  return [];
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  term(): string {
    let term = '';
    for (let units = this.number(); units > 0; units--) term += String.fromCharCode(this.byte() | (this.byte() << 8));
    return term;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  postings(bytes: number, count: number): Posting[] {
    const values = this.#at + bytes - count;
    const found: Posting[] = [];
    for (let document = 0; found.length < count; ) {
      document += this.number();
      found.push({ document, value: this.#bytes[values + found.length] ?? 0 });
    }
    return found;
  }
}
