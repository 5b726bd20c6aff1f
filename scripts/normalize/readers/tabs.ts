/** Tables in plain text: what was copied from one has its cells apart by tabs. */
import { splitLines } from '../lines.ts';
import type { Hint, Line } from '../types.ts';
import { sortHints } from './assemble.ts';

/** Fewest rows, and the longest cell: longer ones are paragraphs that somebody has indented. */
const FEWEST_ROWS = 3;
const LONGEST_CELL = 60;

/** Hints for runs of lines that have the same number of tabs, each between words. */
export function tabbedTables(text: string): Hint[] {
  const hints: Hint[] = [];
  let run: Hint[][] = [];
  const close = () => {
    const [from, to] = [run[0]?.[0]?.from ?? 0, run.at(-1)?.at(-1)?.to ?? 0];
    if (run.length >= FEWEST_ROWS) hints.push({ kind: 'table', from, to }, ...run.flat());
    run = [];
  };
  if (!text.includes('\t')) return hints;
  for (const line of splitLines(text)) {
    const cells = cellsOf(line);
    if (cells.length !== run[0]?.length) close();
    if (cells.length > 1) run.push(cells);
  }
  close();
  return sortHints(hints);
}

/** No cells for a line that is no row: the first and the last have words, and none is long. */
function cellsOf(line: Line): Hint[] {
  const words = line.text.split('\t');
  const isRow =
    words[0]?.trim() !== '' && words.at(-1)?.trim() !== '' && words.every(({ length }) => length <= LONGEST_CELL);
  let at = line.from;
  return words.length < 2 || !isRow
    ? []
    : words.map((word) => {
        const from = at;
        at += word.length + 1;
        return { kind: 'cell', from, to: from + word.length };
      });
}
