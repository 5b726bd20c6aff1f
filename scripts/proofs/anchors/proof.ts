/** The proof that addresses hold: texts are edited in every way at every place, built anew, and each id judged by who its characters are. */

import type { Speech } from '../../../src/text/speech.ts';
import { assignIds, type Change } from '../../normalize/anchors/assign.ts';
import type { Lock } from '../../normalize/anchors/lock.ts';
import { matchPlaces } from '../../normalize/anchors/match.ts';
import { normalize } from '../../normalize/index.ts';
import { type EditKind, editKinds, pick, type Random } from './edits.ts';
import { judge, type State, stateOf, type Verdict } from './judge.ts';
import { copyOf, type Manuscript, manuscriptOf } from './manuscript.ts';

export interface Score {
  edits: number;
  byKind: Map<string, number>;
  drifted: string[];
  vanished: string[];
  same: number;
  kept: number;
  lost: string[];
}

/** A text as published: what the next edit starts from. */
interface Edition {
  manuscript: Manuscript;
  speech: Speech;
  lock: Lock;
  state: State;
  changes: Change[];
}

type Matcher = typeof matchPlaces;

/**
 * @param every take only every n-th line for the single edits; 1 for all
 * @param sequences how many runs of ten edits with a build between each
 * @param match stands in for the matcher, to show that a wrong one is found out
 */
export async function proveAnchors(
  speeches: readonly Speech[],
  {
    every,
    sequences,
    random,
    match = matchPlaces,
  }: { every: number; sequences: number; random: Random; match?: Matcher },
): Promise<Score> {
  const score: Score = { edits: 0, byKind: new Map(), drifted: [], vanished: [], same: 0, kept: 0, lost: [] };
  const texts = speeches.map(manuscriptOf);
  const first = await Promise.all(texts.map((text) => publish(text, null, match)));
  const otherThan = (index: number) => texts[(index + 1) % texts.length] as Manuscript;
  for (const [index, edition] of first.entries()) {
    for (const kind of editKinds) {
      for (let at = Math.floor(random() * every); at < edition.manuscript.length; at += every) {
        await step(edition, kind, at, otherThan(index), random, match, score);
      }
    }
  }
  for (let turn = 0; turn < sequences; turn++) {
    const index = turn % first.length;
    let edition = first[index] as Edition;
    for (let edits = 0; edits < 10; ) {
      const at = Math.floor(random() * edition.manuscript.length);
      const next = await step(edition, pick(editKinds, random), at, otherThan(index), random, match, score);
      if (next) edits++;
      edition = next ?? edition;
    }
  }
  return score;
}

async function step(
  before: Edition,
  kind: EditKind,
  at: number,
  other: Manuscript,
  random: Random,
  match: Matcher,
  score: Score,
): Promise<Edition | null> {
  const manuscript = kind.apply(before.manuscript, at, other, random);
  if (!manuscript) return null;
  const after = await publish(manuscript, before, match);
  const gone = new Set(after.changes.flatMap((change) => (change.kind === 'gone' ? [change.id] : [])));
  add(score, kind, judge(before.state, after.state, gone, Object.keys(before.lock.ids)));
  return after;
}

async function publish(manuscript: Manuscript, before: Edition | null, match: Matcher): Promise<Edition> {
  const { text, letters } = copyOf(manuscript);
  const source = { path: 'x.txt', bytes: new TextEncoder().encode(text) };
  const record = await normalize(source, null, '0'.repeat(64));
  const published = { lock: before?.lock ?? { ids: {} }, speech: before?.speech ?? null };
  const { speech, lock, changes } = assignIds(record.speech, published, match);
  return { manuscript, speech, lock, changes, state: stateOf({ ...record, speech }, text, letters) };
}

function add(score: Score, kind: EditKind, verdict: Verdict): void {
  score.edits++;
  score.byKind.set(kind.name, (score.byKind.get(kind.name) ?? 0) + 1);
  score.same += verdict.same;
  score.kept += verdict.kept;
  score.drifted.push(...verdict.drifted.map((id) => `${kind.name} ${id}`));
  score.vanished.push(...verdict.vanished.map((id) => `${kind.name} ${id}`));
  score.lost.push(...verdict.lost.map((id) => `${kind.name} ${id}`));
}
