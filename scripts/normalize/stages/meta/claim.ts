/** A value for one field of what is known about a speech, with the words that say it. */
import type { TextBlock } from '../../../../src/text/speech.ts';
import { sourceRange } from '../../passage.ts';
import type { Clue, Confidence } from '../../types.ts';
import type { PlacedBlock } from '../blocks.ts';

export type Placed = PlacedBlock & { block: TextBlock };

export interface Claim<T = string> {
  value: T;
  clues: Clue[];
}

/** The words `[from, to)` of a block prove a value; by default they are it. */
export function claim(placed: Placed, from: number, to: number, confidence: Confidence): Claim;
export function claim<T>(placed: Placed, from: number, to: number, confidence: Confidence, value: T): Claim<T>;
export function claim<T>(
  placed: Placed,
  from: number,
  to: number,
  confidence: Confidence,
  value?: T,
): Claim<T | string> {
  const range = placed.passage ? sourceRange(placed.passage, from, to) : placed.at;
  return { value: value ?? placed.block.text.slice(from, to), clues: [{ from: range.from, to: range.to, confidence }] };
}

/** A block as a whole proves a value; by default it is it. */
export function claimWhole(placed: Placed, confidence: Confidence = 'certain'): Claim {
  return claim(placed, 0, placed.block.text.length, confidence);
}

/** The first of several that was made. */
export function first<T>(...claims: (Claim<T> | null | undefined)[]): Claim<T> | null {
  return claims.find((each) => each) ?? null;
}
