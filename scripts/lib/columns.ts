/** Text in terminal columns: full-width characters take two. */
import stringWidth from 'string-width';

/** Characters that would move the cursor, recolour or reorder the line; they are shown as one sign. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text as it can be printed on one line: a tab is a space, other control characters are `�`. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNPRINTABLE, '\ufffd');
}

/** Columns that a printable text takes. Quotation marks and the like, of ambiguous width, count as one. */
export function columns(text: string): number {
  return stringWidth(text);
}

/** Filled up with spaces to a number of columns; longer text stays. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** The beginning that fits into a number of columns, ended by `…` where something is left out. */
export function clip(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += columns(character);
    if (used > width) return `${taken.trimEnd()}…`;
    taken += character;
  }
  return taken;
}

/** Rows of cells under each other, two spaces between columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, columns(cell));
  const line = (row: readonly string[]) => row.map((cell, at) => pad(cell, widths[at] ?? 0)).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}
