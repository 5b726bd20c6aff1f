/** The posting file of a library, dealt together from the entries of its parts a bucket at a time. */
import { Bytes, bucketOf, packPosting, Reader, writeEntry, writeStamp } from '../../src/search/postings/format.ts';

/** A posting weighs about so many bytes, its share of the term included; a bucket about so many before it is compressed. */
const POSTING = 2.5;
const BUCKET = 8_000;

/** By the number of postings alone, so that the buckets are the same however the library is parted. */
export function bucketsFor(postings: number): number {
  return Math.max(1, Math.ceil((postings * POSTING) / BUCKET));
}

/** The entries of a part, and the numbers in the library of its documents. */
export interface Entries {
  stretches: Iterable<Uint8Array>;
  numbers: ArrayLike<number>;
}

export function* buckets(parts: readonly Entries[], count: number, stamp: number): Generator<Uint8Array> {
  const entries = parts.map((part) => new Walk(part, count));
  for (let bucket = 0; bucket < count; bucket++) {
    const postings = new Map<string, number[]>();
    for (const walk of entries) walk.take(bucket, postings);
    const bytes = new Bytes();
    writeStamp(bytes, stamp);
    for (const term of [...postings.keys()].sort())
      writeEntry(bytes, term, Uint32Array.from(postings.get(term) as number[]).sort());
    yield bytes.finish();
  }
}

/** Goes through the entries of one part, bucket by bucket. */
class Walk {
  readonly #stretches: Iterator<Uint8Array>;
  readonly #numbers: ArrayLike<number>;
  readonly #count: number;
  #reader = new Reader(new Uint8Array());
  /** The next term and its bucket; none at the end. */
  #term = '';
  #bucket = -1;

  constructor({ stretches, numbers }: Entries, count: number) {
    this.#stretches = stretches[Symbol.iterator]();
    this.#numbers = numbers;
    this.#count = count;
    this.#advance();
  }

  /** Adds the postings of the bucket's terms under the numbers of the library. */
  take(bucket: number, postings: Map<string, number[]>): void {
    while (this.#bucket === bucket) {
      const held = postings.get(this.#term) ?? [];
      if (held.length === 0) postings.set(this.#term, held);
      this.#reader.postings((document, value) => held.push(packPosting(this.#numbers[document] as number, value)));
      this.#advance();
    }
  }

  #advance(): void {
    if (this.#reader.ended) {
      const { value, done } = this.#stretches.next();
      if (done) {
        this.#bucket = -1;
        return;
      }
      this.#reader = new Reader(value);
    }
    this.#term = this.#reader.term();
    this.#bucket = bucketOf(this.#term, this.#count);
  }
}
