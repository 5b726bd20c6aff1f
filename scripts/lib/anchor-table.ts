/** What became of published ids, as a table for a person, with the remedy for each that is lost. */
import stringWidth from 'string-width';
import type { Fate, Speech } from '../../src/text/speech.ts';
import { type Change, type Fault, proposeFate } from '../normalize/anchors/index.ts';

const KINDS = { changed: '已改', new: '新增', gone: '不见' } as const;
/** Code points of a text that the table shows. */
const SHOWN = 24;

/** One row a change: id, what happened, the words before and after. */
export function anchorTable(changes: readonly Change[]): string {
  const rows = changes.map((change) => [
    change.id,
    KINDS[change.kind],
    'before' in change ? shorten(change.before) : '',
    'after' in change ? shorten(change.after) : '',
  ]);
  return table([['编号', '变化', '原来的文字', '现在的文字'], ...rows]);
}

/** What is wrong with the fates of lost ids, and entries for the `.yaml` that would mend it. */
export function redirectAdvice(
  faults: readonly Fault[],
  changes: readonly Change[],
  speech: Speech,
  yaml: string,
): string {
  const lost = new Map(changes.flatMap((change) => (change.kind === 'gone' ? [[change.id, change.before]] : [])));
  const fresh = new Set(changes.flatMap((change) => (change.kind === 'new' ? [change.id] : [])));
  const entries = faults
    .filter(({ id }) => lost.has(id) && !(id in speech.former))
    .map(({ id }) => `  ${id}: ${entry(proposeFate(lost.get(id) ?? '', speech, (each) => fresh.has(each)))}`);
  const remedy =
    entries.length > 0 ? [`若属实，请在 ${yaml} 里写明去向（下面是按文字推测的）：`, 'redirects:', ...entries] : [];
  return [...faults.map(({ id, message }) => `编号 ${id} ${message}。`), ...remedy].join('\n');
}

function entry(fate: Fate): string {
  if ('moved' in fate) return `{ moved: ${fate.moved} }`;
  return 'merged' in fate ? `{ merged: ${fate.merged} }` : '{ removed: 在此写明缘由 }';
}

function shorten(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
