/** How often stretches of a text stand in it: those of the same characters are one, counted where it lies, without a string for each. */
import { Numbers } from './numbers.ts';

export class Tally {
  readonly #text: string;
  /** Of each stretch, in the order in which they were first met: where it begins and ends, its hash, how often it was added. */
  readonly #from = new Numbers();
  readonly #to = new Numbers();
  readonly #hashes = new Numbers();
  readonly #counts = new Numbers();
  /** By hash: the number of a stretch and 1, or 0. A stretch that finds its place taken stands in the next one that is free. */
  #places = new Uint32Array(1 << 12);

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#counts.length;
  }

  /** Counts the text between two offsets once more. @returns its number, that of the first stretch being 0 */
  add(from: number, to: number): number {
    const hash = this.#hash(from, to);
    const place = this.#place(from, to, hash);
    const known = this.#places[place] as number;
    if (known > 0) {
      this.#counts.set(known - 1, this.#counts.at(known - 1) + 1);
      return known - 1;
    }
    this.#from.push(from);
    this.#to.push(to);
    this.#hashes.push(hash);
    this.#counts.push(1);
    this.#places[place] = this.length;
    if (this.length * 2 > this.#places.length) this.#spread();
    return this.length - 1;
  }

  count(stretch: number): number {
    return this.#counts.at(stretch);
  }

  /** How often the text between two offsets was added. */
  countOf(from: number, to: number): number {
    const known = this.#places[this.#place(from, to, this.#hash(from, to))] as number;
    return known > 0 ? this.count(known - 1) : 0;
  }

  text(stretch: number): string {
    return this.#text.slice(this.#from.at(stretch), this.#to.at(stretch));
  }

  #hash(from: number, to: number): number {
    let hash = 0;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ this.#text.charCodeAt(at), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) >>> 0;
  }

  /** Where the text stands, or has to be put. */
  #place(from: number, to: number, hash: number): number {
    const last = this.#places.length - 1;
    let place = hash & last;
    for (let known = this.#places[place]; known; known = this.#places[place]) {
      if (this.#hashes.at(known - 1) === hash && this.#same(known - 1, from, to)) break;
      place = (place + 1) & last;
    }
    return place;
  }

  #same(stretch: number, from: number, to: number): boolean {
    const start = this.#from.at(stretch);
    if (this.#to.at(stretch) - start !== to - from) return false;
    for (let at = from; at < to; at++)
      if (this.#text.charCodeAt(at) !== this.#text.charCodeAt(start + at - from)) return false;
    return true;
  }

  #spread(): void {
    const places = new Uint32Array(this.#places.length * 2);
    const last = places.length - 1;
    for (let stretch = 0; stretch < this.length; stretch++) {
      let place = this.#hashes.at(stretch) & last;
      while (places[place]) place = (place + 1) & last;
      places[place] = stretch + 1;
    }
    this.#places = places;
  }
}
