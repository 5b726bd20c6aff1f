/** Paragraphs, tables and text boxes → lines. */
import { type ReaderLine, wholeLine } from '../assemble.ts';
import { readInline } from './inline.ts';
import type { NoteMarks } from './notes.ts';
import type { Numbering } from './numbering.ts';
import { paragraphFacts, type Styles } from './styles.ts';
import { child, type Element, elements } from './xml.ts';

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
  if (rows.every((row) => row.length <= 1)) return rows.flat().flatMap((cell) => readBlocks(cell, context));
  const lines = rows.map((row) => readRow(row, context));
  const length = lines.reduce((sum, line) => sum + line.text.length + 1, -1);
  lines[0]?.hints.unshift({ kind: 'table', from: 0, to: length });
  return lines;
}

function readRow(cells: Element[], context: Context): ReaderLine {
  const line: ReaderLine = { text: '', hints: [] };
  for (const [index, cell] of cells.entries()) {
    if (index > 0) line.text += '\t';
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
    line.hints.push({ kind: 'cell', from: start, to: line.text.length });
  }
  return line;
}

function rowsOf(table: Element): Element[][] {
  return through(table, 'w:tr')
    .filter((row) => child(row, 'w:trPr', 'w:del') === null)
    .map((row) => through(row, 'w:tc'));
}

/** Elements of a name, also where a content control or a mark-up of the author's stands around them. */
function through(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(each.name) ? through(each, name) : [];
  });
}
