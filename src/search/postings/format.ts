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

/** FNV-1a over the units of the term, and the last steps of MurmurHash3, which let every unit bear on every bit: 32 bits. */
export function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Each bucket holds the terms of one range of hashes, so that terms sorted by their hash come bucket by bucket, however many there are. */
export function bucketOf(term: string, buckets: number): number {
  return Math.floor((hashOf(term) / 2 ** 32) * buckets);
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

  /** Bytes that `number` takes. */
  static sizeOf(value: number): number {
    let size = 1;
    for (let rest = value >>> 7; rest > 0; rest >>>= 7) size++;
    return size;
  }

  get length(): number {
    return this.#length;
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

/** A posting as one number of 32 bits. */
export function packPosting(document: number, value: number): number {
  return ((document << 4) | value) >>> 0;
}

/** @param postings as `packPosting` makes them, by rising document; those from `from` to before `to` are written */
export function writeEntry(
  bytes: Bytes,
  term: string,
  postings: ArrayLike<number>,
  from = 0,
  to: number = postings.length,
): void {
  bytes.number(term.length);
  for (let at = 0; at < term.length; at++) {
    bytes.byte(term.charCodeAt(at) & 0xff);
    bytes.byte(term.charCodeAt(at) >>> 8);
  }
  const gap = (at: number) => documentAt(postings, at) - (at === from ? 0 : documentAt(postings, at - 1));
  let size = to - from;
  for (let at = from; at < to; at++) size += Bytes.sizeOf(gap(at));
  bytes.number(size);
  bytes.number(to - from);
  for (let at = from; at < to; at++) bytes.number(gap(at));
  for (let at = from; at < to; at++) bytes.byte((postings[at] as number) & 0xf);
}

function documentAt(postings: ArrayLike<number>, at: number): number {
  return (postings[at] as number) >>> 4;
}

/** The postings of a term in the bucket that it belongs to, by rising document; empty where no document has it. */
export function readEntry(bucket: Uint8Array, term: string): Posting[] {
  const reader = new Reader(bucket);
  reader.skip(STAMP);
  const postings: Posting[] = [];
  while (!reader.ended) {
    if (reader.term() !== term) reader.skipPostings();
    else {
      reader.postings((document, value) => postings.push({ document, value }));
      break;
    }
  }
  return postings;
}

/** Reads entries one after the other. */
export class Reader {
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

  skipPostings(): void {
    const size = this.number();
    this.number();
    this.skip(size);
  }

  /** What follows a term, by rising document. */
  postings(tell: (document: number, value: number) => void): void {
    const size = this.number();
    const count = this.number();
    const end = this.#at + size;
    for (let at = end - count, document = 0; at < end; at++) {
      document += this.number();
      tell(document, this.#bytes[at] ?? 0);
    }
    this.#at = end;
  }
}
