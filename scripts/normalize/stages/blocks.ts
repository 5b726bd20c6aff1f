/** Units and parts → blocks with permanent ids, each knowing its section and its place in the copy. */

import { findRedactions } from '../../../src/text/redaction.ts';
import type { Block, Mark } from '../../../src/text/speech.ts';
import { offsetOf, type Passage, slice, sourceRange, trim } from '../passage.ts';
import { markerRules } from '../rules/markers.ts';
import { touching } from './debris-hints.ts';
import type { HeadBlock } from './head.ts';
import type { NoteTie } from './notes.ts';
import { free, type Taken } from './number.ts';
import { type Part, parentsOf } from './outline.ts';
import type { AsidePiece, Piece, TablePiece } from './pieces.ts';

export interface PlacedBlock {
  block: Block;
  /** Null for an omission. */
  passage: Passage | null;
  /** Where in the reader's text the block stands or, for an omission, is missing. */
  at: { from: number; to: number };
}

const HEADING_KINDS = new Set(markerRules.filter((rule) => rule.role === 'heading').map((rule) => rule.kind));
/** A last paragraph that ends so is whole, and so is a row of a table; a short last line is a signature or a date. */
const SENTENCE_END = /(?:[。！？”’）…」』!?]|[.。！？]["']|[A-Za-z]\.|\p{Extended_Pictographic}\ufe0f?)$|\t/u;
const SHORT_LINE = 20;

/**
 * @param head what stands before the body, in any order
 * @param units the body
 * @param ties signs of notes, in the order of the copy
 */
export function buildBlocks(
  head: (HeadBlock | TablePiece)[],
  units: Piece[],
  ties: NoteTie[],
  parts: Part[],
  ids: string[],
): PlacedBlock[] {
  const builder = new BlockBuilder(ties);
  for (const piece of head.toSorted((a, b) => sourceRange(a.passage).from - sourceRange(b.passage).from)) {
    if (piece.kind === 'table') builder.table(piece);
    else builder.text(piece.kind, piece.kind, piece.passage, []);
  }
  const absent = placeAbsent(units, parts, ids);
  const proves = sectionsProved(parts, ids);
  const placed = parts.map((part, index) => ({ part, id: ids[index] as string, index }));
  const partsOf = Map.groupBy(placed, ({ part }) => part.place?.unit);
  for (const [unit, piece] of units.entries()) {
    const here = partsOf.get(unit) ?? [];
    if (piece.kind === 'gap') {
      builder.omission(piece.at, piece.characters, 'notice', absent.atUnit.get(unit) ?? []);
      const proved = proves(unit);
      if (proved !== undefined) builder.section = proved;
      continue;
    }
    if (piece.kind === 'table') {
      builder.table(piece);
      continue;
    }
    if (piece.kind === 'note') {
      builder.apart(() => builder.text('note', piece.id, piece.passage, []));
      continue;
    }
    if (piece.kind === 'aside') {
      if (piece.role === 'notes') builder.apart(() => builder.aside(piece));
      else builder.aside(piece);
      continue;
    }
    let from = 0;
    for (const { part, id, index } of here) {
      const place = part.place as NonNullable<Part['place']>;
      const opens = part.form === 'heading' || (place.offset > 0 && HEADING_KINDS.has(part.kind));
      const missing = absent.beforePart.get(index);
      if (opens || missing) {
        builder.paragraph(piece.passage, from, place.offset, here);
        from = place.offset;
      }
      if (missing) builder.omission(sourceRange(piece.passage, place.offset).from, null, 'cut', missing);
      if (part.form !== 'heading') continue;
      builder.heading(id, part.level, trim(slice(piece.passage, place.offset, place.end)));
      from = place.end;
    }
    builder.paragraph(piece.passage, from, piece.passage.text.length, here);
  }
  builder.end(absent.atEnd);
  return builder.blocks;
}

function overlaps(a: Mark, b: Mark): boolean {
  return a.from < b.to && b.from < a.to;
}

type Here = { part: Part; id: string }[];

class BlockBuilder {
  readonly blocks: PlacedBlock[] = [];
  section: string | null = null;
  readonly #taken: Taken = new Map();
  #paragraphs = 0;
  #omissions = 0;
  #tables = 0;
  readonly #ties: (place: { from: number; to: number }) => NoteTie[];

  constructor(ties: NoteTie[]) {
    this.#ties = touching(ties);
  }

  text(
    kind: 'title' | 'byline' | 'salutation' | 'paragraph' | 'note',
    id: string,
    passage: Passage,
    runIns: Mark[],
  ): void {
    const at = sourceRange(passage);
    const notes = this.#ties(at).flatMap((tie): Mark[] => {
      const [from, last] = [offsetOf(passage, tie.from), offsetOf(passage, tie.to - 1)];
      return from < 0 || last < from ? [] : [{ kind: 'note', from, to: last + 1, id: tie.id }];
    });
    const redactions = findRedactions(passage.text).map((range): Mark => ({ kind: 'redaction', ...range }));
    const marks = [...runIns, ...notes, ...redactions.filter((each) => !notes.some((note) => overlaps(note, each)))];
    marks.sort((a, b) => a.from - b.from || b.to - a.to);
    const block: Block = { kind, id: free(id, this.#taken), section: this.section, text: passage.text, marks };
    this.blocks.push({ block, passage, at });
  }

  /** A block that belongs to no section: notes stand under the whole text. */
  apart(build: () => void): void {
    const { section } = this;
    this.section = null;
    build();
    this.section = section;
  }

  aside({ passage, role }: AsidePiece): void {
    this.text('paragraph', `p${++this.#paragraphs}`, passage, []);
    const placed = this.blocks.at(-1) as PlacedBlock;
    placed.block = { ...(placed.block as Extract<Block, { kind: 'paragraph' }>), role };
  }

  table({ passage, rows }: TablePiece): void {
    this.text('paragraph', `t${++this.#tables}`, passage, []);
    const placed = this.blocks.at(-1) as PlacedBlock;
    placed.block = { ...(placed.block as Extract<Block, { kind: 'paragraph' }>), kind: 'table', rows };
  }

  heading(id: string, level: number, passage: Passage): void {
    this.section = id;
    this.text('paragraph', id, passage, []);
    const placed = this.blocks.at(-1) as PlacedBlock;
    placed.block = { ...(placed.block as Extract<Block, { kind: 'paragraph' }>), kind: 'heading', level };
  }

  /** `[from, to)` of a unit as a paragraph, with the run-in headings that stand in it; white space alone is none. */
  paragraph(unit: Passage, from: number, to: number, here: Here): void {
    const passage = trim(slice(unit, from, to));
    if (passage.text === '') return;
    const start = from + (unit.text.slice(from, to).length - unit.text.slice(from, to).trimStart().length);
    const runIns = here.flatMap(({ part, id }): Mark[] =>
      part.form === 'runin' && part.place && part.place.offset >= start && part.place.offset < to
        ? [
            {
              kind: 'runin',
              from: part.place.offset - start,
              to: Math.min(part.place.end - start, passage.text.length),
              id,
            },
          ]
        : [],
    );
    this.text('paragraph', `p${++this.#paragraphs}`, passage, runIns);
  }

  omission(at: number, characters: number | null, cause: 'notice' | 'cut', absent: string[]): void {
    const id = free(`o${++this.#omissions}`, this.#taken);
    const block: Block = { kind: 'omission', id, section: this.section, characters, cause, absent };
    this.blocks.push({ block, passage: null, at: { from: at, to: at } });
  }

  /** A text that stops in mid sentence, or lacks parts at its end, closes with an omission of unknown size. */
  end(absent: string[]): void {
    const last = this.blocks.at(-1);
    if (!last || last.block.kind === 'omission') return;
    const text = last.block.text;
    const said = last.block.kind === 'paragraph' && !last.block.role;
    const stops = said && text.length >= SHORT_LINE && !SENTENCE_END.test(text);
    if (stops || absent.length > 0) this.omission(last.at.to, null, 'cut', absent);
  }
}

/** Absent parts stand at the first gap between their neighbours that are present; without a gap, right before the next one. */
function placeAbsent(units: Piece[], parts: Part[], ids: string[]) {
  const atUnit = new Map<number, string[]>();
  const beforePart = new Map<number, string[]>();
  const atEnd: string[] = [];
  for (let start = 0; start < parts.length; start++) {
    if (parts[start]?.place) continue;
    let end = start;
    while (end < parts.length && !parts[end]?.place) end++;
    const missing = ids.slice(start, end);
    const after = parts[start - 1]?.place?.unit ?? -1;
    const before = parts[end]?.place?.unit ?? units.length;
    let gap = after + 1;
    while (gap < before && units[gap]?.kind !== 'gap') gap++;
    if (gap < before) atUnit.set(gap, missing);
    else if (end < parts.length) beforePart.set(end, missing);
    else for (const id of missing) atEnd.push(id);
    start = end;
  }
  return { atUnit, beforePart, atEnd };
}

/** The section in which a text goes on behind a gap, as the next part proves: the innermost heading above it. For gaps in order. */
function sectionsProved(parts: Part[], ids: string[]): (gapUnit: number) => string | null | undefined {
  const parents = parentsOf(parts);
  let next = 0;
  return (gapUnit) => {
    while (next < parts.length && (parts[next]?.place?.unit ?? -1) <= gapUnit) next++;
    if (next === parts.length || parts[next]?.form === 'heading') return undefined;
    let index = parents[next] ?? -1;
    while (index >= 0 && parts[index]?.form !== 'heading') index = parents[index] ?? -1;
    return index >= 0 ? (ids[index] ?? null) : null;
  };
}
