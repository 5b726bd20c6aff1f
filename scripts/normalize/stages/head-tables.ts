/** Tables above the title, as a government's site puts the fields of a paper there: set aside, so that the head is read without them. */
import { titleEnding } from '../rules/titles.ts';
import type { Piece, TablePiece } from './pieces.ts';

/** A line that may stand above a title. */
const LONGEST_LINE = 60;

export function setTablesAside(pieces: Piece[]): { tables: TablePiece[]; pieces: Piece[] } {
  const end = pieces.findIndex((piece) => !mayStandAbove(piece));
  const top = end < 0 ? pieces : pieces.slice(0, end);
  const title = top.findIndex((piece) => piece.kind === 'text' && isTitle(piece));
  const tables = top.slice(0, Math.max(0, title)).filter((piece) => piece.kind === 'table');
  return tables.length === 0
    ? { tables, pieces }
    : { tables, pieces: pieces.filter((piece) => !tables.includes(piece as TablePiece)) };
}

function mayStandAbove(piece: Piece): boolean {
  if (piece.kind !== 'text') return piece.kind === 'table';
  return piece.passage.text.length <= LONGEST_LINE && !/[。；！？：]$/u.test(piece.passage.text);
}

function isTitle({ passage, hints = [] }: Extract<Piece, { kind: 'text' }>): boolean {
  const marked = hints.some(({ kind, level = 9 }) => kind === 'heading' && level <= 2);
  return marked || titleEnding(passage.text) !== undefined;
}
