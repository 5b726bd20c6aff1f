/** Findings as a good compiler prints them: place, severity, code, what, the line with carets, why, what to do. */
import { explain, severityName } from '../../src/data/finding-kinds.ts';
import { codePointCounter, splitLines } from '../normalize/lines.ts';
import type { Finding, Line } from '../normalize/types.ts';
import { columns, printable } from './columns.ts';

/** Characters of the line that are shown before, inside and after the place. */
const BEFORE = 16;
const INSIDE = 32;
const AFTER = 16;

/**
 * A printer for the findings of one copy.
 * @param path named in the place, e.g. `sources/iot-industry-cluster.txt`
 * @param text the reader's text, which lines and columns count in: lines from 1, columns in code points from 1
 */
export function findingPrinter(path: string, text: string): (finding: Finding) => string {
  const lines = splitLines(text);
  const points = codePointCounter(text);
  return (finding) => {
    const line = lines[finding.lines[0] - 1] as Line;
    const from = offsetOf(finding.at[0], points, line);
    const to = finding.at[1] > points(line.to) ? line.to : offsetOf(finding.at[1], points, line);
    const { what, why, todo } = explain(finding);
    const place = `${path}:${line.number}:${finding.at[0] - points(line.from) + 1}`;
    const margin = ' '.repeat(String(line.number).length);
    const { excerpt, carets } = mark(line, from, Math.max(from, to));
    return [
      `${place} ${severityName(finding.severity)} ${finding.code}：${what}`,
      `  ${line.number} │ ${excerpt}`,
      `  ${margin} │ ${carets}`,
      `  ${margin} = 为何：${why}`,
      `  ${margin} = 怎么办：${todo}`,
    ].join('\n');
  };
}

/** UTF-16 offset of a code point within a line, by bisection. */
function offsetOf(point: number, points: (offset: number) => number, line: Line): number {
  let low = line.from;
  let high = line.to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points(middle) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line shortened around `[from, to)`, and carets below these characters: one where there are none. */
function mark(line: Line, from: number, to: number): { excerpt: string; carets: string } {
  const text = (start: number, end: number) => line.text.slice(start - line.from, end - line.from).toWellFormed();
  const [start, end] = [Math.max(line.from, from - BEFORE), Math.min(line.to, to + AFTER)];
  const before = printable((start > line.from ? '…' : '') + text(start, from));
  const place = printable(
    to - from > 2 * INSIDE ? `${text(from, from + INSIDE)}…${text(to - INSIDE, to)}` : text(from, to),
  );
  const after = printable(text(to, end) + (end < line.to ? '…' : ''));
  return {
    excerpt: before + place + after,
    carets: ' '.repeat(columns(before)) + '^'.repeat(Math.max(1, columns(place))),
  };
}
