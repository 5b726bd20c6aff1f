/** Lines with what the format says about them → the reader's text and its hints. */
import type { Hint, RawDocument } from '../types.ts';

export interface ReaderLine {
  /** Without the line feed at its end; soft line breaks stand inside. */
  text: string;
  /** Offsets into `text`. */
  hints: Hint[];
}

export function assemble(lines: ReaderLine[]): Pick<RawDocument, 'text' | 'hints'> {
  const hints: Hint[] = [];
  let at = 0;
  for (const line of lines) {
    for (const hint of line.hints) hints.push({ ...hint, from: hint.from + at, to: hint.to + at });
    at += line.text.length + 1;
  }
  return { text: lines.map(({ text }) => `${text}\n`).join(''), hints: sortHints(hints) };
}

/** In the order of the text; of two that begin together the longer comes first. */
export function sortHints(hints: Hint[]): Hint[] {
  return hints.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** A hint about the whole of a line; none about a line without words. */
export function wholeLine(text: string, hint: Omit<Hint, 'from' | 'to'>): Hint[] {
  return text.trim() === '' ? [] : [{ ...hint, from: 0, to: text.length }];
}
