/**
 * Passages that texts have in common, found without comparing every text with every other: each text gives a few fingerprints
 * (hashes of `SHINGLE` characters, the least of every `WINDOW` in a row: winnowing), and equal ones are brought together by one sort.
 * Any common passage of `SHINGLE + WINDOW - 1` characters or more is found; the work grows with the length of all texts together.
 */
import { foldBlock } from './fold.ts';
import { type Speech, textBlocks } from './speech.ts';

const SHINGLE = 24;
const WINDOW = 17;
/** What stands in more texts than this is a stock phrase and brings none of them together. */
const STOCK = 12;
/** Bits of a fingerprint above the 32 of its hash, taken from another one: it fills an exact number, and two are not equal by chance alone. */
const CHECK = 21;
const BASE = 0x01000193;

/** For every text, given by its fingerprints, the numbers of the texts that have fingerprints in common with it, and how many. */
export function sharing(texts: readonly Float64Array[]): Map<number, Map<number, number>> {
  const shared = new Map<number, Map<number, number>>();
  for (const group of groups(texts)) {
    for (const one of group) for (const other of group) if (one !== other) count(shared, one, other);
  }
  return shared;
}

/** The texts of each fingerprint that at least two and not too many texts have. */
function groups(texts: readonly Float64Array[]): Iterable<number[]> {
  const holders = new Map(Array.from(repeated(joined(texts).sort()), (print): [number, number[]] => [print, []]));
  for (const [number, prints] of texts.entries()) {
    for (const print of prints) {
      const group = holders.get(print);
      if (group && group.length <= STOCK && group.at(-1) !== number) group.push(number);
    }
  }
  return holders.values().filter(({ length }) => length > 1 && length <= STOCK);
}

/** Each number that stands more than once. */
function repeated(sorted: Float64Array): Float64Array {
  return sorted.filter((print, at) => print === sorted[at + 1] && print !== sorted[at - 1]);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function count(shared: Map<number, Map<number, number>>, one: number, other: number): void {
  const counts = shared.get(one) ?? new Map<number, number>();
  shared.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
}

/** The fingerprints of a text, in its order. */
export function fingerprints(text: string): Float64Array<ArrayBuffer> {
  const hashes = rollingHashes(text);
  return Float64Array.from(chosen(hashes), (at) => (hashes[at] ?? 0) + checkOf(text, at) * 2 ** 32);
}

/** Of the characters that the hash at a place is made of, by another hash. */
function checkOf(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> (32 - CHECK);
}

/** Where the least hash of each window stands. */
function chosen(hashes: Uint32Array): number[] {
  const places: number[] = [];
  let least = -1;
  for (let end = Math.min(WINDOW, hashes.length) - 1; end >= 0 && end < hashes.length; end++) {
    const start = end - WINDOW + 1;
    const before = least;
    if (least < start || least < 0) least = leastOf(hashes, Math.max(0, start), end);
    else if ((hashes[end] ?? 0) < (hashes[least] ?? 0)) least = end;
    if (least !== before) places.push(least);
  }
  return places;
}

function leastOf(hashes: Uint32Array, from: number, to: number): number {
  let least = from;
  for (let at = from; at <= to; at++) if ((hashes[at] ?? 0) < (hashes[least] ?? 0)) least = at;
  return least;
}

/** One hash for each run of `SHINGLE` UTF-16 units; none for a shorter text. */
function rollingHashes(text: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, text.length - SHINGLE + 1));
  let leaving = 1;
  for (let i = 0; i < SHINGLE; i++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    if (at >= SHINGLE) hash = (hash - Math.imul(leaving, text.charCodeAt(at - SHINGLE))) | 0;
    if (at >= SHINGLE - 1) hashes[at - SHINGLE + 1] = mixed(hash);
  }
  return hashes;
}

/** Spreads the high bits to the low ones, so that the least hash is a chance one. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (half ^ (half >>> 13)) >>> 0;
}

/** The folded text of a speech, a line for each block: a shared passage seldom runs across one. */
export function foldedText(speech: Speech): string {
  return textBlocks(speech)
    .map((block) => foldBlock(block).text)
    .join('\n');
}

/** A passage of a speech that stands in another one too. */
export interface Passage {
  /** Block it stands in. */
  anchor: string;
  /** UTF-16 offsets in the text of that block. */
  from: number;
  to: number;
  /** Length without spaces and punctuation. */
  characters: number;
}

/** Where in a speech each run of `SHINGLE` characters stands: the folded text of its block, and the offset there. */
export type Shingles = ReadonlyMap<string, [text: string, at: number]>;

export function shinglesOf(speech: Speech): Shingles {
  const found = new Map<string, [text: string, at: number]>();
  for (const block of textBlocks(speech)) {
    const { text } = foldBlock(block);
    for (let at = 0; at + SHINGLE <= text.length; at++) found.set(text.slice(at, at + SHINGLE), [text, at]);
  }
  return found;
}

/** The longest passage of `there` inside one block that stands inside one block of `here`; null if none has `SHINGLE` characters. */
export function longestShared(here: Shingles, there: Speech): Passage | null {
  let longest: Passage | null = null;
  for (const block of textBlocks(there)) {
    const { text, from, to } = foldBlock(block);
    for (let at = 0; at + SHINGLE <= text.length; ) {
      const length = sameLength(text, at, here.get(text.slice(at, at + SHINGLE)));
      if (length > (longest?.characters ?? 0))
        longest = { anchor: block.id, from: from[at] ?? 0, to: to[at + length - 1] ?? 0, characters: length };
      at += Math.max(1, length - SHINGLE + 1);
    }
  }
  return longest;
}

function sameLength(text: string, at: number, other: [text: string, at: number] | undefined): number {
  if (!other) return 0;
  let length = SHINGLE;
  while (at + length < text.length && text[at + length] === other[0][other[1] + length]) length += 1;
  return length;
}
