/** Breaking a title into lines between words, never before or after a mark that may not begin or end a line. */
import type { Glyphs } from './font.ts';

const notFirst = /^[，。、；：？！）》〉」』】〕”’…—·,.;:?!)\]%]/u;
const notLast = /[（《〈「『【〔“‘([]$/u;
const narrow = /[\p{Script=Latin}\d]/u;
const han = /\p{Script=Han}/u;

/** Thousandths of the em that a missing character takes. */
const MISSING = 1000;
/** Between Chinese and Latin, in thousandths of the em. */
const AUTOSPACE = 125;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The least parts that a line may be made of: words, with the marks that belong to them. */
function pieces(text: string): string[] {
  const result: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = result.at(-1);
    const belongs = last !== undefined && (notFirst.test(segment) || notLast.test(last) || runs(last, segment));
    if (belongs) result[result.length - 1] = last + segment;
    else result.push(segment);
  }
  return result;
}

/** Whether a Latin word or a number goes on, as in `5G` or `1+4`. */
function runs(before: string, after: string): boolean {
  return /[\p{Script=Latin}\d.+-]$/u.test(before) && /^[\p{Script=Latin}\d.+-]/u.test(after);
}

export interface Placed {
  character: string;
  /** Thousandths of the em from the beginning of the line. */
  x: number;
}

/** Where each character of a line stands, and how long the line is. */
export function place(line: string, glyphs: Glyphs): { placed: Placed[]; length: number } {
  let x = 0;
  let before = '';
  const placed: Placed[] = [];
  for (const character of line) {
    const meets = (han.test(before) && narrow.test(character)) || (narrow.test(before) && han.test(character));
    if (meets) x += AUTOSPACE;
    placed.push({ character, x });
    x += glyphs.get(character)?.advance ?? MISSING;
    before = character;
  }
  return { placed, length: x };
}

/** Fills lines from the first on. @param width thousandths of the em */
function fill(parts: string[], width: number, glyphs: Glyphs): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && place(last + part, glyphs).length <= width) lines[lines.length - 1] = last + part;
    else lines.push(part.trimStart());
  }
  return lines.filter((line) => line !== '');
}

/**
 * Lines of about equal length, as few as fit the width.
 * @param width thousandths of the em
 */
export function balance(text: string, width: number, glyphs: Glyphs): string[] {
  const parts = pieces(text);
  const full = fill(parts, width, glyphs);
  let best = full;
  for (let narrower = width - 500; narrower > width / full.length; narrower -= 500) {
    const lines = fill(parts, narrower, glyphs);
    if (lines.length > full.length) break;
    best = lines;
  }
  return best;
}
