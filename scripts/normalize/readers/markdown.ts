/** Markdown: the text is the file's characters; its signs are hints, so that the account names each that leaves the text. */
import { splitLines } from '../lines.ts';
import type { Hint, Line, RawDocument } from '../types.ts';
import { sortHints } from './assemble.ts';
import { markInline } from './markdown/inline.ts';
import { hasOddStars } from './markdown/recognise.ts';

export { isMarkdown } from './markdown/recognise.ts';

const WHY = 'Markdown 记号';

/** Lines that are signs and nothing else. */
const RULE_LINE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$/;
const TABLE_LINE = /^ {0,3}\|.*\|[ \t]*$/;
const TABLE_RULE = /^[ |:-]+$/;
const REFERENCE = /^ {0,3}\[[^\][^\n]{1,100}\]: {0,9}(?:https?:|\/|<)\S{1,500}/;
/** What stands before the words of a line: `> `, `- `, `## `. */
const QUOTE = /^ {0,3}>[ \t]?/;
const BULLET = /^[ \t]{0,20}[-*+][ \t]+(?=\S)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/;
const NOTE = /^\[\^[^\]\s]{1,20}\]:/;
const NOTE_MARK = /\[\^[^\]\s]{1,20}\]/g;

/** @param decoded a text that `isMarkdown` says is one */
export function readMarkdown({ encoding, text }: { encoding: string; text: string }): RawDocument {
  const lines = splitLines(text);
  const hints: Hint[] = [];
  const strict = lines.some(({ text: line }) => hasOddStars(line));
  let at = skipFields(lines, hints);
  let fence: string | null = null;
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    const sign = /^ {0,3}(`{3}|~{3})/.exec(line.text)?.[1];
    if (sign && (fence === null || fence === sign)) {
      fence = fence === null ? sign : null;
      hints.push(debris(line.from, line.to));
    } else if (fence !== null) continue;
    else if (TABLE_LINE.test(line.text) && TABLE_RULE.test(lines[at + 1]?.text.trim() ?? '')) {
      at = readTable(lines, at, hints) - 1;
    } else readLine(line, lines[at - 1], hints, strict);
  }
  return { format: 'markdown', encoding, text, hints: sortHints(hints) };
}

function debris(from: number, to: number, why = WHY): Hint {
  return { kind: 'debris', from, to, why };
}

/** Fields between `---` at the top are about the text and no part of it. Gives the index of the first line after them. */
function skipFields(lines: Line[], hints: Hint[]): number {
  if (lines[0]?.text.trim() !== '---') return 0;
  const end = lines.findIndex(({ text }, index) => index > 0 && text.trim() === '---');
  const fields = lines.slice(1, end);
  if (end < 0 || !fields.every(({ text }) => text.trim() === '' || /^(?:[\w-]+:|[ \t]|-[ \t]|#)/.test(text))) return 0;
  for (const { from, to } of lines.slice(0, end + 1)) if (to > from) hints.push(debris(from, to, '文首的字段'));
  return end + 1;
}

function readLine(line: Line, previous: Line | undefined, hints: Hint[], strict: boolean): void {
  if (RULE_LINE.test(line.text)) {
    hints.push(debris(line.from, line.to));
    if (previous && /^ {0,3}[-=]/.test(line.text)) underlined(previous, line, hints);
    return;
  }
  if (REFERENCE.test(line.text)) {
    hints.push(debris(line.from, line.to));
    return;
  }
  const taken = new Uint8Array(line.text.length);
  const { start, level } = takePrefix(line.text, taken);
  const end = level === null ? line.text.length : Math.max(start, closingSigns(line.text, taken));
  markInline(line.text.slice(0, end), start, taken, strict);
  pushRuns(line, taken, hints);
  if (level !== null && end > start)
    hints.push({ kind: 'heading', from: line.from + start, to: line.from + end, level });
  if (NOTE.test(line.text)) hints.push({ kind: 'note', from: line.from, to: line.to });
  else
    for (const { index, 0: mark } of line.text.matchAll(NOTE_MARK)) {
      hints.push({ kind: 'mark', from: line.from + index, to: line.from + index + mark.length });
    }
  const words = line.text.slice(start).trim();
  if (taken[start] && /^\*\*[^*]+\*\*$/.test(words)) {
    hints.push({ kind: 'strong', from: line.from, to: line.to });
  }
}

/** A short line with a row of `=` or `-` under it is a heading. */
function underlined(previous: Line, line: Line, hints: Hint[]): void {
  const isHeading =
    previous.text.trim() !== '' &&
    previous.text.length <= 60 &&
    !HEADING.test(previous.text) &&
    !/[。；！？|]\s*$/u.test(previous.text);
  const marked = isHeading && (hints.findLast(({ kind }) => kind === 'heading')?.from ?? -1) >= previous.from;
  if (isHeading && !marked)
    hints.push({ kind: 'heading', from: previous.from, to: previous.to, level: /=/.test(line.text) ? 1 : 2 });
}

function takePrefix(text: string, taken: Uint8Array): { start: number; level: number | null } {
  let start = 0;
  for (const pattern of [QUOTE, BULLET, HEADING]) {
    const match = pattern.exec(text.slice(start, start + 40));
    if (!match) continue;
    start += match[0].length;
    if (match[1]) {
      taken.fill(1, 0, start);
      return { start, level: match[1].length };
    }
  }
  taken.fill(1, 0, start);
  return { start, level: null };
}

/** `## 标题 ##` may close as it opens. Gives the end of the words. */
function closingSigns(text: string, taken: Uint8Array): number {
  const whole = text.trimEnd();
  let end = whole.length;
  while (whole[end - 1] === '#') end--;
  if (end === whole.length || !/[ \t]/.test(whole[end - 1] ?? '')) return whole.length;
  const words = whole.slice(0, end).trimEnd().length;
  taken.fill(1, words, whole.length);
  return words;
}

function pushRuns(line: Line, taken: Uint8Array, hints: Hint[]): void {
  for (let from = taken.indexOf(1); from >= 0; from = taken.indexOf(1, from)) {
    const end = taken.indexOf(0, from);
    const to = end < 0 ? taken.length : end;
    hints.push(debris(line.from + from, line.from + to));
    from = to;
  }
}

/** Rows between bars, the second of which is a rule. Gives the index of the first line after them. */
function readTable(lines: Line[], first: number, hints: Hint[]): number {
  let at = first;
  for (; at < lines.length && TABLE_LINE.test(lines[at]?.text ?? ''); at++) {
    const line = lines[at] as Line;
    if (TABLE_RULE.test(line.text)) hints.push(debris(line.from, line.to));
    else readRow(line, hints, at === first);
  }
  hints.push({ kind: 'table', from: (lines[first] as Line).from, to: (lines[at - 1] as Line).to });
  return at;
}

/** The bars around a row are signs; those between its cells stay, because they are all that parts them. */
function readRow(line: Line, hints: Hint[], header: boolean): void {
  const bars = [...line.text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  for (const [index, bar] of bars.slice(0, -1).entries()) {
    const cell = line.text.slice(bar + 1, bars[index + 1]);
    const from = line.from + bar + 1 + (cell.length - cell.trimStart().length);
    hints.push({ kind: 'cell', from, to: from + cell.trim().length, ...(header && { header }) });
  }
  for (const bar of new Set([bars[0] ?? 0, bars.at(-1) ?? 0])) {
    hints.push(debris(line.from + bar, line.from + bar + 1));
  }
}
