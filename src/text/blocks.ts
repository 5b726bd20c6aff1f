/** Plain functions on the blocks of a speech; apart from the schema, so that a browser gets them without it. */
import type { Cell, Speech, TableBlock, TextBlock } from './speech.ts';

/** Blocks that carry text of the source. */
export function textBlocks(speech: Speech): TextBlock[] {
  return speech.blocks.filter((block): block is TextBlock => block.kind !== 'omission');
}

/** Each row's cells with their UTF-16 ranges in the table's text. */
export function tableCells({ text, rows }: TableBlock): (Cell & { from: number; to: number })[][] {
  let at = 0;
  const words = text.split('\n').map((line) => line.split('\t'));
  return rows.map((row, line) =>
    row.map((cell, column) => {
      const from = at;
      const to = from + (words[line]?.[column] ?? '').length;
      at = to + 1;
      return { ...cell, from, to };
    }),
  );
}
