/** Rows of labelled fields: `发文机关：某某市 成文日期：2022年05月17日`, in cells, or a label and its value a line each. */
import { findDate } from '../../../src/text/dates.ts';
import { matches } from '../../../src/text/matches.ts';
import { documentFields, type FieldKind, frontFields, meetingFields, postingFields } from '../rules/fields.ts';

/** `value` is `text.slice(from, to)`; a label alone on its line has an empty value. */
export interface Field {
  field: FieldKind;
  value: string;
  from: number;
  to: number;
}

/** Longest value of a field, and of one that is a title. */
const LONGEST = 60;
const LONGEST_TITLE = 120;
/** A row is several fields. */
const LONGEST_ROW = 600;

/** Fewest labels of documents that make a table. */
const FEWEST = 2;

const rules = [...documentFields, postingFields];
const kinds = new Map(rules.flatMap(({ field, words }) => words.map((word): [string, FieldKind] => [word, field])));
const spaced = (word: string) => [...word].join('\\s{0,4}');
/** Longer labels first, so that `信息索引号` is not read as `索引号`. */
const label = [...kinds.keys()]
  .sort((a, b) => b.length - a.length)
  .map(spaced)
  .join('|');
const LABEL = new RegExp(`(?<=^|[\\s|｜;；【\\[])(${label})(?:\\s{0,4}[：:]|[】\\]]|(?=\\t|$))\\s{0,8}`, 'gu');

/** Fields of a row that holds nothing else; empty where it is no such row. */
export function readFields(text: string): Field[] {
  if (text.length > LONGEST_ROW) return [];
  const labels = matches(text, LABEL);
  if (labels.length === 0 || text.slice(0, labels[0]?.index).replace(/[【[]/u, '').trim() !== '') return [];
  const fields = labels.map((match, index): Field => {
    const start = match.index + match[0].length;
    const end = labels[index + 1]?.index ?? text.length;
    const to = start + text.slice(start, end).replace(/[\s|｜;；【[]+$/u, '').length;
    const field = kinds.get((match[1] ?? '').replace(/\s/gu, '')) ?? 'other';
    return { field, value: text.slice(start, to), from: start, to };
  });
  const fits = ({ field, value }: Field) =>
    value.length <= (field === 'title' ? LONGEST_TITLE : LONGEST) && !/。./u.test(value);
  return fields.every(fits) ? fields : [];
}

/** The field of a line between `---`; null for a key that tells nothing, and for an address. */
export function readFrontField(text: string): Field | null {
  const match = /^(\S{1,20}?)[:：]\s{0,8}(["']?)(?<value>[^"'\s][^"']{0,119}?)\2\s*$/u.exec(text);
  const rule = frontFields.find(({ words }) => words.includes(match?.[1] ?? ''));
  const value = match?.groups?.value ?? '';
  if (!rule || value === '' || /^https?[:：]/u.test(value)) return null;
  const from = text.indexOf(value, match?.[1]?.length);
  return { field: rule.field, value, from, to: from + value.length };
}

const MEETING = new RegExp(`^(?:${meetingFields.words.map(spaced).join('|')})\\s{0,4}[：:]`, 'u');

/** A line at the head of minutes: `地点：三楼会议室`. */
export function isMeetingField(text: string): boolean {
  return MEETING.test(text);
}

/** Whether a line is the value of the label that stands alone on the line above it. */
function valueUnder(label: Field | undefined, text: string, next: string): boolean {
  if (label?.value !== '' || readFields(text).length > 0) return false;
  if (label.field === 'issued' || label.field === 'published') return findDate(text) !== null && text.length <= LONGEST;
  if (label.field === 'documentNumber') return /\d/u.test(text) && text.length <= LONGEST;
  return text.length <= LONGEST_TITLE && readFields(next).length > 0;
}

/**
 * Indexes of the lines that make the table of a document: rows of fields, and values under labels.
 * @param filled indexes of the lines that are not blank
 * @param row what such a row begins like
 */
export function fieldRuns(filled: number[], texts: string[], row: RegExp): number[] {
  const found: number[] = [];
  let run: { lines: number[]; labels: number; last: Field | undefined } = { lines: [], labels: 0, last: undefined };
  const close = () => {
    if (run.labels >= FEWEST) found.push(...run.lines);
    run = { lines: [], labels: 0, last: undefined };
  };
  for (const [position, index] of filled.entries()) {
    const text = texts[index] ?? '';
    const fields = row.test(text) ? readFields(text) : [];
    if (fields.length > 0) {
      run.lines.push(index);
      run.labels += fields.filter(({ field }) => field !== 'title' && field !== 'published').length;
      run.last = fields.at(-1);
    } else if (valueUnder(run.last, text, texts[filled[position + 1] ?? -1] ?? '')) {
      run.lines.push(index);
      run.last = undefined;
    } else close();
  }
  close();
  return found;
}
