/** What the markup says about lines: headings, centred and bold lines, tables and their cells. Hints of one kind don't overlap. */
import type { Hint } from '../../types.ts';
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
  for (const { name, role, from, to } of boxes) {
    if (/^h[1-6]$/.test(name)) add({ kind: 'heading', from, to, level: Number(name[1]) });
    if (role === 'table') add({ kind: 'table', from, to });
    if (role === 'cell') hints.push({ kind: 'cell', from, to });
  }
  for (const { from, to, letters, bold, centred, row } of lines) {
    if (letters === 0 || row) continue;
    if (centred === letters) add({ kind: 'centred', from, to });
    if (bold === letters) add({ kind: 'strong', from, to });
  }
  return hints;
}

/** Without white space at the ends. */
function trim(text: string, hint: Hint): Hint {
  const slice = text.slice(hint.from, hint.to);
  const from = hint.to - slice.trimStart().length;
  return { ...hint, from, to: Math.max(from, hint.from + slice.trimEnd().length) };
}
