/** When a speech was given, when a paper was issued. A day that is read of a site's row alone is neither. */
import { dayBefore, type FoundDate, findDate, findDayOfYear, readDates } from '../../../../src/text/dates.ts';
import { meetingTime } from '../../rules/fields.ts';
import type { Note } from '../../types.ts';
import { headLineKind, isBody, isDateLine } from '../head-lines.ts';
import { type Claim, claim, first, type Placed } from './claim.ts';

export interface Dates {
  delivered: Claim | null;
  /** Last day, where the words give a range. */
  deliveredUntil: Claim | null;
  issued: Claim | null;
  notes: Note[];
}

export interface DateSources {
  title: Placed | undefined;
  bylines: Placed[];
  paragraphs: Placed[];
  /** The day under the text. */
  signature: Placed | undefined;
  /** From a note that says what the text is. */
  note: Claim | null;
  /** From the table above the document. */
  issued: Claim | null;
  published: Claim | null;
  /** The text is a paper, which is issued and not delivered. */
  paper: boolean;
}

type Dated = Claim<FoundDate>;

/** Lines of a head and of a signature are short. */
const LONGEST_LINE = 60;

export function findDates(sources: DateSources): Dates {
  const { title, bylines, signature, paper, published } = sources;
  const [times, others] = split(bylines, ({ block }) => meetingTime.test(block.text));
  const [printing, lines] = split(others, (line) => !paper && isPrinting(line, bylines, title));
  const [held] = daysOf(times);
  const [printed] = daysOf(printing);
  const [signed] = signature ? daysOf([signature]) : [];
  const head = daysOf(lines);
  const named = title ? dateInTitle(title) : null;
  const own = [...(held ? [] : head), named, signed].filter((each) => each !== null && each !== undefined);
  const day = held ?? own[0] ?? null;
  const issued = dayOf(paper ? day : (printed ?? (held ? (head[0] ?? signed) : null)));
  const delivered = paper ? null : first(dayOf(day), sources.note, inferred(sources, published));
  const until = !paper && day?.value.until ? { value: day.value.until, clues: day.clues } : null;
  const notes = [...conflicts(own), ...inferredNotes(delivered)];
  if (issued && sources.issued && issued.value !== sources.issued.value) {
    notes.push(conflict(sources.issued, sources.issued.value, issued.value));
  }
  return { delivered, deliveredUntil: until, issued: first(issued, sources.issued), notes };
}

const dayOf = (dated: Dated | null | undefined): Claim | null =>
  dated ? { value: dated.value.date, clues: dated.clues } : null;

const daysOf = (lines: Placed[]): Dated[] => lines.flatMap((line) => dateIn(line) ?? []);

const undated = (text: string) => text.slice(withoutDate(text).from, withoutDate(text).to);

function split(lines: Placed[], is: (line: Placed) => boolean): [Placed[], Placed[]] {
  return [lines.filter(is), lines.filter((line) => !is(line))];
}

/** A body that dates a speech has printed it on that day: both on one line, or a line each above the title. */
function isPrinting(line: Placed, bylines: Placed[], title: Placed | undefined): boolean {
  const above = bylines[bylines.indexOf(line) - 1];
  const heads = title !== undefined && line.at.from < title.at.from && above !== undefined && isBody(above.block.text);
  return isBody(undated(line.block.text)) || (heads && isDateLine(line.block.text));
}

/** A full day in any line of the head; a month or a year where the line is nothing else or names the occasion. */
function dateIn(line: Placed): Dated | null {
  const { text } = line.block;
  const partial = isDateLine(text) || ['meeting', 'note', 'subtitle'].includes(headLineKind(text));
  const found = findDate(text) ?? (partial ? readDates(text)[0] : null);
  return found ? claim(line, found.from, found.to, 'certain', found) : null;
}

/** A full day in the title, unless it is one of a span that the title is about. */
function dateInTitle(title: Placed): Dated | null {
  const found = findDate(title.block.text);
  return found && found.until === null ? claim(title, found.from, found.to, 'certain', found) : null;
}

/** Days that contradict each other. */
function conflicts([day, ...others]: Dated[]): Note[] {
  if (!day) return [];
  const agrees = ({ value: { date } }: Dated) =>
    date.startsWith(day.value.date) ||
    day.value.date.startsWith(date) ||
    (day.value.until !== null && date >= day.value.date && date <= day.value.until);
  return others.filter((other) => !agrees(other)).map((other) => conflict(other, other.value.date, day.value.date));
}

function conflict({ clues: [clue] }: { clues: Claim['clues'] }, date: string, taken: string): Note {
  const message = `此处的日期是 ${date}，别处是 ${taken}，两者不合；现取 ${taken}：请核对。`;
  return { code: 'conflict-date', severity: 'warning', from: clue?.from ?? 0, to: clue?.to ?? 0, message };
}

const REPORTS = /^[^。；]{0,60}(?:指出|强调|強調|表示|[讲講]话|致辞|致辭|报告|報告|发言|主持)/u;

/** `国务院总理某某3月5日在…中指出` on a page posted on 2024-03-11: the day lies in the half year before. */
function inferred({ bylines, paragraphs }: DateSources, published: Claim | null): Claim | null {
  if (published?.value.length !== 10) return null;
  const opening = paragraphs[0] && REPORTS.test(paragraphs[0].block.text) ? [paragraphs[0]] : [];
  for (const line of [...bylines.filter(({ block }) => isDateLine(block.text)), ...opening]) {
    const found = findDayOfYear(line.block.text.slice(0, 60));
    const date = found && dayBefore(published.value, found);
    if (!found || !date) continue;
    const words = claim(line, found.from, found.to, 'doubtful', date);
    return {
      value: date,
      clues: [...words.clues, ...published.clues.map((clue) => ({ ...clue, confidence: 'doubtful' as const }))],
    };
  }
  return null;
}

function inferredNotes(delivered: Claim | null): Note[] {
  const [clue] = delivered?.clues ?? [];
  if (clue?.confidence !== 'doubtful') return [];
  const message = `文中没有写年份，据网站发布日期推定为 ${delivered?.value}：请核对。`;
  return [{ code: 'doubt-date', severity: 'warning', from: clue.from, to: clue.to, message }];
}

/** The line near the end that is nothing but a day, as under a signature, and the line above it; a letter to bodies may bear it near its beginning. */
export function findSignature(paragraphs: Placed[]): { day: Placed; above: Placed | undefined } | null {
  const LAST = 4;
  const isDay = ({ block: { text } }: Placed) => text.length <= 40 && findDate(text) !== null && isDateLine(text);
  const late = paragraphs.slice(-LAST).findLastIndex(isDay);
  const index =
    late >= 0 ? Math.max(0, paragraphs.length - LAST) + late : paragraphs.slice(0, LAST * 2).findIndex(isDay);
  const day = paragraphs[index];
  return day ? { day, above: paragraphs[index - 1] } : null;
}

/** The part of a line that is left without a day at its end and without the brackets around both. */
export function withoutDate(text: string): { from: number; to: number } {
  if (text.length > LONGEST_LINE) return { from: 0, to: text.length };
  const found = findDate(text);
  const to = found && /^[\s）)]*$/u.test(text.slice(found.to)) ? found.from : text.length;
  const kept = text.slice(0, to).replace(/[\s（(，]+$/u, '');
  const from = kept.length - kept.replace(/^[\s（(]+/u, '').length;
  return { from, to: Math.max(from, kept.length) };
}
