/** Judges ids by what is known of the edits, never by the matcher: an id is where its characters are. */
import { familyOf } from '../../normalize/anchors/places.ts';
import type { Record } from '../../normalize/types.ts';
import { MARKER } from './edits.ts';

/** What stands at one id: its text, and who its characters are. */
interface Standing {
  text: string;
  letters: number[];
}

/** One published state: every id with what stands there. */
export type State = ReadonlyMap<string, Standing>;

/** @throws Error where the published text is not the copy's, so that nothing could be judged */
export function stateOf(
  { speech, blockPlaces }: Pick<Record, 'speech' | 'blockPlaces'>,
  text: string,
  letters: number[],
): State {
  const state = new Map<string, Standing>();
  const put = (id: string, from: number, to: number) => {
    if (state.has(id)) throw new Error(`编号 ${id} 用了两次`);
    state.set(id, { text: text.slice(from, to), letters: letters.slice(from, to) });
  };
  for (const [index, block] of speech.blocks.entries()) {
    if (block.kind === 'omission') {
      put(block.id, 0, 0);
      continue;
    }
    const from = [...blockPlaces.values()][index]?.at[0] ?? 0;
    if (text.slice(from, from + block.text.length) !== block.text) throw new Error(`${block.id} 的文字不在抄本原处`);
    put(block.id, from, from + block.text.length);
    for (const mark of block.marks) if (mark.kind === 'runin') put(mark.id, from + mark.from, from + mark.to);
  }
  return state;
}

export interface Verdict {
  /** Ids that now stand for other words. */
  drifted: string[];
  /** Published ids that are neither on the page nor reported as gone. */
  vanished: string[];
  /** Ids whose text is unchanged, or changed in at most a fifth of its characters, and how many of them were kept. */
  same: number;
  kept: number;
  /** Those that were not kept. */
  lost: string[];
}

/** @param gone ids reported as gone @param ever every id ever published */
export function judge(before: State, after: State, gone: ReadonlySet<string>, ever: Iterable<string>): Verdict {
  const verdict: Verdict = { drifted: [], vanished: [], same: 0, kept: 0, lost: [] };
  for (const id of ever) {
    if (after.has(id) === gone.has(id)) verdict.vanished.push(id);
  }
  const homes = homesOf(after);
  for (const [id, old] of before) {
    const now = after.get(id);
    if (now && !sameWords(now, old) && shared(old, now) < 1 / 2) verdict.drifted.push(id);
    if (!survives(id, old, after, homes)) continue;
    verdict.same++;
    if (now && (sameWords(now, old) || shared(old, now) >= 4 / 5)) verdict.kept++;
    else verdict.lost.push(id);
  }
  return verdict;
}

/** Equal but for the numeral in front, or one a piece of the other: of two copies of the same words nobody can tell which is which. */
function sameWords(one: Standing, other: Standing): boolean {
  const [a, b] = [one.text.replace(MARKER, ''), other.text.replace(MARKER, '')];
  return a === b || (a.length > 0 && b.includes(a)) || (b.length > 0 && a.includes(b));
}

/** Share of the shorter text's characters that are also the other's. */
function shared(one: Standing, other: Standing): number {
  const letters = new Set(one.letters);
  const common = other.letters.filter((letter) => letters.has(letter)).length;
  return common / Math.max(1, Math.min(one.letters.length, other.letters.length));
}

/** The ids at which each character stands: its block, and the run-in heading around it. */
function homesOf(state: State): Map<number, string[]> {
  const homes = new Map<number, string[]>();
  for (const [id, { letters }] of state) {
    for (const letter of letters) homes.set(letter, [...(homes.get(letter) ?? []), id]);
  }
  return homes;
}

/** Whether a place of the same family holds at least four fifths of the old characters, and few others. */
function survives(id: string, old: Standing, after: State, homes: ReadonlyMap<number, string[]>): boolean {
  const counts = new Map<string, number>();
  for (const letter of old.letters) {
    for (const home of homes.get(letter) ?? []) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return [...counts].some(([home, count]) => {
    const length = Math.max(old.letters.length, after.get(home)?.letters.length ?? 0);
    return familyOf(home) === familyOf(id) && count >= (4 / 5) * length;
  });
}
