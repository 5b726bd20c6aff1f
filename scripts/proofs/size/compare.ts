/** Whether what one reader or program fetches grows with the library: the files of a small and of a large one, path by path. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../builds/compare.ts';
import { type Allowance, allowances } from './allowances.ts';

/** A file of the large library, and what has the same path in the small one. */
export interface Pair {
  path: string;
  /** Bytes; null where the small library has no such file. */
  small: number | null;
  large: number;
  /** Items of a list in them, of which there may be more in the large library. */
  items: { small: number; large: number };
  /** How many speeches the large library has more. */
  added: number;
}

/** Files of text; the search index is measured by its own benchmark, pictures are of one size. */
const TEXT = /\.(html|json|xml|txt|md|atom|js|webmanifest)$/;
const SEARCH_INDEX = /^search\/(docs\/)?(index|records|ids|postings|texts)\//;

/** What any file may differ by: a larger number in it, another neighbour, another date. */
const TOLERANCE = { share: 0.05, bytes: 1024 };
/** Of an item of a list. */
const ITEM_BYTES = 1536;

/** What is wrong with the growth of a file; null where nothing is. */
export function judge({ path, small, large, items, added }: Pair): string | null {
  const allowance = allowanceFor(path);
  if (allowance?.items && items.large > allowance.items.most)
    return `${items.large} 项，最多应有 ${allowance.items.most} 项`;
  if (allowance?.most && large > allowance.most) return `${large} 字节，最多应有 ${allowance.most}`;
  if (small === null || allowance?.most) return null;
  const more = Math.max(0, items.large - items.small) * ITEM_BYTES + added * (allowance?.bytesASpeech ?? 0);
  const limit = Math.round(small * (1 + TOLERANCE.share) + TOLERANCE.bytes + more);
  return large > limit ? `由 ${small} 字节长到 ${large}，最多应到 ${limit}` : null;
}

export function allowanceFor(path: string): Allowance | null {
  return allowances.find(({ pattern }) => pattern.test(path)) ?? null;
}

export function pairsOf(small: string, large: string, added: number): Pair[] {
  const known = new Set(filesBelow(small));
  return filesBelow(large)
    .filter((path) => TEXT.test(path) && !SEARCH_INDEX.test(path))
    .map((path) => pairOf(path, known.has(path) ? join(small, path) : null, join(large, path), added));
}

function pairOf(path: string, small: string | null, large: string, added: number): Pair {
  const item = allowanceFor(path)?.items?.pattern;
  const count = (file: string | null) => (file && item ? [...readFileSync(file, 'utf8').matchAll(item)].length : 0);
  return {
    path,
    small: small === null ? null : statSync(small).size,
    large: statSync(large).size,
    items: { small: count(small), large: count(large) },
    added,
  };
}

/** By how much a file has grown beyond new items, for the list of those that grow most. */
export function growth({ small, large, items }: Pair): number {
  return small === null ? 0 : large - small - Math.max(0, items.large - items.small) * ITEM_BYTES;
}
