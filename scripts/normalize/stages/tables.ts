/** Rows of a table, which a format has marked as such → one piece with the form of its cells. */
import type { Cell } from '../../../src/text/speech.ts';
import { concat, type Passage, passageOf, replaced, sourceRange, trim, within } from '../passage.ts';
import type { Hint } from '../types.ts';
import { touching } from './debris-hints.ts';
import type { Piece, TablePiece, TextPiece } from './pieces.ts';

type Placed = Hint & { kind: 'cell' };
/** The cells of one line. */
type Line = Placed[];
/** The same with their words as the pieces have them. */
type Row = { cell: Placed; passage: Passage }[];

/**
 * @param text the reader's text
 * @param hints tables and their cells
 */
export function gatherTables(text: string, pieces: Piece[], hints: Hint[]): Piece[] {
  const lines = linesOf(text, hints);
  const held = Map.groupBy(pieces, tableOf);
  held.delete(undefined);
  const tables = new Map<Piece, TablePiece>();
  const taken = new Set<Piece>();
  for (const [table, rows] of held as Map<Hint, TextPiece[]>) {
    const piece = build(text, rows, lines.get(table) ?? []);
    if (!piece) continue;
    tables.set(rows[0] as Piece, piece);
    for (const row of rows) taken.add(row);
  }
  return pieces.flatMap((piece) => tables.get(piece) ?? (taken.has(piece) ? [] : [piece]));
}

/** The table that a piece is a row of, or a part of a row; a caption inside the table is none. */
function tableOf(piece: Piece): Hint | undefined {
  if (piece.kind !== 'text' || !piece.hints?.some(({ kind }) => kind === 'cell')) return undefined;
  return piece.hints.find(({ kind }) => kind === 'table');
}

/** Cells by line and table. A table's range may leave out empty cells at its ends, so that the whole line counts. */
function linesOf(text: string, hints: Hint[]): Map<Hint | undefined, Line[]> {
  const lines: Line[] = [];
  for (const cell of hints.filter((hint): hint is Placed => hint.kind === 'cell')) {
    const before = lines.at(-1)?.at(-1);
    if (before && !/[\r\n]/.test(text.slice(before.to, cell.from))) lines.at(-1)?.push(cell);
    else lines.push([cell]);
  }
  const around = touching(hints.filter(({ kind }) => kind === 'table'));
  return Map.groupBy(lines, (line) => around({ from: line[0]?.from ?? 0, to: line.at(-1)?.to ?? 0 })[0]);
}

/** Null where no row has two cells with words: such a table only lays a text out. */
function build(text: string, pieces: TextPiece[], lines: Line[]): TablePiece | null {
  const held = touching(pieces.map((piece) => ({ ...sourceRange(piece.passage), piece })));
  const rows = lines.map((line): Row => {
    const around = held({ from: line[0]?.from ?? 0, to: line.at(-1)?.to ?? 0 });
    const words = concat(...around.map(({ piece }) => piece.passage));
    return line.map((cell) => ({ cell, passage: trim(within(words, cell.from, cell.to)) }));
  });
  const isKept = rows.map((row) => row.some(({ passage }) => passage.text !== ''));
  const kept = rows.filter((_, index) => isKept[index]);
  const holds = kept.some((row) => row.filter(({ passage }) => passage.text !== '').length >= 2);
  if (!holds || kept.length < 2) return null;
  const parts = kept.flatMap((row, line) => [
    ...(line > 0 ? [rowBreak(text, (kept[line - 1] as Row).at(-1)?.cell as Placed, row[0]?.cell as Placed)] : []),
    ...row.flatMap(({ cell, passage }, column) =>
      column > 0 ? [cellBreak(text, row[column - 1]?.cell as Placed, cell), passage] : [passage],
    ),
  ]);
  const forms = rows.flatMap((row, index) =>
    isKept[index] ? [row.map(({ cell }) => formOf(cell, isKept, index))] : [],
  );
  return { kind: 'table', passage: concat(...parts), rows: forms, hints: pieces.flatMap(({ hints }) => hints ?? []) };
}

/** Rows that were left out are spanned no more. */
function formOf({ header = false, columns = 1, rows = 1 }: Placed, isKept: boolean[], at: number): Cell {
  return { header, columns, rows: Math.max(1, isKept.slice(at, at + rows).filter(Boolean).length) };
}

function cellBreak(text: string, before: Placed, after: Placed): Passage {
  const between = text.slice(before.to, after.from);
  return between === '\t'
    ? passageOf(text, before.to, after.from)
    : replaced(before.to, after.from, '\t', 'cell-break');
}

function rowBreak(text: string, before: Placed, after: Placed): Passage {
  const at = text.indexOf('\n', before.to);
  if (at >= 0 && at < after.from) return passageOf(text, at, at + 1);
  const end = text.indexOf('\r', before.to);
  return replaced(end, end + 1, '\n', 'cell-break');
}
