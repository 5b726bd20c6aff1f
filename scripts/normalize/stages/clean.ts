/** Takes out what the site put around and into the text, and keeps what it says about the copy. */
import { findDate } from '../../../src/text/dates.ts';
import { matches } from '../../../src/text/matches.ts';
import { splitLines } from '../lines.ts';
import { concat, type Passage, passageOf, slice, sourceRange, trim } from '../passage.ts';
import { type CharacterRule, characterRules } from '../rules/characters.ts';
import { documentTable, omissionNotice, pageRules, siteNamePatterns } from '../rules/debris.ts';
import { originalTitle } from '../rules/site-lines.ts';
import { anyFits } from '../rules/word-group.ts';
import type { Hint, Line, Note, Removal, Step } from '../types.ts';
import { hasHongKongCharacters, hasOddCharacters, mendCharacters } from './characters.ts';
import { hintedRemovals, hintsAt, leftOf, touching } from './debris-hints.ts';
import { classifyLines } from './debris-lines.ts';
import { labelOfTitle } from './debris-site.ts';
import { type Field, readFields, readFrontField } from './fields.ts';
import type { Piece } from './pieces.ts';

export interface Clue<T> {
  value: T;
  from: number;
  to: number;
}

export interface Cleaned {
  pieces: Piece[];
  published: Clue<string> | null;
  sourceSite: Clue<string> | null;
  /** What the table above a document says; offsets in the reader's text. */
  fields: Field[];
  /** Names of files as a share site gives them, without their ending. */
  fileNames: string[];
  /** The copy states the length of the full text. */
  statedLength: number | null;
  /** A sign that the site may have cut the text without saying so. */
  mayBeCut: boolean;
}

/**
 * @param text the reader's text with restored punctuation (same length)
 * @param hints what the format says about it
 */
export function clean(text: string, hints: Hint[]): Step<Cleaned> {
  const hinted = hintedRemovals(hints);
  const hintedIn = touching(hinted);
  const removals: Removal[] = [...hinted];
  const notes: Note[] = [];
  const value: Cleaned = {
    pieces: [],
    published: null,
    sourceSite: null,
    fields: [],
    fileNames: [],
    statedLength: null,
    mayBeCut: false,
  };
  const lines = splitLines(text).flatMap(atIndents);
  const marks = lines.map(hintedIn);
  const rules = classifyLines(lines.map((line, index) => shownOf(line, marks[index] ?? [])));
  const label = labelOfTitle(lines, rules);
  if (label && marks[label.index]?.length === 0) {
    marks[label.index] = [label.removal];
    removals.push(label.removal);
  }
  let detached = true;
  let paged = false;
  for (const [index, line] of lines.entries()) {
    if (lines[index - 1]?.number === line.number) detached = true;
    const trimmed = line.text.trim();
    if (trimmed === '' || (isInvisible(trimmed) && marks[index]?.length === 0)) {
      if (trimmed !== '') removals.push({ from: line.from, to: line.to, rule: invisible.id, reason: invisible.why });
      detached = true;
      continue;
    }
    value.sourceSite ??= siteName(line);
    const rule = rules[index];
    const marked = marks[index] ?? [];
    const left = leftOf(line, marked);
    if (rule && DATED.includes(rule.id)) value.published ??= postingDate(line);
    if (left.length === 0) {
      if (marked[0]?.rule === 'front-matter') keepFrontField(line, value);
      if (marked.every((each) => PAGE.includes(each.rule))) paged = true;
      else detached = true;
      continue;
    }
    if (rule) {
      const parts = marked.length === 0 ? [line] : left;
      for (const { from, to } of parts) removals.push({ from, to, rule: rule.id, reason: rule.why });
      if (rule === documentTable) keepFields(line, value);
      if (rule === originalTitle) keepTitle(line, value);
      if (rule.id === 'file-name') value.fileNames.push(trimmed.replace(/\.[a-z]+$/i, ''));
      if (rule.id === 'ellipsis-line') {
        value.mayBeCut = true;
        const message = '省略号独占一行，网站可能在此截断了文本：请对照其他来源。';
        notes.push({ code: 'doubt-cut', severity: 'warning', from: line.from, to: line.to, message });
      }
      if (rule.id === 'paywall') {
        value.mayBeCut = true;
        const message = '网站要人付费或登录才给看全文，所据文本可能不全：请对照其他来源。';
        notes.push({ code: 'doubt-cut', severity: 'warning', from: line.from, to: line.to, message });
      }
      if (PAGE.includes(rule.id)) paged = true;
      else detached = true;
      continue;
    }
    const first = value.pieces.length;
    for (const [part, rest] of left.entries()) {
      const next = value.pieces.length;
      cutNotices(text, rest, value, removals);
      const after = value.pieces[next];
      if (part > 0 && after?.kind === 'text') after.continues = true;
    }
    const piece = value.pieces[first];
    if (piece?.kind === 'text') {
      piece.detached ||= detached && !paged;
      piece.paged = paged;
      piece.indented = /^(?:\u3000|\s\s)/u.test(line.text);
      piece.ruled = isRuleOver(lines, index);
    }
    detached = false;
    paged = false;
  }
  const odd = hasOddCharacters(text);
  const hongKong = odd && hasHongKongCharacters(text);
  const hintsOf = hintsAt(hints.filter(({ kind }) => kind !== 'debris'));
  for (const piece of value.pieces) {
    if (piece.kind !== 'text') continue;
    piece.hints = hintsOf(sourceRange(piece.passage));
    // Rows of a table are never one line that was wrapped.
    if (piece.hints.some(({ kind }) => kind === 'table')) piece.detached = true;
    else piece.passage = closeUp(piece.passage);
    if (odd) piece.passage = trim(mendCharacters(piece.passage, hongKong, notes, removals));
  }
  value.pieces = value.pieces.filter((piece) => piece.kind === 'gap' || piece.passage.text.trim() !== '');
  return { value, removals, notes };
}

