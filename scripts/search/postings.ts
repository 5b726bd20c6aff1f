/** Makes the postings of some documents, a document at a time. The format of an entry stands in `src/search/postings/format.ts`. */
import {
  Bytes,
  frequencyStep,
  HEADING,
  hashOf,
  packPosting,
  TITLE,
  tagTerm,
  termText,
  writeEntry,
} from '../../src/search/postings/format.ts';
import type { SearchBlock, SearchRecord } from '../../src/search/record.ts';
import { type Folded, foldBlock } from '../../src/text/fold.ts';
import { Numbers } from './numbers.ts';

/** A stretch of entries takes at least so many bytes, the last one excepted. */
const STRETCH = 32_000;

export class PostingsMaker {
  readonly #key: (folded: string) => string;
  /** Numbers of terms: of one UTF-16 unit, of two as one whole number of 32 bits with a sign, which a map finds at once, of tags by name. */
  readonly #units = new Map<number, number>();
  readonly #pairs = new Map<number, number>();
  readonly #tags = new Map<string, number>();
  readonly #names: string[] = [];
  /** By term: in how many documents it stands, the last of them, and where its posting is. */
  readonly #frequency = new Numbers();
  readonly #last = new Numbers();
  readonly #posting = new Numbers();
  /** Postings in the order of documents: the term, its marks (`TITLE`, `HEADING`) and how often it stands there. */
  readonly #terms = new Numbers();
  readonly #marks = new Numbers();
  readonly #times = new Numbers();
  /** Where the postings of each document begin. */
  readonly #starts: number[] = [];

  /** @param key as in `Forms` */
  constructor(key: (folded: string) => string) {
    this.#key = key;
  }

  get length(): number {
    return this.#terms.length;
  }

  /** Documents are numbered in the order in which they are added. @returns its folded blocks */
  add({ blocks, tags }: SearchRecord): string[] {
    this.#starts.push(this.#terms.length);
    const texts = blocks.map((block) => this.#addBlock(block));
    for (const [kind, all] of Object.entries(tags))
      for (const { slug } of all) this.#count(this.#number(this.#tags, tagTerm(kind, slug), String), 0);
    return texts;
  }

  #addBlock(block: SearchBlock): string {
    const folded = foldBlock(block);
    const text = termText(this.#key(folded.text));
    const marksAt = marksOf(block, folded);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#count(this.#number(this.#units, unit, nameOfUnit), marksAt(at, at));
      if (at + 1 === text.length) break;
      const pair = (unit << 16) | text.charCodeAt(at + 1);
      this.#count(this.#number(this.#pairs, pair, nameOfPair), marksAt(at, at + 1));
    }
    return folded.text;
  }

  /** @param nameOf gives the term itself */
  #number<K>(numbers: Map<K, number>, key: K, nameOf: (key: K) => string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#names.push(nameOf(key)) - 1;
    numbers.set(key, number);
    this.#frequency.push(0);
    this.#last.push(0);
    this.#posting.push(0);
    return number;
  }

  #count(term: number, marks: number): void {
    const document = this.#starts.length;
    if (this.#last.at(term) === document) {
      const posting = this.#posting.at(term);
      this.#marks.set(posting, this.#marks.at(posting) | marks);
      this.#times.set(posting, this.#times.at(posting) + 1);
      return;
    }
    this.#last.set(term, document);
    this.#posting.set(term, this.#terms.length);
    this.#frequency.set(term, this.#frequency.at(term) + 1);
    this.#terms.push(term);
    this.#marks.push(marks);
    this.#times.push(1);
  }

  /** Entries by the hash of their terms, in stretches that can be read one at a time. */
  stretches(): Uint8Array[] {
    const { bounds, postings } = this.#byTerm();
    const stretches: Uint8Array[] = [];
    let bytes = new Bytes();
    for (const term of this.#byHash()) {
      writeEntry(bytes, this.#names[term] as string, postings, bounds[term], bounds[term + 1]);
      if (bytes.length < STRETCH) continue;
      stretches.push(bytes.finish());
      bytes = new Bytes();
    }
    return bytes.length > 0 ? [...stretches, bytes.finish()] : stretches;
  }

  *#byHash(): Generator<number> {
    const count = this.#names.length;
    const sorted = Float64Array.from(this.#names, (name, term) => hashOf(name) * count + term).sort();
    for (const hashAndTerm of sorted) yield hashAndTerm % count;
  }

  /** Postings by term and rising document, those of a term from its bound to the next. */
  #byTerm(): { bounds: Float64Array; postings: Uint32Array } {
    const bounds = new Float64Array(this.#names.length + 1);
    for (let term = 0; term < this.#names.length; term++)
      bounds[term + 1] = (bounds[term] as number) + this.#frequency.at(term);
    const next = bounds.slice();
    const postings = new Uint32Array(this.#terms.length);
    for (const [document, start] of this.#starts.entries()) {
      const end = this.#starts[document + 1] ?? this.#terms.length;
      for (let at = start; at < end; at++)
        postings[(next[this.#terms.at(at)] as number)++] = packPosting(
          document,
          this.#marks.at(at) | frequencyStep(this.#times.at(at)),
        );
    }
    return { bounds, postings };
  }
}

function nameOfUnit(unit: number): string {
  return String.fromCharCode(unit);
}

function nameOfPair(pair: number): string {
  return String.fromCharCode(pair >>> 16, pair & 0xffff);
}

/** Which marks the folded units from `first` to `last` have: of the title, or of a heading, run-in headings too. */
function marksOf(block: SearchBlock, folded: Folded): (first: number, last: number) => number {
  if (block.kind === 'title') return () => TITLE;
  if (block.kind === 'heading') return () => HEADING;
  const runIns = block.marks.filter(({ kind }) => kind === 'runin');
  if (runIns.length === 0) return () => 0;
  return (first, last) =>
    runIns.some(({ from, to }) => from <= (folded.from[first] ?? 0) && (folded.to[last] ?? 0) <= to) ? HEADING : 0;
}
