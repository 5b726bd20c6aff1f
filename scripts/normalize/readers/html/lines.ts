/** The lines of a page with what its markup says of each. */
import { lineAt, splitLines } from '../../lines.ts';
import type { Line } from '../../types.ts';
import type { Page } from './layout.ts';

export interface PageLine extends Line {
  /** The line without white space at its ends: offsets into the page's text. */
  start: number;
  stop: number;
  /** Characters other than white space, and those of them in links, in bold and in the middle of the line. */
  letters: number;
  linked: number;
  bold: number;
  centred: number;
  /** Row of a table that holds data. */
  row: boolean;
  /** Letters outside links, if the line reads like text and not like a label; else 0. */
  prose: number;
}

/** Shortest line that is taken for text. */
const SHORTEST = 20;

export function pageLines({ text, boxes, runs }: Page): PageLine[] {
  const lines = splitLines(text).map(
    (line): PageLine => ({ ...line, ...inked(line), letters: 0, linked: 0, bold: 0, centred: 0, row: false, prose: 0 }),
  );
  for (const run of runs) {
    const box = boxes[run.box];
    for (let index = lineAt(lines, run.from) - 1; index < lines.length; index++) {
      const line = lines[index] as PageLine;
      if (line.from >= run.to) break;
      const letters = countLetters(text.slice(Math.max(line.from, run.from), Math.min(line.to, run.to)));
      line.letters += letters;
      if (box?.linked) line.linked += letters;
      if (box?.bold) line.bold += letters;
      if (box?.centred) line.centred += letters;
    }
  }
  for (const box of boxes) {
    if (box.role === 'row' && box.to > box.from) (lines[lineAt(lines, box.from) - 1] as PageLine).row = true;
  }
  for (const line of lines) {
    const reads = line.row || (line.letters >= SHORTEST && /[，。；：！？、,;!?]/u.test(line.text));
    line.prose = reads ? line.letters - line.linked : 0;
  }
  return lines;
}

function inked({ text, from, to }: Line): { start: number; stop: number } {
  const start = to - text.trimStart().length;
  return { start, stop: Math.max(start, from + text.trimEnd().length) };
}

function countLetters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (!/\s/.test(text[index] as string)) count++;
  return count;
}

/** Half-open range of lines. */
export interface LineRange {
  first: number;
  end: number;
}

/** The lines that `[from, to)` covers whole, white space apart; null if it covers a part of one or none. */
export function wholeLines(lines: PageLine[], from: number, to: number): LineRange | null {
  if (from >= to) return null;
  const first = lineAt(lines, from) - 1;
  const last = lineAt(lines, to - 1) - 1;
  const whole = from <= (lines[first] as PageLine).start && to >= (lines[last] as PageLine).stop;
  return whole ? { first, end: last + 1 } : null;
}

/** Sums of a property over any range of lines. */
export function summer(lines: PageLine[], property: 'letters' | 'linked' | 'prose'): (range: LineRange) => number {
  const sums = [0];
  for (const line of lines) sums.push((sums.at(-1) ?? 0) + line[property]);
  return ({ first, end }) => (sums[end] ?? 0) - (sums[first] ?? 0);
}
