/** Which of the lines before a text are its title. */
import { concat, joinWithSpace, type Passage } from '../passage.ts';
import { titleEnding } from '../rules/titles.ts';
import type { HeadLineKind } from './head-lines.ts';

export interface HeadLine {
  passage: Passage;
  kind: HeadLineKind;
}

/** Lines `[from, to)`; `apart`: each says something of its own, so that a space joins them. Empty for no title. */
export interface TitleRange {
  from: number;
  to: number;
  apart: boolean;
}

const MOST_LINES = 4;

/**
 * The lines that together end as titles do; over a subtitle or over a date, the plain lines there; failing that, the first plain line.
 * @param known title as the table above the document gives it, else null
 */
export function titleRange(lines: HeadLine[], known: string | null): TitleRange {
  return stated(lines, known) ?? ended(lines) ?? slogan(lines) ?? firstPlain(lines);
}

export function titleOf(lines: HeadLine[], { from, to, apart }: TitleRange): Passage {
  return lines
    .slice(from, to)
    .map(({ passage }) => passage)
    .reduce((title, line) => (apart ? joinWithSpace(title, line) : concat(title, line)));
}

const textOf = (line: HeadLine | undefined) => line?.passage.text ?? '';
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The lines whose words are those of the known title. */
function stated(lines: HeadLine[], known: string | null): TitleRange | null {
  if (known === null) return null;
  for (const from of lines.keys()) {
    let words = '';
    for (let to = from; to < lines.length && words.length < letters(known).length; to++) {
      words += letters(textOf(lines[to]));
      if (words === letters(known)) return { from, to: to + 1, apart: false };
    }
  }
  return null;
}

function ended(lines: HeadLine[]): TitleRange | null {
  const last = lines.findIndex(({ passage, kind }) => kind === 'plain' && titleEnding(passage.text));
  if (last < 0) return null;
  let from = last;
  for (let at = last - 1; at >= 0 && last - at < MOST_LINES && lines[at]?.kind === 'plain'; at--) {
    if (isUnfinished(textOf(lines[at]))) from = at;
  }
  if (lines[from - 1]?.kind === 'body' && /^关于|^關於/u.test(textOf(lines[from]))) from--;
  if (isRecord(textOf(lines[last])) && isBareDate(lines[last + 1])) return { from, to: last + 2, apart: true };
  return { from, to: last + 1, apart: false };
}

/** Minutes and records bear the day of their meeting as the second line of the title. */
function isRecord(text: string): boolean {
  return /(?:记录|紀錄|實錄|实录|纪要|紀要)$/u.test(text);
}

const isBareDate = (line: HeadLine | undefined) => line?.kind === 'date' && !/^[（(]/u.test(textOf(line));

/** Lines without a noun of titles are one where a subtitle, a day, a meeting or a person follows. */
function slogan(lines: HeadLine[]): TitleRange | null {
  const from = lines.findIndex(({ kind }) => kind === 'plain');
  if (from < 0) return null;
  let to = from;
  while (lines[to]?.kind === 'plain') to++;
  const follows = ['subtitle', 'date', 'meeting', 'person', 'note'].includes(lines[to]?.kind ?? 'plain');
  return follows && to < lines.length && to - from < MOST_LINES
    ? { from, to, apart: !isUnfinished(textOf(lines[from])) }
    : null;
}

function firstPlain(lines: HeadLine[]): TitleRange {
  let from = lines.findIndex(({ kind }) => kind === 'plain');
  if (from < 0) from = lines.findIndex(({ kind, passage }) => kind === 'subtitle' && titleEnding(passage.text));
  return from < 0 ? { from: 0, to: 0, apart: false } : { from, to: from + 1, apart: false };
}

/** A line that can't be the whole of something: it opens `在…` or `关于…` without its noun, or ends on a connective. */
function isUnfinished(text: string): boolean {
  return /(?:[和与及暨的在、—《（]|关于.{0,40}|在[^上]{0,40})$/u.test(text) && !titleEnding(text);
}
