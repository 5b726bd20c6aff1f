/** What the markup says about lines: headings, centred and bold lines, tables and their cells. Hints of one kind don't overlap. */
import type { Hint } from '../../types.ts';
import type { Attributes } from './elements.ts';
import type { Page } from './layout.ts';
import type { PageLine } from './lines.ts';

export function markupHints({ text, boxes }: Page, lines: PageLine[]): Hint[] {
  const hints: Hint[] = [];
  const ends = new Map<Hint['kind'], number>();
  const add = (hint: Hint) => {
    const trimmed = trim(text, hint);
    if (trimmed.from >= trimmed.to || trimmed.from < (ends.get(hint.kind) ?? 0)) return;
    ends.set(hint.kind, trimmed.to);
    hints.push(trimmed);
  };
  for (const { name, attributes, role, from, to } of boxes) {
    if (/^h[1-6]$/.test(name)) add({ kind: 'heading', from, to, level: Number(name[1]) });
    if (name === 'sup' && isSign(text, from, to)) add({ kind: 'mark', from, to });
    if (role === 'table') add({ kind: 'table', from, to });
    if (role === 'cell') hints.push({ kind: 'cell', from, to, ...cellForm(name, attributes) });
  }
  for (const { from, to, letters, bold, centred, row } of lines) {
    if (letters === 0 || row) continue;
    if (centred === letters) add({ kind: 'centred', from, to });
    if (bold === letters) add({ kind: 'strong', from, to });
  }
  return hints;
}

/** As many columns or rows as a cell may span; HTML allows no more columns. */
const WIDEST_SPAN = 1000;

function cellForm(name: string, { colspan, rowspan }: Attributes): Pick<Hint, 'header' | 'columns' | 'rows'> {
  const count = (value: string | undefined) => Math.min(WIDEST_SPAN, Number.parseInt(value ?? '', 10) || 1);
  const [columns, rows] = [count(colspan), count(rowspan)];
  return { ...(name === 'th' && { header: true }), ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) };
}

/** A raised number refers to a note; behind a letter or a digit it is a power: `m2`, `103`. */
function isSign(text: string, from: number, to: number): boolean {
  return (
    /^\s*(?:[[［〔【(（]?[注註]?\d{1,3}[\]］〕】)）]?|[①-⑳])\s*$/u.test(text.slice(from, to)) &&
    !/[0-9A-Za-z]/.test(text[from - 1] ?? '')
  );
}

/** Without white space at the ends. */
function trim(text: string, hint: Hint): Hint {
  const slice = text.slice(hint.from, hint.to);
  const from = hint.to - slice.trimStart().length;
  return { ...hint, from, to: Math.max(from, hint.from + slice.trimEnd().length) };
}
