/** Words of a page → lines, from top to bottom. */
import { WIDE, withoutSettingSpaces } from './characters.ts';
import { regionsOf } from './columns.ts';
import type { Page, Word } from './document.ts';

export interface PageLine {
  /** From 0. */
  page: number;
  text: string;
  /** Points. */
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** Of most of its characters. */
  size: number;
  level: boolean;
}

/** Words of one line; the tallest tells its height. */
interface Row {
  words: Word[];
  tallest: Word;
}

/** Text on the level, one column after the other, then what runs aslant, each run for itself. */
export function linesOf(page: Page, number: number): PageLine[] {
  const level = regionsOf(page.words.filter((word) => word.level)).flatMap(({ words, shift }) =>
    rowsOf(words).map((row) => {
      const line = lineOf(row.words, number, true);
      return { ...line, left: line.left - shift, right: line.right - shift };
    }),
  );
  const aslant = page.words.filter((word) => !word.level).map((word) => lineOf([word], number, false));
  return [...level, ...aslant].filter(({ text }) => text !== '');
}

function rowsOf(words: Word[]): Row[] {
  const rows: Row[] = [];
  for (const word of words.sort((a, b) => a.y - b.y || a.x - b.x)) {
    // Raised signs come before their row and are the first of it.
    const row = rows.at(-1);
    if (!row || !sameRow(row.tallest, word)) rows.push({ words: [word], tallest: word });
    else {
      row.words.push(word);
      if (word.size > row.tallest.size) row.tallest = word;
    }
  }
  return rows;
}

/** The middle of one lies within the height of the other. */
function sameRow(a: Word, b: Word): boolean {
  return covers(a, b) || covers(b, a);
}

function covers(a: Word, b: Word): boolean {
  const middle = b.y - 0.4 * b.size;
  return middle < a.y + 0.1 * a.size && middle > a.y - 0.9 * a.size;
}

function lineOf(row: Word[], page: number, level: boolean): PageLine {
  const words = withoutDoubles(row.sort((a, b) => a.x - b.x));
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before) text += gap(text, word, (word.x - right) / Math.max(word.size, before.size));
    text += word.text;
    right = Math.max(right, word.x + word.width);
  }
  const { size, y } = commonest(words);
  const left = words[0]?.x ?? 0;
  return { page, text: withoutSettingSpaces(text).trim(), left, right, y, size, level };
}

/** Bold that is made by printing twice. */
function withoutDoubles(words: Word[]): Word[] {
  return words.filter((word, index) => {
    const before = words[index - 1];
    return !(before && before.text === word.text && Math.abs(before.x - word.x) < 0.3 * word.size);
  });
}

/** @param ems between the word and what stands before it, in heights of the font */
function gap(text: string, word: Word, ems: number): string {
  const wide = WIDE.test(text.at(-1) ?? '') && WIDE.test(word.text[0] ?? '');
  if (ems < (wide ? 0.3 : 0.15)) return '';
  return wide && ems >= 0.75 ? '\u3000' : ' ';
}

/** The word whose size most characters share. */
function commonest(words: Word[]): Word {
  const counts = new Map<number, number>();
  for (const { size, text } of words) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return words.reduce((best, word) => ((counts.get(word.size) ?? 0) > (counts.get(best.size) ?? 0) ? word : best));
}
