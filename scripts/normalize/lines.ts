import type { Line } from './types.ts';

const LINE_END = /\r\n|[\r\n]/g;

/** Lines of a text; `\r\n`, `\n` and `\r` end a line, a last line needs no end. Offsets count into `text`. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  LINE_END.lastIndex = 0;
  while (LINE_END.test(text)) {
    const next = LINE_END.lastIndex;
    const to = next - (text[next - 2] === '\r' && text[next - 1] === '\n' ? 2 : 1);
    lines.push({ number: lines.length + 1, from, to, text: text.slice(from, to) });
    from = next;
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

/** A character beyond U+FFFF. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** UTF-16 offset → code point offset, for one text. */
export function codePointCounter(text: string): (offset: number) => number {
  const astral: number[] = [];
  PAIR.lastIndex = 0;
  while (PAIR.test(text)) astral.push(PAIR.lastIndex - 2);
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
