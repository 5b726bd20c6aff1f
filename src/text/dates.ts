/** Dates as they are written in Chinese copies, read into `YYYY[-MM[-DD]]`. */
import { parseNumeral } from './numerals.ts';

const NUMERAL = '[〇零○一二三四五六七八九十]';
const DATE = new RegExp(
  `(?<year>\\d{4}|${NUMERAL}{4})(?:年 {0,2}|[-/.])(?<month>\\d{1,2}|${NUMERAL}{1,3})(?:月 {0,2}|[-/.])(?<day>\\d{1,2}|${NUMERAL}{1,3})日?`,
  'u',
);

export interface FoundDate {
  /** `YYYY-MM-DD`. */
  date: string;
  /** UTF-16 offsets of the words that say so. */
  from: number;
  to: number;
}

/** The first full date in a text: `2024-10-09`, `2025/5/31`, `2024年3月5日`, `二〇二五年三月五日`; null if there is none or it is no day of the calendar. */
export function findDate(text: string): FoundDate | null {
  const match = DATE.exec(text);
  if (!match?.groups) return null;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => parseNumeral(match.groups?.[part] ?? ''));
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { date: date.toISOString().slice(0, 10), from: match.index, to: match.index + match[0].length };
}

/** A year that a title names, as written: `2022年`. It dates no speech by itself: sites put years into titles. */
export function yearInTitle(title: string): { text: string; from: number } | null {
  const match = /(?:19|20)\d\d年/u.exec(title);
  return match && { text: match[0], from: match.index };
}