/** `invisible-character` by its id. */
const invisible = characterRules.find(({ id }) => id === 'invisible-character') as CharacterRule;

/** A line of signs without any width is blank. */
const isInvisible = (text: string) => text.replace(invisible.pattern, '').trim() === '';

/** The line over a line is a rule. */
function isRuleOver(lines: Line[], index: number): boolean {
  let over = index - 1;
  while (lines[over]?.text.trim() === '') over--;
  return /^\s*[—─－_-]{3,}\s*$/u.test(lines[over]?.text ?? '');
}

/** A line as a reader sees it, without the signs inside it; one that is debris as a whole stays as it is. */
function shownOf(line: Line, marked: Removal[]): Line {
  const left = marked.length === 0 ? [] : leftOf(line, marked);
  return left.length === 0 ? line : { ...line, text: left.map(({ text }) => text).join('') };
}

function keepTitle(line: Line, value: Cleaned): void {
  const title = originalTitle.pattern.exec(line.text.trim())?.[1] ?? '';
  const from = line.from + line.text.indexOf(title);
  value.fields.push({ field: 'title', value: title, from, to: from + title.length });
}

/** The fields of a row; the value of a label may stand on the line under it. */
function keepFields(line: Line, value: Cleaned): void {
  const start = line.from + line.text.length - line.text.trimStart().length;
  const text = line.text.trim();
  const fields = readFields(text);
  const label = value.fields.at(-1);
  if (fields.length === 0 && label?.value === '') {
    Object.assign(label, { value: text, from: start, to: start + text.length });
  }
  value.fields.push(...fields.map((each) => ({ ...each, from: start + each.from, to: start + each.to })));
}

/** A field between `---` above the text. */
function keepFrontField(line: Line, value: Cleaned): void {
  const field = readFrontField(line.text);
  if (field) value.fields.push({ ...field, from: line.from + field.from, to: line.from + field.to });
}

/** A line set with a space behind each character: `政 府 工 作 报 告`. Two or three are a name or a label. */
const SPACED = /^(?:(?:[\p{Script=Han}\p{P}]|\d{1,4})\s{1,2}){4,}(?:[\p{Script=Han}\p{P}]|\d{1,4})$/u;

function closeUp(passage: Passage): Passage {
  if (!SPACED.test(passage.text)) return passage;
  const words = matches(passage.text, /\S+/gu);
  return concat(...words.map(({ index, 0: word }) => slice(passage, index, index + word.length)));
}

