/** Everything that a comparison page shows, worked out from the speech, its account and the bytes of its copy. */
import { sourceWords as words } from '../data/source-words.ts';
import { redactionCount } from '../data/summary.ts';
import { type Account, alignment, publishedText } from '../text/account.ts';
import type { Block, Speech } from '../text/speech.ts';
import { type Cause, Causes, type Decision } from './causes.ts';
import { encodingOf } from './file.ts';
import { countKinds, type Edit, kindOf } from './kinds.ts';
import { RowRenderer } from './render.ts';
import { collate, type Row } from './rows.ts';

/** What can be shown or not, with all its causes; the counts of the causes add up. */
export interface Sign {
  id: string;
  name: string;
  look: string;
  count: number;
  causes: Cause[];
}

export interface ComparedRow {
  block: Block | null;
  /** HTML; all text of it is text of the copy, or published text. */
  copy: string;
  text: string;
  /** What was taken out, mended or decided here, and why. */
  notes: { name: string; reason: string; count: number }[];
}

export interface Comparison {
  rows: ComparedRow[];
  signs: Sign[];
  /** null: the text at the left was read out of a page, a Word file or a PDF. */
  encoding: string | null;
}

/** Kinds whose reason stands beside each place; that of the others stands in the list of signs alone. */
const NOTED = ['debris', 'mend'];

/** @throws Error where an edit does not fit the published text */
export function compare(speech: Speech, account: Account, bytes: Uint8Array): Comparison {
  const { edits } = account;
  const segments = alignment(publishedText(speech), edits);
  const source = segments.map((segment) => segment.source).join('');
  const decisions = decisionsIn(account, source);
  const causes = new Causes(edits, decisions);
  const renderer = new RowRenderer(source, edits, decisions, causes);
  let at = 0;
  const rows = collate(speech, segments).map((row): ComparedRow => {
    const from = at;
    at += row.segments.reduce((length, segment) => length + segment.source.length, 0);
    const decided = decisions.filter((decision) => decision.from >= from && decision.from < at);
    return { block: row.block, ...renderer.render(row), notes: notes(row, edits, causes, decided) };
  });
  return { rows, signs: signs(speech, edits, decisions, causes), encoding: encodingOf(bytes, source) };
}

/** The findings by which a person has decided something about words of the copy. */
function decisionsIn({ findings }: Account, source: string): Decision[] {
  const decided = findings.filter(({ code }) => code.startsWith('override-'));
  if (decided.length === 0) return [];
  const points = Array.from(source);
  const offset = (point: number) => points.slice(0, point).join('').length;
  return decided.map(({ at, message }) => ({ from: offset(at[0]), to: offset(at[1]), message }));
}

function signs(speech: Speech, edits: Edit[], decisions: Decision[], causes: Causes): Sign[] {
  const byKind = Map.groupBy(edits, kindOf);
  const changes = countKinds(edits).map(({ kind, count }): Sign => {
    const own = (byKind.get(kind) ?? []).map((edit) => causes.of(edit));
    return { id: kind.id, name: kind.name, look: kind.look, count, causes: [...new Set(own)] };
  });
  const hand = decisions.map((decision) => causes.ofDecision(decision));
  const hidden = redactionCount(speech);
  const { kinds } = words;
  const unseen = { number: causes.hiddenNumber, reason: kinds.hidden.reason, count: hidden };
  return [
    ...changes,
    ...(hand.length > 0 ? [{ id: 'hand', ...kinds.hand, count: hand.length, causes: hand }] : []),
    ...(hidden > 0
      ? [{ id: 'hidden', name: kinds.hidden.name, look: kinds.hidden.look, count: hidden, causes: [unseen] }]
      : []),
  ];
}

function notes({ segments }: Row, edits: Edit[], causes: Causes, decided: Decision[]): ComparedRow['notes'] {
  const own = [...new Set(segments.flatMap(({ edit }) => edit ?? []))].map((index) => edits[index] as Edit);
  const noted = own.filter((edit) => NOTED.includes(kindOf(edit).id));
  const grouped = [...Map.groupBy(noted, (edit) => causes.of(edit))].map(([{ reason }, list]) => {
    return { name: kindOf(list[0] as Edit).name, reason, count: list.length };
  });
  return [...grouped, ...decided.map(({ message }) => ({ name: words.kinds.hand.name, reason: message, count: 1 }))];
}
