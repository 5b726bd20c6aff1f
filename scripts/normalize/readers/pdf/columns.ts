/** Pages set in two columns: which words belong together, in the order in which they are read. */
import type { Word } from './document.ts';

/** Words that are read one row after the other; `shift` brings a right column to where the left one stands. */
export interface Region {
  words: Word[];
  /** Points. */
  shift: number;
}

/** Rows that each column of a page has at least, and characters that fit into one. */
const FEWEST_ROWS = 8;
const NARROWEST = 8;
/** Share of rows that fill a column of text; cells of a table don't. */
const FULL = 0.5;
/** Rows across both columns, such as a title, for each row of a column, at most. */
const ACROSS = 0.3;

/** From top to bottom: what stands above a line across the page is read before it, the left column before the right one. */
export function regionsOf(words: Word[]): Region[] {
  const gutter = findGutter(words);
  if (gutter === null) return [{ words, shift: 0 }];
  const { middle, shift } = gutter;
  const across = rowsOf(words.filter((word) => word.x < middle && word.x + word.width > middle));
  const isAcross = (word: Word) => across.some(({ y }) => Math.abs(y - word.y) < word.size / 2);
  const regions: Region[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const { y } of [...across, { y: Number.POSITIVE_INFINITY }]) {
    const between = words.filter((word) => word.y > top && word.y < y && !isAcross(word));
    regions.push({ words: between.filter(({ x }) => x < middle), shift: 0 });
    regions.push({ words: between.filter(({ x }) => x > middle), shift });
    regions.push({ words: words.filter((word) => Math.abs(word.y - y) < word.size / 2), shift: 0 });
    top = y;
  }
  return regions.filter((region) => region.words.length > 0);
}

/** The middle of the white band between two columns of text; null where there are not two. */
function findGutter(words: Word[]): { middle: number; shift: number } | null {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  const size = sizes[sizes.length >> 1] ?? 0;
  const left = Math.min(...words.map(({ x }) => x));
  const right = Math.max(...words.map(({ x, width }) => x + width));
  const width = right - left;
  if (!(width > 2 * NARROWEST * size && size > 0)) return null;
  let best: { middle: number; shift: number; across: number } | null = null;
  for (let middle = left + 0.35 * width; middle < left + 0.65 * width; middle += size / 4) {
    const [from, to] = [middle - size / 2, middle + size / 2];
    const before = rowsOf(words.filter((word) => word.x + word.width <= from));
    const after = rowsOf(words.filter((word) => word.x >= to));
    const across = rowsOf(words.filter((word) => word.x < to && word.x + word.width > from)).length;
    const fits =
      across <= ACROSS * Math.min(before.length, after.length) && isText(before, size) && isText(after, size);
    if (fits && across < (best?.across ?? Number.POSITIVE_INFINITY)) {
      best = { middle, shift: leftOf(after) - leftOf(before), across };
    }
  }
  return best;
}

interface Row {
  y: number;
  left: number;
  right: number;
}

function rowsOf(words: Word[]): Row[] {
  const rows: Row[] = [];
  for (const { x, y, width, size } of [...words].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - y) < size / 2) {
      row.left = Math.min(row.left, x);
      row.right = Math.max(row.right, x + width);
    } else rows.push({ y, left: x, right: x + width });
  }
  return rows;
}

function isText(rows: Row[], size: number): boolean {
  const right = Math.max(...rows.map((row) => row.right));
  const full = rows.filter((row) => row.right > right - 1.5 * size);
  const wide = right - leftOf(rows) >= NARROWEST * size;
  return rows.length >= FEWEST_ROWS && wide && full.length >= FULL * rows.length;
}

function leftOf(rows: Row[]): number {
  return Math.min(...rows.map((row) => row.left));
}
