/** What a line before the text is, other than a title. */
import { findDate, findDayOfYear, readDates } from '../../../src/text/dates.ts';
import { meetingTime } from '../rules/fields.ts';
import { besideDay, documentNumber, headLines } from '../rules/head-lines.ts';
import { dateline } from '../rules/roles.ts';
import { labels } from '../rules/speakers.ts';
import { bylineEnding, titleEnding } from '../rules/titles.ts';
import { isMeetingField } from './fields.ts';
import { readPerson } from './person.ts';

/** `meeting` names occasion and mostly day: `（2024年1月5日在…大会上）`; `plain` is a title or a heading. */
export type HeadLineKind =
  | 'subtitle'
  | 'documentNumber'
  | 'letterhead'
  | 'note'
  | 'date'
  | 'meeting'
  | 'field'
  | 'body'
  | 'person'
  | 'plain';

const LONGEST = 60;

/** A day, and nothing else but its hour. */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST || !/[年月\d]/.test(text)) return false;
  const found = findDate(text) ?? readDates(text)[0] ?? findDayOfYear(text);
  if (!found) return false;
  const rest = (text.slice(0, found.from) + text.slice(found.to)).replace(besideDay, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** The head of an agency's report on a line of its own: `新华社北京3月5日电`. */
function isDateline(text: string): boolean {
  return /\d日[电電讯訊]/u.test(text) && dateline.pattern.exec(text)?.[0].length === text.length;
}

/** A line that begins with a dash under a title says more of it. */
export const isSubtitle = (text: string) => headLines.subtitle.pattern.test(text);

/** An occasion in brackets or behind its day, which no title is. */
function isMeeting(text: string): boolean {
  return headLines.meeting.pattern.test(text) && (findDate(text) !== null || /^[（(]/u.test(text));
}

/** A body, or several with spaces between them. */
export function isBody(text: string): boolean {
  if (text.length > LONGEST || headLines.sentence.pattern.test(text)) return false;
  return bylineEnding.test(text) && !titleEnding(text);
}

const LABEL = new RegExp(`^(?:${labels.join('|')})[：:]`, 'u');

function isPerson(text: string): boolean {
  if (headLines.nameless.pattern.test(text)) return true;
  const bare = text
    .replace(LABEL, '')
    .replace(/[（(][^（）]{0,24}[）)]$/u, '')
    .trim();
  return readPerson(bare, true) !== null;
}

/** When and by whom a text was adopted, and each time amended: a line in brackets, however long. */
export function isAdoption(text: string): boolean {
  return headLines.dated.pattern.test(text) && readDates(text).length > 0;
}

export function headLineKind(text: string): HeadLineKind {
  if (isSubtitle(text)) return 'subtitle';
  if (documentNumber.line.pattern.test(text)) return 'documentNumber';
  if (headLines.letterhead.pattern.test(text)) return 'letterhead';
  if (headLines.note.pattern.test(text) || headLines.listed.pattern.test(text) || isDateline(text)) return 'note';
  if (isDateLine(text)) return 'date';
  if (isMeeting(text)) return 'meeting';
  if (isAdoption(text)) return 'note';
  if (isBody(text)) return 'body';
  if (!titleEnding(text.replace(/\s/gu, '')) && isPerson(text)) return 'person';
  if (isMeetingField(text) || meetingTime.test(text)) return 'field';
  return 'plain';
}
