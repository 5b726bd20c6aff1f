/**
 * Permanent ids of outline parts. Components are the markers' own ordinals: `s2`, `s2-1`, `s2-1-3`.
 * An id already taken gets the next letter in reading order (`s2-1b`). Unnumbered parts take their position, or `x1`, `x2`
 * where the same parent also has numbered ones.
 */
import { type Part, parentsOf } from './outline.ts';

export function numberParts(parts: Part[]): string[] {
  const ids: string[] = [];
  const taken = new Set<string>();
  const parents = parentsOf(parts);
  const numbered = new Set(parents.filter((_, index) => parts[index]?.kind !== 'topic'));
  const positions = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    const parent = parents[index] ?? -1;
    const position = (positions.get(parent) ?? 0) + (part.kind === 'topic' ? 1 : 0);
    positions.set(parent, position);
    const component = part.kind === 'topic' ? `${numbered.has(parent) ? 'x' : ''}${position}` : String(part.ordinal);
    ids[index] = free(parent < 0 ? `s${component}` : `${ids[parent]}-${component}`, taken);
  }
  return ids;
}

/** The id itself, or with the first letter from `b` on that makes it new. */
export function free(id: string, taken: Set<string>): string {
  let result = id;
  for (let turn = 2; taken.has(result); turn++) result = id + letterOf(turn);
  taken.add(result);
  return result;
}

/** 2 → b … 26 → z, 27 → zb. */
function letterOf(turn: number): string {
  return turn <= 26 ? String.fromCharCode(96 + turn) : `z${letterOf(turn - 25)}`;
}
