/** Takes out what the site put around and into the text, and keeps what it says about the copy. */
import { findDate } from '../../../src/text/dates.ts';
import { splitLines } from '../lines.ts';
import { concat, type Passage, passageOf, replace, slice, sourceRange, trim } from '../passage.ts';
import { omissionNotice, pageRules, siteNamePatterns } from '../rules/debris.ts';
import { entityFor } from '../rules/entities.ts';
import type { Hint, Line, Note, Removal, Step } from '../types.ts';
import { hintedRemovals, hintsAt, leftOf, touching } from './debris-hints.ts';
import { classifyLines } from './debris-lines.ts';
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
    fileNames: [],
    statedLength: null,
    mayBeCut: false,
  };
  const lines = splitLines(text);
  const rules = classifyLines(lines);
  let detached = true;
  let paged = false;
  for (const [index, line] of lines.entries()) {
    const trimmed = line.text.trim();
    if (trimmed === '') {
      detached = true;
      continue;
    }
    value.sourceSite ??= siteName(line);
    const rule = rules[index];
    const marked = hintedIn(line);
    const left = leftOf(line, marked);
    if (rule && DATED.includes(rule.id)) value.published ??= postingDate(line);
    if (left.length === 0) {
      if (marked.every((each) => PAGE.includes(each.rule))) paged = true;
      else detached = true;
      continue;
    }
    if (rule) {
      const parts = marked.length === 0 ? [line] : left;
      for (const { from, to } of parts) removals.push({ from, to, rule: rule.id, reason: rule.why });
      if (rule.id === 'file-name') value.fileNames.push(trimmed.replace(/\.[a-z]+$/i, ''));
      if (rule.id === 'ellipsis-line') {
        value.mayBeCut = true;
        const message = '省略号独占一行，网站可能在此截断了文本：请对照其他来源。';
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
    if (piece?.kind === 'text') Object.assign(piece, { detached: piece.detached || (detached && !paged), paged });
    detached = false;
    paged = false;
  }
  const hintsOf = hintsAt(hints.filter(({ kind }) => kind !== 'debris'));
  for (const piece of value.pieces) {
    if (piece.kind !== 'text') continue;
    piece.hints = hintsOf(sourceRange(piece.passage));
    // Rows of a table are never one line that was wrapped.
    if (piece.hints.some(({ kind }) => kind === 'table')) piece.detached = true;
    piece.passage = resolveEntities(piece.passage, notes);
  }
  return { value, removals, notes };
}

/** What stays of a line around notices of omission, each of which leaves a gap. */
function cutNotices(text: string, line: Line, value: Cleaned, removals: Removal[]): void {
  let at = line.from;
  for (const match of line.text.matchAll(omissionNotice.pattern)) {
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

/** Two ideographic spaces are the indent of a paragraph, on a line that has lost its line ends too; not in `目　　录`, nor in a cell. */
const INDENT = /(?<!\t|^\S)\u3000{2,}(?=\S)/gu;

function pushText(text: string, from: number, to: number, value: Cleaned): void {
  const starts = [from, ...[...text.slice(from, to).matchAll(INDENT)].map((match) => from + match.index), to];
  for (const [index, start] of starts.entries()) {
    const passage = trim(passageOf(text, start, starts[index + 1] ?? to));
    if (passage.text !== '') value.pieces.push({ kind: 'text', passage, continues: false, detached: index > 0 });
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

function siteName(line: Line): Clue<string> | null {
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
const DATED = ['site-fields', 'timestamp', 'record-field', 'dated-source'];

function postingDate(line: Line): Clue<string> | null {
  const label = /(?:(?:发布|发表|更新|上传|添加)(?:时间|日期)|^\s*(?:时间|日期))：|publish_date: /u.exec(line.text);
  const start = label ? label.index + label[0].length : 0;
  const opens = /^[^：:]{0,24}\d{4}[-/.年]/u.test(line.text);
  const found = label || opens || !/[：:]\s/u.test(line.text) ? findDate(line.text.slice(start)) : null;
  return found && { value: found.date, from: line.from + start + found.from, to: line.from + start + found.to };
}

function resolveEntities(passage: Passage, notes: Note[]): Passage {
  const match = /&([a-z]{2,8})(;|$)/.exec(passage.text);
  if (!match) return passage;
  const character = entityFor(match[1] ?? '', match[2] === ';');
  const end = match.index + match[0].length;
  if (character === null) return concat(slice(passage, 0, end), resolveEntities(slice(passage, end), notes));
  const place = sourceRange(passage, match.index, end);
  notes.push({
    code: 'corrected-entity',
    severity: 'info',
    ...place,
    message: `“${match[0]}”是网页字符代码的残余，按“${character}”刊出。`,
  });
  const mended = slice(replace(passage, match.index, end, character, 'entity'), 0, match.index + character.length);
  return concat(mended, resolveEntities(slice(passage, end), notes));
}
