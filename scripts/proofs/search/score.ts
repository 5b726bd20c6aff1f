/** What was found against what there is, occurrence by occurrence. */
import type { Places } from './judge.ts';
import type { Sample } from './samples.ts';

/** What one query found, both ways. */
export interface Compared {
  sample: Sample;
  expected: Places;
  shown: Places;
  typed: boolean;
}

export function agrees({ expected, shown }: Compared): boolean {
  return expected.size === shown.size && [...expected].every(([place, count]) => shown.get(place) === count);
}

/** Sums over queries, occurrence by occurrence. */
export class Score {
  readonly queries = new Map<string, number>();
  /** Queries, those of them that were typed counted again. */
  compared = 0;
  typed = 0;
  expected = 0;
  shown = 0;
  right = 0;

  add({ sample, expected, shown, typed }: Compared): void {
    this.compared++;
    if (typed) this.typed++;
    else this.queries.set(sample.kind, (this.queries.get(sample.kind) ?? 0) + 1);
    this.expected += sum(expected);
    this.shown += sum(shown);
    for (const [place, count] of expected) this.right += Math.min(count, shown.get(place) ?? 0);
  }

  /** Of the occurrences that there are, how many were shown; 1 where there is none. */
  get recall(): number {
    return this.expected === 0 ? 1 : this.right / this.expected;
  }

  /** Of those that were shown, how many there are. */
  get precision(): number {
    return this.shown === 0 ? 1 : this.right / this.shown;
  }
}

/** All occurrences. */
export function sum(places: Places): number {
  return [...places.values()].reduce((total, count) => total + count, 0);
}
