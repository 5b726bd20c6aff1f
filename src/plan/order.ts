/** The order of the list of all speeches. */
import type { Known } from '../data/card.ts';
import { bestDate } from '../data/known-date.ts';

/** The newest first by the best date known; those without any come last, by id. */
export function inOrder(a: Known, b: Known): number {
  const [left, right] = [bestDate(a.meta)?.date ?? '', bestDate(b.meta)?.date ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.meta.id < b.meta.id ? -1 : 1;
}
