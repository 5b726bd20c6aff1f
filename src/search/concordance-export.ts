/** A concordance as a file: CSV after RFC 4180 for spreadsheets, JSON for programs. */
import type { ConcordanceDocument, Line } from './concordance.ts';

export interface ExportedLine {
  left: string;
  keyword: string;
  right: string;
  speech: string;
  date: string | null;
  /** Absolute address of the place, its words marked there. */
  link: string;
}

/** Spreadsheets take a file with this sign at its head for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const columns = ['left', 'keyword', 'right', 'speech', 'date', 'link'] as const;

export function exportedLine(line: Line, { title, date }: ConcordanceDocument, link: string): ExportedLine {
  const { text, from, to } = line;
  return { left: text.slice(0, from), keyword: text.slice(from, to), right: text.slice(to), speech: title, date, link };
}

/** @param names heads of the columns */
export function toCsv(lines: Iterable<ExportedLine>, names: Record<(typeof columns)[number], string>): string {
  const rows = [columns.map((column) => names[column])];
  for (const line of lines) rows.push(columns.map((column) => line[column] ?? ''));
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, and so does what begins with one: it can be taken off again. */
function cell(value: string): string {
  const harmless = /^['=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

export interface ExportedConcordance {
  query: string;
  exactForms: boolean;
  /** Version of the library that was searched. */
  version: string;
  /** Occurrences in all; more than lines where the lines are a choice of them. */
  count: number;
  lines: ExportedLine[];
}

export function toJson(exported: ExportedConcordance): string {
  return `${JSON.stringify(exported, null, 1)}\n`;
}
