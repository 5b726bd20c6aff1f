/** Lines → units: hard-wrapped lines are joined, the author's line ends stay. */
import { concatAll, type Passage, spaceBetween } from '../passage.ts';
import { markerAt } from '../rules/markers.ts';
import { salutation } from '../rules/titles.ts';
import { functionWords } from '../rules/western.ts';
import type { Piece, TextPiece } from './pieces.ts';

/** Columns by which a full line may fall short of the widest: an indent of two characters and what did not fit. */
const SLACK = 8;
/** Characters. */
const LONGEST_HEADING = 40;
const TERMINAL = /(?:[。！？：；”）…!?]|[.。！？]["']|\p{Extended_Pictographic}\ufe0f?)$/u;

export function joinLines(pieces: Piece[]): Piece[] {
  const width = wrapWidth(pieces);
  const indents = indentsOf(pieces, width);
  const groups: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const previous = pieces[index - 1];
    const joins = piece.kind === 'text' && previous?.kind === 'text' && goesOn(previous, piece, width, indents);
    if (joins) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => joined(group, width));
}

/** The lines of one paragraph as one piece, with what the format says about each. */
function joined(group: Piece[], width: number | null): Piece {
  const [first] = group as [Piece];
  const lines = group.filter((piece) => piece.kind === 'text');
  if (first.kind !== 'text' || lines.length === 1) return first;
  return {
    ...first,
    passage: glued(lines, width),
    hints: lines.flatMap(({ hints }) => hints ?? []),
  };
}

/** The lines of one paragraph; between two Western words of one sentence a line end stands for a space. */
function glued(lines: TextPiece[], width: number | null): Passage {
  return concatAll(
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const apart = before && width !== null && isWordEnd(before, line, width);
      return apart ? [spaceBetween(before.passage, line.passage, 'word-space'), line.passage] : [line.passage];
    }),
  );
}

/** Columns of an indent. */
const INDENT = 4;

/** Words of a Western sentence on both sides, on a line that stays short because the next word did not fit, or one of them is whole by itself. */
function isWordEnd(line: TextPiece, next: TextPiece, width: number): boolean {
  const { text } = line.passage;
  const [, last] = /[A-Za-z] ([A-Za-z]{1,20}[,;]?)$/.exec(text.slice(-40)) ?? [];
  const [first] = /^[A-Za-z]{1,20}(?![\w-])/.exec(next.passage.text) ?? [];
  if (!last || !first) return false;
  if (/[,;]$/.test(last) || functionWords.has(last) || functionWords.has(first)) return true;
  return columns(text) + (line.indented ? INDENT : 0) <= width - 2;
}

function goesOn(line: TextPiece, next: TextPiece, width: number | null, indents: Indents): boolean {
  if (next.continues || isTorn(line.passage.text, next.passage.text)) return true;
  if (next.paged && isBroken(line.passage.text) && !beginsPart(next.passage.text)) return true;
  if (indents.tell && !next.indented && !next.detached && isOpen(line) && !beginsPart(next.passage.text)) return true;
  if (indents.part && next.indented) return false;
  if (width === null || next.detached || columns(line.passage.text) < width - SLACK) return false;
  if (isRow(line.passage.text) || isRow(next.passage.text)) return false;
  return !(TERMINAL.test(line.passage.text) && (next.paged || beginsPart(next.passage.text)));
}

/** A name and, behind a gap, the office or the place of work: a row of a list, whatever its width. */
function isRow(text: string): boolean {
  return /^\p{Script=Han}{1,4}(?:\u3000\p{Script=Han})?\u3000{2,}\S{2,30}$/u.test(text) && markerAt(text, 0) === null;
}

/** No line of a text ends on an opening sign or begins with a closing one: a page or a mark-up has torn it. A comma goes on with no sentence that has ended. */
function isTorn(line: string, next: string): boolean {
  if (/[（《“‘〔【]/u.test(line.slice(-1)) || /^[）》”’〕】]/u.test(next)) return true;
  return /^(?:[，。、；：！？％%]|是：)/u.test(next) && !/[。！？]$/u.test(line);
}

