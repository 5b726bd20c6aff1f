import type { Cell, Role } from '../../../src/text/speech.ts';
import type { Passage } from '../passage.ts';
import type { Hint } from '../types.ts';

/** A line of text that stays, or what is left of it; blank lines are no pieces. */
export interface TextPiece {
  kind: 'text';
  passage: Passage;
  /** Set where the copy was cut inside a paragraph: this piece goes on where the last one stopped. */
  continues: boolean;
  /** A blank line or debris stands between this piece and the one before. */
  detached: boolean;
  /** What the format says about it: a heading, centred, bold, a row of a table; absent for what was put together later. */
  hints: Hint[] | undefined;
  /** The end of a page stands between this piece and the one before. */
  paged: boolean;
  /** The line began with the indent of a paragraph. */
  indented?: boolean;
  /** A line of dashes stands right above. */
  ruled?: boolean;
}

/** A place where the copy says that text is missing. */
export interface GapPiece {
  kind: 'gap';
  /** Where in the reader's text. */
  at: number;
  /** Missing characters as the copy states them. */
  characters: number | null;
}

/** The rows of a table: a line each, their cells apart by tabs. */
export interface TablePiece {
  kind: 'table';
  passage: Passage;
  rows: Cell[][];
  hints: Hint[];
}

/** A footnote or an endnote, or a paragraph that goes on one. */
export interface NotePiece {
  kind: 'note';
  passage: Passage;
  id: string;
}

/** A paragraph beside the text. */
export interface AsidePiece {
  kind: 'aside';
  passage: Passage;
  role: Role;
}

export type Piece = TextPiece | GapPiece | TablePiece | NotePiece | AsidePiece;
