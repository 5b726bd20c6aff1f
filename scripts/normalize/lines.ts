import { matches } from '../../src/text/matches.ts';
import type { Line } from './types.ts';

/** Lines of a text; `\r\n`, `\n` and `\r` end a line, a last line needs no end. Offsets count into `text`. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const end of matches(text, /\r\n|\r|\n/g)) {
    lines.push({ number: lines.length + 1, from, to: end.index, text: text.slice(from, end.index) });
    from = end.index + end[0].length;
  }
  if (from < text.length || lines.length === 0) {
    lines.push({ number: lines.length + 1, from, to: text.length, text: text.slice(from) });
  }
  return lines;
}

/** Finds the line of an offset by binary search. */
export function lineAt(lines: Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Line).from <= offset) low = middle;
    else high = middle - 1;
  }
  return (lines[low] as Line).number;
}

/** UTF-16 offset → code point offset, for one text. */
export function codePointCounter(text: string): (offset: number) => number {
  const astral: number[] = [];
  for (const match of matches(text, /[\u{10000}-\u{10ffff}]/gu)) astral.push(match.index);
  if (astral.length === 0) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((astral[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