/** Fewest paragraphs that show that a copy indents them, and their share. */
const FEWEST_INDENTS = 4;
const INDENT_SHARE = 0.9;

/** What the indents of a copy say. */
interface Indents {
  /** What follows the end of a sentence begins with one: a line without goes on an open sentence. */
  tell: boolean;
  /** And what goes on a full line has none: a line with one is no part of the paragraph before. */
  part: boolean;
}

function indentsOf(pieces: Piece[], width: number | null): Indents {
  const lines = pieces.filter((piece) => piece.kind === 'text');
  const behind = (is: (text: string) => boolean) =>
    lines.filter((_, index) => index > 0 && is(lines[index - 1]?.passage.text ?? ''));
  const indented = (some: TextPiece[]) => some.filter((line) => line.indented).length;
  const begun = behind((text) => /[。！？]$/u.test(text));
  const tell = indented(begun) >= FEWEST_INDENTS && indented(begun) >= begun.length * INDENT_SHARE;
  if (!tell || width === null) return { tell, part: false };
  const going = behind((text) => !TERMINAL.test(text) && columns(text) >= width - SLACK);
  return { tell, part: indented(going) <= going.length * (1 - INDENT_SHARE) };
}

/** An indented line, or one that goes on a sentence, which stops in mid sentence: no heading stops on a comma or has a sentence before it. */
function isOpen({ passage: { text }, hints = [] }: TextPiece): boolean {
  const apart = hints.some(({ kind }) => kind !== 'mark' && kind !== 'note');
  return !apart && (/[，、]$/u.test(text) || (/[。！？]/u.test(text) && !TERMINAL.test(text)));
}

/** The last line of a page stops in mid sentence: a sentence stands before it, or it is longer than a heading. */
function isBroken(text: string): boolean {
  return !TERMINAL.test(text) && !beginsPart(text) && (text.includes('。') || text.length > LONGEST_HEADING);
}

function beginsPart(text: string): boolean {
  return markerAt(text, 0)?.role === 'heading' || salutation.test(text);
}

/** Columns between which pages are set. */
const NARROWEST = 32;
const WIDEST = 160;
/** Full lines that show a page, and wider ones that may be exceptions, such as an address on the web. */
const FULL_LINES = 4;
const OUTLIERS = 2;
const OUTLIER_SHARE = 0.03;

/**
 * Columns of the page that the copy was wrapped for; null where lines end where the author ended them: full lines of a
 * page mostly stop in mid sentence, an author's do not.
 */
function wrapWidth(pieces: Piece[]): number | null {
  const lines = pieces
    .filter((piece) => piece.kind === 'text')
    .map((piece) => piece.passage.text)
    .filter((text) => !isRow(text));
  const widths = lines.map(columns);
  const width = commonWidth(widths);
  if (width < NARROWEST || width > WIDEST) return null;
  const full = lines.filter((_, index) => (widths[index] as number) >= width - SLACK);
  const broken = full.filter((line) => !TERMINAL.test(line) && markerAt(line, 0)?.role !== 'heading');
  const fits = full.length >= FULL_LINES && full.length * 4 >= lines.length;
  return fits && broken.length * 5 >= full.length * 3 ? width : null;
}

/** The width that most lines fill to within the slack and hardly any exceeds; 0 if there is none. */
function commonWidth(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const outliers = Math.max(OUTLIERS, widths.length * OUTLIER_SHARE);
  let best = { width: 0, lines: 0 };
  const entries = [...counts];
  for (const [width] of entries) {
    let lines = 0;
    let wider = 0;
    for (const [other, count] of entries) {
      if (other > width) wider += count;
      else if (other >= width - SLACK) lines += count;
    }
    if (wider <= outliers && (lines > best.lines || (lines === best.lines && width > best.width)))
      best = { width, lines };
  }
  return best.width;
}

/** Display width: a full-width character is two columns; curly quotes and ASCII are one. */
function columns(text: string): number {
  let sum = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) sum++;
  return sum;
}

/** Han, full-width punctuation and forms. A character beyond U+FFFF, one of the rare Han ones, is two units long already. */
function isWide(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xff60);
}
