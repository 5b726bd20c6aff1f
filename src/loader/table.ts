/** A table in a box of its own, in which it scrolls where the page is narrower. */
import type { Element } from 'hast';
import { textWords as words } from '../data/text-words.ts';
import { tableCells } from '../text/blocks.ts';
import type { Mark, Speech, TableBlock } from '../text/speech.ts';
import { element } from './element.ts';
import { handle } from './handle.ts';
import { inline } from './inline.ts';

/** All text nodes together are exactly `block.text`: what parts cells and rows there is white space between elements here. */
export function table(speech: Speech, block: TableBlock, first: Set<Mark>): Element {
  const rows = tableCells(block).map((row) =>
    element('tr', {}, ...row.flatMap((cell, column) => [...(column > 0 ? ['\t'] : []), cellOf(block, cell, first)])),
  );
  const body = rows.flatMap((row, line) => (line > 0 ? ['\n', row] : [row]));
  const box = { className: ['table-box'], role: 'region', ariaLabel: label(speech, block), tabIndex: 0 };
  return element(
    'div',
    { className: ['table'], id: block.id },
    element('div', box, element('table', {}, element('tbody', {}, ...body))),
    handle(block.id),
  );
}

/** An empty cell heads nothing. */
function cellOf(block: TableBlock, cell: ReturnType<typeof tableCells>[number][number], first: Set<Mark>): Element {
  const spans = {
    ...(cell.columns > 1 && { colSpan: cell.columns }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
  };
  return element(cell.header && cell.to > cell.from ? 'th' : 'td', spans, ...inline(block, first, cell.from, cell.to));
}

/** The caption above the table; failing that, its number. */
function label({ blocks }: Speech, block: TableBlock): string {
  const before = blocks[blocks.indexOf(block) - 1];
  return before?.kind === 'paragraph' && before.role === 'caption' ? before.text : words.table(block.id);
}
