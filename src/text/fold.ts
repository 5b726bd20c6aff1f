/**
 * Folding: what search takes for the same. Width and case are unified, characters that Unicode holds twice too (compatibility ideographs, radicals), spaces, punctuation and what has no width dropped, symbols such as `+` kept,
 * and a redaction mark is one character that equals only a redaction mark.
 */
import { findRedactions, type Redaction } from './redaction.ts';
import type { Mark } from './speech.ts';

/** A redaction mark in folded text. Folding drops every other `*`, so that the sign can mean nothing else. */
export const REDACTION = '*';

/** In folded text the sign itself; in a folded query a sign that may also be a redaction mark. */
const TIMES = '×';

/** White space, punctuation, and controls and signs without width, which nobody sees. */
const DROPPED = /[\s\p{Z}\p{P}\p{Cc}\p{Cf}]/u;
/** Kangxi and other radicals, and compatibility ideographs: NFKC gives the ideograph that looks the same, where there is one. */
const DOUBLES = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;

/** Folded characters of the basic plane by code; an array that is full from the start stays fast. */
const cache: (string | undefined)[] = new Array(0x10000).fill(undefined);

/** One code point as folded: nothing, one character, or (`İ`) two. Half a surrogate pair becomes U+FFFD. */
function foldPoint(code: number): string {
  const known = cache[code];
  if (known !== undefined) return known;
  const narrow = String.fromCodePoint(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);
  const single = DOUBLES.test(narrow) ? narrow.normalize('NFKC') : narrow;
  const folded = DROPPED.test(single) ? '' : single.toWellFormed().toLowerCase();
  if (code < cache.length) cache[code] = folded;
  return folded;
}

/** Folds plain text in which nothing is known to be a redaction mark. Idempotent. */
export function fold(text: string): string {
  return Array.from(text, (character) => foldPoint(character.codePointAt(0) ?? 0)).join('');
}

/** Folded text with the way back: the folded UTF-16 unit `i` stands for `[from[i], to[i])` of the original. */
export interface Folded {
  text: string;
  from: number[];
  to: number[];
}

/** Folds the text of a block, redaction marks as one character each. */
export function foldBlock(block: { text: string; marks: readonly Mark[] }): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  let at = 0;
  for (const mark of block.marks) {
    if (mark.kind !== 'redaction') continue;
    at = append(folded, block.text, at, mark.from);
    push(folded, REDACTION, mark.from, mark.to);
    at = mark.to;
  }
  append(folded, block.text, at, block.text.length);
  return folded;
}

function append(folded: Folded, text: string, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const code = text.codePointAt(at) as number;
    const next = at + (code > 0xffff ? 2 : 1);
    push(folded, foldPoint(code), at, next);
    at = next;
  }
  return to;
}

function push(folded: Folded, characters: string, from: number, to: number): void {
  folded.text += characters;
  for (let unit = 0; unit < characters.length; unit++) {
    folded.from.push(from);
    folded.to.push(to);
  }
}

/** A `×` that can only be a redaction mark: no digit, Latin letter or other `×` beside it. */
const CLOSED_TIMES = /(?<![\p{Nd}\p{Script=Latin}×])×(?![\p{Nd}\p{Script=Latin}×])/gu;

/**
 * The readings of a query, to be looked for with `occurrences`; none if it folds to nothing.
 * `×`, `*` and runs of them stand for a redaction mark where a text would have one; beside a digit or a Latin letter a single `×`
 * may be the sign itself too. `XX` is read as letters and as a mark.
 */
export function foldQuery(query: string): string[] {
  // A query is a piece from the middle of a text: a mark at its beginning is no list sign.
  const before = '，';
  const marks = findRedactions(before + query).map(({ from, to }) => ({ from: from - 1, to: to - 1 }));
  const signs = marks.filter(({ from }) => !/[XＸ]/.test(query[from] ?? ''));
  return [...new Set([readMarks(query, signs), readMarks(query, marks)])].filter((reading) => reading !== '');
}

function readMarks(query: string, marks: Redaction[]): string {
  let reading = '';
  let at = 0;
  for (const { from, to } of marks) {
    reading += fold(query.slice(at, from)) + (query.slice(from, to) === TIMES ? TIMES : REDACTION);
    at = to;
  }
  return (reading + fold(query.slice(at))).replace(CLOSED_TIMES, REDACTION);
}

/**
 * Where a reading of a query stands in folded text: the starts, from the left, without overlaps.
 * @param holds asked of each place where the characters agree; false passes it over
 */
export function occurrences(folded: string, reading: string, holds: (at: number) => boolean = () => true): number[] {
  const starts: number[] = [];
  if (reading === '') return starts;
  const [text, sought] = reading.includes(TIMES) ? [loose(folded), loose(reading)] : [folded, reading];
  for (let at = text.indexOf(sought); at >= 0; ) {
    const found = agrees(folded, at, reading) && holds(at);
    if (found) starts.push(at);
    at = text.indexOf(sought, at + (found ? sought.length : 1));
  }
  return starts;
}

/** Both signs as one, so that one `indexOf` finds every place worth a look. */
function loose(text: string): string {
  return text.replaceAll(TIMES, REDACTION);
}

/** A `*` of the query equals only a redaction mark; its `×` equals the sign and the mark. */
function agrees(folded: string, at: number, reading: string): boolean {
  for (let i = reading.indexOf(REDACTION); i >= 0; i = reading.indexOf(REDACTION, i + 1)) {
    if (folded[at + i] !== REDACTION) return false;
  }
  return true;
}
