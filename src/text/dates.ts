/** Dates as they are written in Chinese copies, read into `YYYY[-MM[-DD]]`. */
import { matches } from './matches.ts';
import { parseNumeral } from './numerals.ts';

const NUMERAL = '[〇零○一二三四五六七八九十]';
const NUMBER = `(?:\\d{1,2}|${NUMERAL}{1,3})`;
/** `民國113年` is 2024; three digits before 年 and a day have no other reading. */
const ERA = '(?:(?:中華民國|中华民国|民國|民国) {0,2})';
const YEAR = `(?:${ERA}(?<minguo>\\d{2,3}|[百${NUMERAL.slice(1, -1)}]{2,6})|(?<![\\d.])(?<year>\\d{4}|${NUMERAL}{4}|1\\d\\d(?= {0,2}年 {0,2}\\d)))`;
/** From a first day to a second: `至7日`, `—11日`, `至4月2日`, `-2025年1月2日`. */
const UNTIL = `(?: {0,2}(?:[至到~～-]|—{1,2}|–) {0,2}(?:(?<untilYear>\\d{4}) {0,2}年 {0,2})?(?:(?<untilMonth>${NUMBER}) {0,2}月 {0,2})?(?<untilDay>${NUMBER}) {0,2}日)`;
const CHINESE = `${YEAR} {0,2}年(?: {0,2}(?<month>${NUMBER}) {0,2}月(?: {0,2}(?<day>${NUMBER})(?: {0,2}日${UNTIL}?|${UNTIL}))?)?`;
const SIGNED = `(?<![\\d.])(?<signedYear>\\d{4})[-/.](?<signedMonth>\\d{1,2})[-/.](?<signedDay>\\d{1,2})(?!\\d)日?`;
const DATE = new RegExp(`${CHINESE}|${SIGNED}`, 'gu');

export interface FoundDate {
  /** `YYYY-MM-DD`; from `readDates` also `YYYY-MM` and `YYYY`, as far as the words go. */
  date: string;
  /** Last day of a range such as `2024年3月5日至7日`, else null. */
  until: string | null;
  /** UTF-16 offsets of the words that say so. */
  from: number;
  to: number;
}

/** The first full date in a text: `2024-10-09`, `2025/5/31`, `2024年3月5日`, `二〇二五年三月五日`; null if there is none or it is no day of the calendar. */
export function findDate(text: string): FoundDate | null {
  for (const match of matches(plain(text), DATE)) {
    if ((match.groups?.month && match.groups.day) || match.groups?.signedDay) return read(match);
  }
  return null;
}

/** Every date in a text that gives at least a year followed by 年, or year, month and day: `2024年`, `二〇二五年三月`, `2024-03-05`. */
export function readDates(text: string): FoundDate[] {
  return matches(plain(text), DATE).flatMap((match) => read(match) ?? []);
}

/** With full-width digits as ASCII, character for character. */
function plain(text: string): string {
  return text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
}

function read(match: RegExpExecArray): FoundDate | null {
  const groups = match.groups ?? {};
  const number = (part: string | undefined) => (part ? parseNumeral(part) : null);
  const minguo = number(groups.minguo);
  const stated = number(groups.year ?? groups.signedYear);
  const year = minguo ? minguo + 1911 : stated && stated < 1000 ? stated + 1911 : stated;
  const month = number(groups.month ?? groups.signedMonth);
  const day = number(groups.day ?? groups.signedDay);
  const date = year ? written(year, month, day) : null;
  if (!year || !date) return null;
  const untilDay = number(groups.untilDay);
  const until = untilDay
    ? written(number(groups.untilYear) ?? year, number(groups.untilMonth) ?? month, untilDay)
    : null;
  const ends = until !== null && until > date;
  return { date, until: ends ? until : null, from: match.index, to: match.index + match[0].length };
}

/** `2024`, `2024-03` or `2024-03-05`; null for what the calendar does not have. */
function written(year: number, month: number | null, day: number | null): string | null {
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (date.getUTCMonth() !== (month ?? 1) - 1 || date.getUTCDate() !== (day ?? 1)) return null;
  return date.toISOString().slice(0, month === null ? 4 : day === null ? 7 : 10);
}

const DAY_OF_YEAR = new RegExp(`(?<![年\\d])(?<month>${NUMBER})月(?<day>${NUMBER})日`, 'u');

/** `3月5日`, `十月二十五日`: a day whose year the words leave open. The day need not exist. */
export function findDayOfYear(text: string): { month: number; day: number; from: number; to: number } | null {
  const match = DAY_OF_YEAR.exec(plain(text));
  const [month, day] = [parseNumeral(match?.groups?.month ?? ''), parseNumeral(match?.groups?.day ?? '')];
  return match && month && day ? { month, day, from: match.index, to: match.index + match[0].length } : null;
}

/**
 * The last such day that is not after a known one, if it lies in the half year before it.
 * @param known `YYYY-MM-DD`
 */
export function dayBefore(known: string, { month, day }: { month: number; day: number }): string | null {
  const HALF_YEAR = 183 * 24 * 60 * 60 * 1000;
  const year = Number(known.slice(0, 4));
  const date = [year, year - 1].map((each) => written(each, month, day)).find((each) => each !== null && each <= known);
  return date && Date.parse(known) - Date.parse(date) <= HALF_YEAR ? date : null;
}

/** A year that a title names, as written: `2022年`. It dates no speech by itself: sites put years into titles. */
export function yearInTitle(title: string): { text: string; from: number } | null {
  const match = /(?:19|20)\d\d年/u.exec(title);
  return match && { text: match[0], from: match.index };
}
