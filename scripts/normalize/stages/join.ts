/** Lines → units: hard-wrapped lines are joined, the author's line ends stay. */
import { concat } from '../passage.ts';
import { markerAt } from '../rules/markers.ts';
import { salutation } from '../rules/titles.ts';
import type { Piece, TextPiece } from './pieces.ts';

/** Columns by which a full line may fall short of the widest: an indent of two characters and what did not fit. */
const SLACK = 8;
const TERMINAL = /[。！？：；”）…]$/u;

export function joinLines(pieces: Piece[]): Piece[] {
  const width = wrapWidth(pieces);
  const units: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = units.at(-1);
    const previous = pieces[index - 1];
    if (piece.kind === 'text' && last?.kind === 'text' && previous?.kind === 'text' && goesOn(previous, piece, width)) {
      last.passage = concat(last.passage, piece.passage);
    } else {
      units.push({ ...piece });
    }
  }
  return units;
}

function goesOn(line: TextPiece, next: TextPiece, width: number | null): boolean {
  if (next.continues) return true;
  if (width === null || next.detached || columns(line.passage.text) < width - SLACK) return false;
  return !(TERMINAL.test(line.passage.text) && beginsPart(next.passage.text));
}

function beginsPart(text: string): boolean {
  return markerAt(text, 0)?.role === 'heading' || salutation.test(text);
}

/** Lines of one width that show a page, and longer ones that may be exceptions, such as an address on the web. */
const FULL_LINES = 4;
const OUTLIERS = 2;

/**
 * Columns of the page that the copy was wrapped for; null where lines end where the author ended them: full lines of a
 * page mostly stop in mid sentence, an author's do not.
 */
function wrapWidth(pieces: Piece[]): number | null {
  const lines = pieces.filter((piece) => piece.kind === 'text').map((piece) => piece.passage.text);
  const widths = lines.map(columns).sort((a, b) => b - a);
  const width = widths.find(
    (each, index) => index <= OUTLIERS && each - (widths[index + FULL_LINES - 1] ?? 0) <= SLACK,
  );
  if (width === undefined || width < 20 || width > 160) return null;
  const full = lines.filter((line) => columns(line) >= width - SLACK);
  const broken = full.filter((line) => !TERMINAL.test(line));
  return full.length * 4 >= lines.length && broken.length * 5 >= full.length * 3 ? width : null;
}

/** Display width: a full-width character is two columns; curly quotes and ASCII are one. */
function columns(text: string): number {
  let sum = 0;
  for (const character of text)
    sum += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1;
  return sum;
}