/** What stays of a line around notices of omission, each of which leaves a gap. */
function cutNotices(text: string, line: Line, value: Cleaned, removals: Removal[]): void {
  let at = line.from;
  const found = line.text.includes('（') ? matches(line.text, omissionNotice.pattern) : [];
  for (const match of found) {
    const from = line.from + match.index;
    const to = from + match[0].length;
    const rest = text.slice(line.from, from).trim() === '' && text.slice(to, line.to).trim() === '';
    removals.push({
      from: rest ? line.from : from,
      to: rest ? line.to : to,
      rule: omissionNotice.id,
      reason: omissionNotice.why,
    });
    pushText(text, at, from, value);
    value.pieces.push({ kind: 'gap', at: from, characters: missingCharacters(match[0], value) });
    at = to;
  }
  pushText(text, at, line.to, value);
}

/** Two ideographic spaces are the indent of a paragraph, on a line that has lost its line ends too; not in `目　　录` nor behind a number or a name, nor in a cell, and wider gaps part columns. */
const INDENT = /(?<!\t|^\S{1,4}(?:\u3000\S{1,2})?|\u3000)(?:(?<=[。！？：；”）])\u3000{2,}|\u3000{2})(?=[^\s\u3000])/gu;

function indentsIn(text: string): number[] {
  return text.includes('\u3000\u3000') ? matches(text, INDENT).map(({ index }) => index) : [];
}

/** A text that stands on one line is longer than a row of a site. */
const LONG_LINE = 300;

/** The paragraphs of a line that has lost its line ends, each as a line. */
function atIndents(line: Line): Line[] {
  if (line.text.length < LONG_LINE) return [line];
  const starts = [0, ...indentsIn(line.text), line.text.length];
  return starts.slice(1).flatMap((end, index): Line[] => {
    const start = starts[index] ?? 0;
    return end > start
      ? [{ ...line, from: line.from + start, to: line.from + end, text: line.text.slice(start, end) }]
      : [];
  });
}

function pushText(text: string, from: number, to: number, value: Cleaned): void {
  const starts = [from, ...indentsIn(text.slice(from, to)).map((at) => from + at), to];
  for (const [index, start] of starts.entries()) {
    const passage = trim(passageOf(text, start, starts[index + 1] ?? to));
    if (passage.text === '') continue;
    value.pieces.push({ kind: 'text', passage, continues: false, detached: index > 0, hints: undefined, paged: false });
  }
}

/** `省略876字` says it; so does `全文共4670字，当前仅显示2460字`. */
function missingCharacters(notice: string, value: Cleaned): number | null {
  const left = /省略\s*(\d+)\s*字/u.exec(notice);
  if (left) return Number(left[1]);
  const whole = /全文共\s*(\d+)\s*字/u.exec(notice);
  const shown = /显示\s*(\d+)\s*字/u.exec(notice);
  if (whole) value.statedLength = Number(whole[1]);
  const missing = whole && shown ? Number(whole[1]) - Number(shown[1]) : 0;
  return missing > 0 ? missing : null;
}

const namesSite = anyFits(siteNamePatterns.map(({ pattern }) => pattern));

function siteName(line: Line): Clue<string> | null {
  if (!namesSite(line.text)) return null;
  for (const { pattern } of siteNamePatterns) {
    const match = pattern.exec(line.text);
    if (!match?.[1]) continue;
    const from = line.from + match.index + match[0].indexOf(match[1]);
    return { value: match[1], from, to: from + match[1].length };
  }
  return null;
}

/** Debris that may stand in mid sentence. */
const PAGE = Object.values(pageRules).map(({ id }) => id);
/** Debris that may tell the day of posting. */
const DATED = ['site-fields', 'timestamp', 'record-field', 'dated-source', 'dated-counters', 'posted-row'];

function postingDate(line: Line): Clue<string> | null {
  const label = /(?:(?:发布|发表|更新|上传|添加)(?:时间|日期)|^\s*(?:时间|日期))：|publish_date: /u.exec(line.text);
  const start = label ? label.index + label[0].length : 0;
  const opens = /^[^：:]{0,24}\d{4}[-/.年]/u.test(line.text);
  const found = label || opens || !/[：:]\s/u.test(line.text) ? findDate(line.text.slice(start)) : null;
  return found && { value: found.date, from: line.from + start + found.from, to: line.from + start + found.to };
}
