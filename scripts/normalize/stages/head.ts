/** What stands before the text: title, byline, date line and salutation. */
import { findDate } from '../../../src/text/dates.ts';
import { concat, type Passage, slice, sourceRange, trim } from '../passage.ts';
import { markerAt } from '../rules/markers.ts';
import { salutation, titleEnding } from '../rules/titles.ts';
import type { Removal, Step } from '../types.ts';
import { headLineKind, isAdoption } from './head-lines.ts';
import { type HeadLine, titleOf, titleRange } from './head-title.ts';
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
/** A text of short lines alone is no head. */
const MOST_LINES = 40;
/** How far into a first line a salutation may stand that is fused to the title. */
const FUSED_REACH = 120;

/** @param known title as the table above the document gives it, else null */
export function takeHead(units: Piece[], known: string | null): Step<Head> {
  const pieces = splitFused(units);
  const start = pieces.findIndex((piece, index) => index >= MOST_LINES || !isHeadLine(piece));
  const lines = joinSubtitle(pieces.slice(0, start < 0 ? pieces.length : start).flatMap(headLine));
  const rest = start < 0 ? [] : pieces.slice(start);
  const opening = rest[0];
  const greets = opening?.kind === 'text' && isSalutation(opening.passage.text);
  const { value, removals } = sortHead(lines, known, opening?.kind === 'text' && !greets);
  const blocks = greets ? [...value.blocks, { kind: 'salutation' as const, passage: opening.passage }] : value.blocks;
  return { value: { blocks, body: [...value.body, ...(greets ? rest.slice(1) : rest)] }, removals, notes: [] };
}

function headLine(piece: Piece): HeadLine[] {
  return piece.kind === 'text' ? [{ passage: piece.passage, kind: headLineKind(piece.passage.text) }] : [];
}

/** A subtitle that was broken before its end is one line. */
function joinSubtitle(lines: HeadLine[]): HeadLine[] {
  const joined: HeadLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const text = before?.passage.text ?? '';
    const open = before?.kind === 'subtitle' && /在/u.test(text) && !/[上）]$/u.test(text) && !titleEnding(text);
    if (before && open && /上$/u.test(line.passage.text)) before.passage = concat(before.passage, line.passage);
    else joined.push({ ...line });
  }
  return joined;
}

function isHeadLine(piece: Piece): boolean {
  if (piece.kind !== 'text') return false;
  const text = piece.passage.text;
  if (isAdoption(text)) return true;
  return text.length <= LONGEST_HEAD_LINE && !/[。；！？：]$/u.test(text) && !opensPart(text) && !isSalutation(text);
}

/** A dash before a line of the head is that of a subtitle. */
function opensPart(text: string): boolean {
  const marker = markerAt(text, 0);
  return marker !== null && marker.kind !== 'dash';
}

function isSalutation(text: string): boolean {
  const match = salutation.exec(text);
  return match !== null && match[0].length === text.length;
}

/** Title, salutation and first paragraph on one line become three pieces; so do salutation and paragraph. */
function splitFused(units: Piece[]): Piece[] {
  const fused = (each: Piece) => (each.kind === 'text' ? fusedAt(each.passage.text) : null);
  const index = units.findIndex((each) => !isHeadLine(each) || fused(each) !== null);
  const piece = units[index];
  const at = piece ? fused(piece) : null;
  if (piece?.kind !== 'text' || at === null) return units;
  const length = salutation.exec(piece.passage.text.slice(at))?.[0].length ?? 0;
  const day = dayBehind(piece.passage.text.slice(0, at));
  const cuts = [0, day, at, at + length, piece.passage.text.length];
  const parts = cuts
    .slice(1)
    .map((to, index) => trim(slice(piece.passage, cuts[index] ?? 0, to)))
    .filter((passage) => passage.text !== '')
    .map((passage): Piece => ({ ...piece, passage }));
  return [...units.slice(0, index), ...parts, ...units.slice(index + 1)];
}

/** Where in a fused title the brackets with its day begin; its end if there are none. */
function dayBehind(title: string): number {
  const match = /（[^（）]{4,30}）\s{0,4}$/u.exec(title);
  return match && findDate(match[0]) ? match.index : title.length;
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

/** Which head lines are the title (joined over several), which the byline; a title given again by the page is debris. */
function sortHead(lines: HeadLine[], known: string | null, opens: boolean): { value: Head; removals: Removal[] } {
  const range = titleRange(lines, known);
  const title = range.from < range.to ? withoutSite(titleOf(lines, range)) : null;
  const removals: Removal[] = title?.tail ? [pageTitle(title.tail)] : [];
  const blocks: HeadBlock[] = [];
  const body: Piece[] = [];
  const heads = opens ? headingIndex(lines, range) : -1;
  for (const [index, { passage, kind }] of lines.entries()) {
    if (title && index === range.from) blocks.push({ kind: 'title', passage: title.title });
    if (index >= range.from && index < range.to) continue;
    if (title && passage.text === title.title.text) {
      removals.push({ ...sourceRange(passage), rule: 'repeated-title', reason: '标题重复出现' });
    } else if (title && repeatsTitle(passage.text, title.title.text)) {
      removals.push(pageTitle(passage));
    } else if (index !== heads && (kind !== 'plain' || title !== null)) {
      blocks.push({ kind: 'byline', passage });
    } else {
      body.push({ kind: 'text', passage, continues: false, detached: true, hints: undefined, paged: false });
    }
  }
  return { value: { blocks, body }, removals };
}

function pageTitle(passage: Passage): Removal {
  return { ...sourceRange(passage), rule: 'page-title', reason: '网页标题：讲话的题目之外还有频道与网站的名字' };
}

/** The last line of a head is the first heading of the text where it is plain and the text follows without a salutation. */
function headingIndex(lines: HeadLine[], { to }: { to: number }): number {
  const last = lines.length - 1;
  const line = lines[last];
  return line && to > 0 && last >= to && line.kind === 'plain' && !titleEnding(line.passage.text) ? last : -1;
}

/** What a page puts between its parts in its title. */
const SEPARATOR = /\s[-–—|·]{1,2}\s?|[_|｜]|-{2}|[】\]]\s?|\s?[【[]/u;

/** A line of the page that holds the title among the names of channel and site. */
function repeatsTitle(text: string, title: string): boolean {
  if (title.length < 6 || !text.includes(title)) return false;
  return SEPARATOR.test(text.replace(title, '\0')) && !/[，。；]/u.test(text.replace(title, ''));
}

/** `在…上的讲话_领导讲话_某某政府网`: the title, and what the page put behind it. */
function withoutSite(title: Passage): { title: Passage; tail: Passage | null } {
  const match = SEPARATOR.exec(title.text);
  const names = match ? title.text.slice(match.index) : '';
  if (!match || !titleEnding(title.text.slice(0, match.index)) || !/(?:网|网站|政府|门户|频道|文库)$/u.test(names)) {
    return { title, tail: null };
  }
  return { title: slice(title, 0, match.index), tail: slice(title, match.index) };
}
