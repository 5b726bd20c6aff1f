/** Paragraphs, tables and text boxes → lines. */
import { type ReaderLine, wholeLine } from '../assemble.ts';
import { readInline } from './inline.ts';
import type { NoteMarks } from './notes.ts';
import type { Numbering } from './numbering.ts';
import { paragraphFacts, type Styles } from './styles.ts';
import { child, type Element, elements, flag, value } from './xml.ts';

export interface Context {
  styles: Styles;
  numbering: Numbering;
  notes: NoteMarks;
}

/** All lines of a container: the body, a cell, a note, a header, a text box. */
export function readBlocks(container: Element, context: Context): ReaderLine[] {
  return elements(container).flatMap((element) => readBlock(element, context));
}

function readBlock(element: Element, context: Context): ReaderLine[] {
  switch (element.name) {
    case 'w:p':
      return readParagraph(element, context);
    case 'w:tbl':
      return readTable(element, context);
    case 'mc:AlternateContent':
      return readBlocks(child(element, 'mc:Choice') ?? element, context);
    case 'w:del':
    case 'w:moveFrom':
      return [];
    default:
      return readBlocks(element, context);
  }
}

function readParagraph(paragraph: Element, context: Context): ReaderLine[] {
  const { styles, numbering, notes } = context;
  const properties = child(paragraph, 'w:pPr');
  const facts = paragraphFacts(paragraph, styles);
  const inline = readInline(paragraph, facts, styles, notes);
  const label = inline.text.trim() === '' ? '' : numbering.label(properties, facts.style, inline.text);
  const boxes = inline.boxes.flatMap((box) => readBlocks(box, context));
  const deleted = child(properties, 'w:rPr', 'w:del') !== null && inline.text === '';
  if (deleted) return boxes;
  const inContents = facts.leader && inline.marks.length === 0;
  const shown = inContents ? inline.text.replace(/\t(?=[^\t]{1,8}$)/, '……') : inline.text;
  const text = label + shown;
  const hints = inline.marks.map((mark) => ({ ...mark, from: mark.from + label.length, to: mark.to + label.length }));
  if (facts.heading !== null) hints.push(...wholeLine(text, { kind: 'heading', level: facts.heading }));
  if (facts.centred) hints.push(...wholeLine(text, { kind: 'centred' }));
  if (inline.strong) hints.push(...wholeLine(text, { kind: 'strong' }));
  return [{ text, hints }, ...boxes];
}

/** One line a row, cells apart by tabs. A table of one column is a frame around text, not a table. */
function readTable(table: Element, context: Context): ReaderLine[] {
  const rows = rowsOf(table);
  if (rows.every(({ cells }) => cells.length <= 1))
    return rows.flatMap(({ cells }) => cells.flatMap((cell) => readBlocks(cell, context)));
  const lines = rows.map((row, index) => readRow(row, spansOf(rows, index), context));
  const length = lines.reduce((sum, line) => sum + line.text.length + 1, -1);
  lines[0]?.hints.unshift({ kind: 'table', from: 0, to: length });
  return lines;
}

/** @param spans see `spansOf` */
function readRow(row: Row, spans: number[], context: Context): ReaderLine {
  const line: ReaderLine = { text: '', hints: [] };
  for (const [index, cell] of row.cells.entries()) {
    const rows = spans[index] ?? 1;
    if (rows === 0) continue;
    if (line.hints.some(({ kind }) => kind === 'cell')) line.text += '\t';
    const start = line.text.length;
    for (const part of readBlocks(cell, context)) {
      if (part.text.trim() === '') continue;
      if (line.text.length > start) line.text += ' ';
      const at = line.text.length;
      // In a cell only signs of notes mean something of their own; a line end would break the row.
      for (const hint of part.hints) {
        if (hint.kind === 'mark') line.hints.push({ ...hint, from: hint.from + at, to: hint.to + at });
      }
      line.text += part.text.replace(/[\n\t]/g, ' ');
    }
    const columns = columnsOf(cell);
    line.hints.push({
      kind: 'cell',
      from: start,
      to: line.text.length,
      ...(row.header && { header: true }),
      ...(columns > 1 && { columns }),
      ...(rows > 1 && { rows }),
    });
  }
  return line;
}

interface Row {
  cells: Element[];
  /** The column at which each cell begins, and the cells by it. */
  columns: number[];
  at: Map<number, Element>;
  /** Repeated at the head of each page. */
  header: boolean;
}

function rowsOf(table: Element): Row[] {
  return through(table, 'w:tr')
    .filter((row) => child(row, 'w:trPr', 'w:del') === null)
    .map((row) => {
      const cells = through(row, 'w:tc');
      let next = 0;
      const columns = cells.map((cell) => {
        next += columnsOf(cell);
        return next - columnsOf(cell);
      });
      const at = new Map(cells.map((cell, index) => [columns[index] as number, cell]));
      return { cells, columns, at, header: flag(child(row, 'w:trPr'), 'w:tblHeader') ?? false };
    });
}

function columnsOf(cell: Element): number {
  const span = Number(value(cell, 'w:tcPr', 'w:gridSpan') ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** How many rows each cell of a row spans, down through those that go on it; 0 for one that goes on the cell above. */
function spansOf(rows: Row[], from: number): number[] {
  const row = rows[from] as Row;
  return row.cells.map((cell, index) => {
    if (continues(cell) && from > 0) return 0;
    let end = from + 1;
    while (end < rows.length && continues(rows[end]?.at.get(row.columns[index] as number))) end++;
    return end - from;
  });
}

function continues(cell: Element | undefined): boolean {
  const merge = child(cell, 'w:tcPr', 'w:vMerge');
  return merge !== null && merge.attributes.val !== 'restart';
}

/** Elements of a name, also where a content control or a mark-up of the author's stands around them. */
function through(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(each.name) ? through(each, name) : [];
  });
}
