/** Lines with their places → the reader's lines: where paragraphs begin, what is centred, what stands out, which are notes. */
import type { Hint } from '../../types.ts';
import { type ReaderLine, wholeLine } from '../assemble.ts';
import type { Furniture } from './furniture.ts';
import type { PageLine } from './lines.ts';

/** The column of text; points. */
interface Measure {
  left: number;
  right: number;
  size: number;
  /** From baseline to baseline. */
  pitch: number;
}

/** Sizes from which on a line stands out from the text. */
const LARGE = 1.15;
const INDENT = '\u3000\u3000';
/** The sign of a note at the foot of a page. */
const NOTE_SIGN = /^(?:\[\d{1,3}\]|〔\d{1,3}〕|[①-⑳]|\d{1,3}(?=\s?[\p{Script=Han}《“]))/u;

/** Notes at the foot of pages move to the end, so that no sentence is broken by them. */
export function layOut(pages: PageLine[][], furniture: Furniture): ReaderLine[] {
  const text = pages.map((lines) => lines.filter((line) => !furniture.has(line)));
  const odd = measure(text.filter((_, number) => number % 2 === 0).flat());
  const even = measure(text.filter((_, number) => number % 2 === 1).flat());
  const all = measure(text.flat());
  const lines: ReaderLine[] = [];
  const notes: ReaderLine[] = [];
  let last: PageLine | null = null;
  for (const [number, page] of pages.entries()) {
    const column = pages.length < 4 ? all : number % 2 === 0 ? odd : even;
    const isNote = notesOf(text[number] ?? [], all.size);
    for (const line of page) {
      const why = furniture.get(line);
      if (why !== undefined) {
        lines.push({ text: line.text, hints: wholeLine(line.text, { kind: 'debris', why }) });
        continue;
      }
      if (isNote.has(line)) {
        addNote(notes, line.text);
        continue;
      }
      const joined: PageLine =
        last && wrapsHeading(last, line, column) ? { ...line, text: last.text + line.text } : line;
      if (joined !== line) lines.pop();
      else if (last && parted(last, line, column)) lines.push({ text: '', hints: [] });
      lines.push(readerLine(joined, column));
      last = joined;
    }
  }
  return [...lines, ...notes];
}

function readerLine(line: PageLine, column: Measure): ReaderLine {
  const hints: Omit<Hint, 'from' | 'to'>[] = [];
  const centred = isCentred(line, column);
  if (centred) hints.push({ kind: 'centred' });
  if (line.size > LARGE * column.size) hints.push({ kind: 'strong' });
  const indent = (line.left - column.left) / line.size;
  const text = !centred && indent > 1.2 && indent < 5 ? INDENT + line.text : line.text;
  return { text, hints: hints.flatMap((hint) => wholeLine(text, hint)) };
}

function isCentred(line: PageLine, { left, right, size }: Measure): boolean {
  const before = line.left - left;
  const after = right - line.right;
  return before > 2.6 * size && after > 2.6 * size && Math.abs(before - after) < 1.6 * size;
}

/** More than the usual space between two lines, or another size, parts them. */
function parted(last: PageLine, line: PageLine, column: Measure): boolean {
  if (Math.abs(last.size - line.size) > 0.12 * column.size) return true;
  return last.page === line.page && line.y - last.y > (1.3 * column.pitch * line.size) / column.size;
}

/** A title in large type that fills its line goes on in the next one; text is joined later, when page numbers are out of it. */
function wrapsHeading(last: PageLine, line: PageLine, column: Measure): boolean {
  const large = last.size > LARGE * column.size && Math.abs(last.size - line.size) < 0.5;
  const full = last.right - last.left > column.right - column.left - 1.2 * last.size;
  return large && full && last.page === line.page && !parted(last, line, column);
}

/** The notes of a page: small lines at its foot, the first with a sign. */
function notesOf(lines: PageLine[], size: number): Set<PageLine> {
  let first = lines.length;
  while (first > 0 && (lines[first - 1] as PageLine).size < 0.9 * size) first--;
  const small = lines.slice(first);
  const start = small.findIndex((line) => NOTE_SIGN.test(line.text));
  return new Set(first > 0 && start >= 0 ? small.slice(start) : []);
}

function addNote(notes: ReaderLine[], text: string): void {
  const last = notes.at(-1);
  if (last && !NOTE_SIGN.test(text)) {
    last.text += text;
    last.hints = wholeLine(last.text, { kind: 'note' });
  } else notes.push({ text, hints: wholeLine(text, { kind: 'note' }) });
}

function measure(lines: PageLine[]): Measure {
  const size =
    mostCommon(lines.map((line) => ({ value: Math.round(line.size * 2) / 2, weight: line.text.length }))) ?? 12;
  const text = lines.filter((line) => Math.abs(line.size - size) <= 0.12 * size);
  const rights = text.map((line) => line.right).sort((a, b) => b - a);
  const steps = text.slice(1).flatMap((line, index) => {
    const last = text[index] as PageLine;
    return last.page === line.page ? [line.y - last.y] : [];
  });
  return {
    left: lowest(text.map((line) => line.left)) ?? 0,
    right: rights[Math.floor(rights.length / 20)] ?? 0,
    size,
    pitch: lowest(steps) ?? 2 * size,
  };
}

/** The lowest value that a tenth of them share, give or take what rounding moves. */
function lowest(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const enough = Math.max(1, Math.ceil(sorted.length / 10));
  for (const [index, value] of sorted.entries()) {
    if ((sorted[index + enough - 1] ?? Number.POSITIVE_INFINITY) - value < 3) return value;
  }
  return null;
}

function mostCommon(values: { value: number; weight: number }[]): number | null {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best: number | null = null;
  for (const [value, weight] of weights) if (best === null || weight > (weights.get(best) ?? 0)) best = value;
  return best;
}
