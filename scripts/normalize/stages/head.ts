/** What stands before the text: title, byline, date line and salutation. */
import { concat, type Passage, slice, sourceRange, trim } from '../passage.ts';
import { markerAt } from '../rules/markers.ts';
import { bylineEnding, salutation, titleEnding } from '../rules/titles.ts';
import type { Removal, Step } from '../types.ts';
import type { Piece } from './pieces.ts';

export interface HeadBlock {
  kind: 'title' | 'byline' | 'salutation';
  passage: Passage;
}

export interface Head {
  /** In the order of the copy; at most one title and one salutation. */
  blocks: HeadBlock[];
  /** What follows. */
  body: Piece[];
}

/** Head lines are short; what is longer, ends a sentence or opens a numbered part is text. */
const LONGEST_HEAD_LINE = 60;
/** How far into a first line a salutation may stand that is fused to the title. */
const FUSED_REACH = 120;

export function takeHead(units: Piece[]): Step<Head> {
  const pieces = splitFused(units);
  const start = pieces.findIndex((piece) => !isHeadLine(piece));
  const lines = pieces
    .slice(0, start < 0 ? pieces.length : start)
    .map((piece) => (piece as { passage: Passage }).passage);
  const rest = start < 0 ? [] : pieces.slice(start);
  const { value, removals } = sortHead(lines);
  const opening = rest[0];
  const greets = opening?.kind === 'text' && isSalutation(opening.passage.text);
  const blocks = greets ? [...value.blocks, { kind: 'salutation' as const, passage: opening.passage }] : value.blocks;
  return { value: { blocks, body: [...value.body, ...(greets ? rest.slice(1) : rest)] }, removals, notes: [] };
}

function isHeadLine(piece: Piece): boolean {
  if (piece.kind === 'gap') return false;
  const text = piece.passage.text;
  return (
    text.length <= LONGEST_HEAD_LINE &&
    !/[。；！？：]$/u.test(text) &&
    markerAt(text, 0) === null &&
    !isSalutation(text)
  );
}

function isSalutation(text: string): boolean {
  const match = salutation.exec(text);
  return match !== null && match[0].length === text.length;
}

/** Title, salutation and first paragraph on one line become three pieces; so do salutation and paragraph. */
function splitFused(units: Piece[]): Piece[] {
  const index = units.findIndex((piece) => piece.kind === 'text' && fusedAt(piece.passage.text) !== null);
  const piece = units[index];
  if (piece?.kind !== 'text' || units.slice(0, index).some((each) => !isHeadLine(each))) return units;
  const at = fusedAt(piece.passage.text) ?? 0;
  const length = salutation.exec(piece.passage.text.slice(at))?.[0].length ?? 0;
  const parts = [slice(piece.passage, 0, at), slice(piece.passage, at, at + length), slice(piece.passage, at + length)]
    .map(trim)
    .filter((passage) => passage.text !== '')
    .map((passage): Piece => ({ ...piece, passage }));
  return [...units.slice(0, index), ...parts, ...units.slice(index + 1)];
}

/** Where in a text a salutation begins that is fused to a title before it or to text behind it. */
function fusedAt(text: string): number | null {
  if (salutation.test(text)) return isSalutation(text) ? null : 0;
  const reach = Math.min(text.length, FUSED_REACH);
  for (let at = 6; at < reach; at++) {
    if (/[。！？]/u.test(text[at] as string)) return null;
    if (titleEnding(text.slice(0, at)) && salutation.test(text.slice(at))) return at;
  }
  return null;
}

/** Which head lines are the title (joined over several), which the byline; a repeated title is debris. */
function sortHead(lines: Passage[]): { value: Head; removals: Removal[] } {
  const { from, to } = titleRange(lines);
  const title = from < to ? concat(...lines.slice(from, to)) : null;
  const removals: Removal[] = [];
  const blocks: HeadBlock[] = [];
  const body: Piece[] = [];
  for (const [index, passage] of lines.entries()) {
    if (title && index === from) blocks.push({ kind: 'title', passage: title });
    if (index >= from && index < to) continue;
    if (title && passage.text === title.text) {
      removals.push({ ...sourceRange(passage), rule: 'repeated-title', reason: '标题重复出现' });
    } else if (isByline(passage.text) || title !== null) {
      blocks.push({ kind: 'byline', passage });
    } else {
      body.push({ kind: 'text', passage, continues: false, detached: true });
    }
  }
  return { value: { blocks, body }, removals };
}

function isByline(text: string): boolean {
  return bylineEnding.test(text) && !titleEnding(text);
}

/** The lines that together end as titles do; failing that, the first line that is no byline. */
function titleRange(lines: Passage[]): { from: number; to: number } {
  const last = lines.findIndex((line) => titleEnding(line.text));
  if (last >= 0) {
    let from = last;
    while (from > 0 && isUnfinished((lines[from - 1] as Passage).text)) from--;
    return { from, to: last + 1 };
  }
  const first = lines.findIndex((line) => !isByline(line.text));
  return first >= 0 ? { from: first, to: first + 1 } : { from: 0, to: 0 };
}

/** A line that can't be the whole of something: it opens `在…` or `关于…` without its noun, or ends on a connective. */
function isUnfinished(text: string): boolean {
  return /(?:[和与及暨的在、—《（]|关于.{0,40}|在[^上]{0,40})$/u.test(text) && !titleEnding(text) && !isByline(text);
}
