/**
 * Permanent ids of outline parts. Components are the markers' own ordinals: `s2`, `s2-1`, `s2-1-3`.
 * An id already taken gets the next letter in reading order (`s2-1b`). Unnumbered parts take their position, or `x1`, `x2`
 * where the same parent also has numbered ones.
 */
import { UNNUMBERED } from '../rules/markers.ts';
import { type Part, parentsOf } from './outline.ts';

export function numberParts(parts: Part[]): string[] {
  const ids: string[] = [];
  const taken: Taken = new Map();
  const parents = parentsOf(parts);
  const numbered = new Set(parents.filter((_, index) => !isUnnumbered(parts[index])));
  const positions = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    const parent = parents[index] ?? -1;
    const position = (positions.get(parent) ?? 0) + (isUnnumbered(part) ? 1 : 0);
    positions.set(parent, position);
    const component = isUnnumbered(part) ? `${numbered.has(parent) ? 'x' : ''}${position}` : String(part.ordinal);
    ids[index] = free(parent < 0 ? `s${component}` : `${ids[parent]}-${component}`, taken);
  }
  return ids;
}

/** Ids that have been given, each with how many times it has been asked for. */
export type Taken = Map<string, number>;

function isUnnumbered(part: Part | undefined): boolean {
  return part !== undefined && UNNUMBERED.includes(part.kind);
}

/** The id itself, or with the first letter from `b` on that makes it new. */
export function free(id: string, taken: Taken): string {
  let turn = (taken.get(id) ?? 0) + 1;
  let result = turn === 1 ? id : id + lettersOf(turn);
  while (taken.has(result)) result = id + lettersOf(++turn);
  taken.set(id, turn).set(result, taken.get(result) ?? 1);
  return result;
}

/** 2 → b … 26 → z, 27 → zb … 51 → zz, 52 → zbb: after `z` the turns count in letters without `a`. */
function lettersOf(turn: number): string {
  if (turn <= 26) return String.fromCharCode(96 + turn);
  let letters = '';
  for (let rest = turn - 26; rest > 0; rest = Math.floor((rest - 1) / 25)) {
    letters = String.fromCharCode(98 + ((rest - 1) % 25)) + letters;
  }
  return `z${letters}`;
}
