/** What crosses the boundaries inside the normalizer. All offsets here are UTF-16 offsets into `RawDocument.text`, half open. */
import type { Block, OutlineEntry, Speech } from '../../src/text/speech.ts';

export interface Source {
  /** Name used in messages, e.g. `sources/iot-industry-cluster.txt`. */
  path: string;
  bytes: Uint8Array;
}

export interface RawDocument {
  format: 'text' | 'html' | 'docx' | 'pdf' | 'markdown';
  /** WHATWG label of the encoding, e.g. `utf-8`, `gb18030`; of the text inside for `docx` and `pdf`. */
  encoding: string;
  /**
   * The reader's text: for plain text and Markdown every decoded character, line ends included; for the other formats all
   * text that a viewer would show, navigation and footers included, one line a block, each ended by a line feed.
   */
  text: string;
  /** What the format shows beyond the characters; for plain text only tables between tabs. Evidence, not proof. Sorted by `from`, never overlapping within one kind. */
  hints: Hint[];
}

/** A range of the reader's text that the format says something about. */
export interface Hint {
  /**
   * `debris` is furniture of a site or a page (navigation, share widgets, running heads, page numbers): `why` says which.
   * `heading` is marked up as one (`level` from 1), `centred` stands in the middle of its line, `strong` is bold as a whole line,
   * `cell` is a cell of a table, `table` the whole of it, `note` a footnote or endnote, `mark` the sign that refers to one.
   */
  kind: 'debris' | 'heading' | 'centred' | 'strong' | 'table' | 'cell' | 'note' | 'mark';
  from: number;
  to: number;
  level?: number;
  why?: string;
  /** Of a cell: it heads a row or a column; how many columns and rows it spans where that is more than one. */
  header?: boolean;
  columns?: number;
  rows?: number;
}

/** A line without its line end. */
export interface Line {
  /** From 1. */
  number: number;
  from: number;
  to: number;
  text: string;
}

/** Debris that leaves the text, with the rule that says so. */
export interface Removal {
  from: number;
  to: number;
  rule: string;
  reason: string;
}

/**
 * One entry of the machine's account. Published text is the text of the blocks joined with line feeds; undoing every
 * edit in order gives back the reader's text.
 * `at` counts code points of the reader's text here and in the account file.
 */
export interface Edit {
  /** `join` takes out a line end or white space, `remove` takes out debris, `replace` puts `with` for `text`, `insert` adds `text`. */
  kind: 'remove' | 'join' | 'replace' | 'insert';
  at: [from: number, to: number];
  /** Characters of the copy at `at`; for an insert (`at` is empty) the characters put in. */
  text: string;
  /** What stands in place of `text`: for `replace` alone. */
  with?: string;
  rule: string;
  reason: string;
}

export type Severity = 'info' | 'warning' | 'error';

/** Something a person should know: a removal, a doubt, a conflict, a correction. */
export interface Finding {
  /** Permanent and greppable, e.g. `removed-breadcrumb`. */
  code: string;
  severity: Severity;
  lines: [first: number, last: number];
  /** Code points of the reader's text. */
  at: [from: number, to: number];
  text: string;
  message: string;
}

/** A finding before its place is expressed in lines and code points. */
export interface Note {
  code: string;
  severity: Severity;
  from: number;
  to: number;
  message: string;
}

/** What a stage hands on. */
export interface Step<T> {
  value: T;
  removals: Removal[];
  notes: Note[];
}

export interface Provenance {
  lines: [first: number, last: number];
  /** Code points of the reader's text. */
  at: [from: number, to: number];
}

/**
 * How sure a field is, by the kind of its evidence. `certain`: title, byline, salutation or signature say it, or for a field of a site its row does.
 * `likely`: a note or a table beside the text says it, or the text speaks of it as its own. `doubtful`: put together or made, e.g. a derived title,
 * a day without a year.
 */
export type Confidence = 'certain' | 'likely' | 'doubtful';

/** Words that prove a field. */
export interface Clue {
  from: number;
  to: number;
  confidence: Confidence;
}

export interface Evidence {
  lines: [first: number, last: number];
  text: string;
  confidence: Confidence;
}

/** The whole result for one source. */
export interface Record {
  speech: Speech;
  document: RawDocument;
  edits: Edit[];
  findings: Finding[];
  /** Where each block and each outline entry stands in the copy; outline entries known from a table of contents point there. */
  blockPlaces: Map<Block, Provenance>;
  outlinePlaces: Map<OutlineEntry, Provenance>;
  evidence: { [field: string]: Evidence[] };
}

/** A copy that can't be read; the message names the file and the remedy. */
export class SourceError extends Error {
  override name = 'SourceError';
}
