/** Makes the plan of the library (`src/plan/plan.ts`): of an unchanged speech what the last plan says, the rest anew. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedPassage, namedPassage, relatedSpeeches } from '../../src/data/related.ts';
import { heldSpeech } from '../../src/plan/held.ts';
import { inOrder } from '../../src/plan/order.ts';
import { type Entry, PLAN, type Plan, readPlan, writtenPlan } from '../../src/plan/plan.ts';
import { type Shingles, shinglesOf } from '../../src/text/passages.ts';
import { digestOfFiles } from '../lib/digest.ts';
import { writeAtomic } from '../lib/files.ts';
import { type Alone, entryOf, publishedFiles, unpacked } from './entry.ts';

/** Everything that entries are made by. */
const RECIPE = ['package-lock.json', 'scripts/plan', 'src/data', 'src/plan', 'src/text'];

export interface Options {
  /** Told in a sentence what is unusual. */
  tell: (text: string) => void;
  /** Told how far it is with the speeches that are new or changed. */
  step?: (done: number) => void;
}

/**
 * Brings the plan of the project in `root` up to date and gives it.
 * @throws Problem for a speech whose files are not complete, Error for one that can't be read
 */
export function makePlan(root: string, { tell, step = () => {} }: Options): Plan {
  const path = join(root, PLAN);
  const recipe = digestOfFiles(root, RECIPE, '');
  const last = lastPlan(path, recipe, tell);
  let done = 0;
  const alone = idsIn(root).map((id) => {
    const files = publishedFiles(root, id);
    const known = last.get(id);
    if (known?.digest === files.digest) return known;
    step(++done);
    return entryOf(root, files);
  });
  const entries = withRelated(
    root,
    alone.toSorted((a, b) => inOrder(a.card, b.card)),
    last,
  );
  const plan: Plan = { head: { plan: 1, recipe, speeches: entries.length }, entries };
  writeAtomic(path, writtenPlan(plan));
  return plan;
}

/** Ids of all speeches that are published, sorted. */
export function idsIn(root: string): string[] {
  return readdirSync(join(root, 'src/content/speeches'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort();
}

function lastPlan(path: string, recipe: string, tell: Options['tell']): Map<string, Entry> {
  try {
    const plan = readPlan(path);
    return new Map(plan?.head.recipe === recipe ? plan.entries.map((entry) => [entry.id, entry]) : []);
  } catch {
    tell(`上次的计划 ${PLAN} 已损坏，重新做一份。`);
    return new Map();
  }
}

function withRelated(root: string, entries: Alone[], last: ReadonlyMap<string, Entry>): Entry[] {
  const passages = entries.map((): Entry['passages'] => ({}));
  // One speech is looked up beside several others, one after the other.
  let known: { id: string; shingles: Shingles } | undefined;
  const shinglesHere = (id: string) => {
    if (known?.id !== id) known = { id, shingles: shinglesOf(heldSpeech(`${root}/`, id)) };
    return known.shingles;
  };
  const seek = (here: string, there: string) => namedPassage(shinglesHere(here), heldSpeech(`${root}/`, there));
  const look = (here: number, there: number): NamedPassage | null => {
    const [one, other] = [entries[here], entries[there]] as [Alone, Alone];
    const before = last.get(one.id);
    const looked = before?.digest === one.digest ? before.passages[other.id] : undefined;
    const passage = looked?.digest === other.digest ? looked.passage : seek(one.id, other.id);
    (passages[here] as Entry['passages'])[other.id] = { digest: other.digest, passage };
    return passage;
  };
  const related = relatedSpeeches(
    entries.map(({ card }) => card),
    entries.map(({ prints }) => unpacked(prints)),
    look,
  );
  return entries.map((entry, number) => ({
    ...entry,
    related: related[number] ?? [],
    passages: passages[number] as Entry['passages'],
  }));
}
