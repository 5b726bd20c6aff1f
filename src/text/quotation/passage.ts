/** Where a passage stands in a text that no link names: word for word, or nearly. */
import { MOST_CHANGED, placesOf, type Stretch } from './check.ts';
import type { FoldedText } from './folded.ts';
import { type Nearest, nearest } from './near.ts';

export interface Standing {
  /** Every place of the very words. */
  exact: Stretch[];
  /** Where they nearly stand; null where they stand, or where more than a third would differ. */
  near: Nearest | null;
}

/** Runs of this many characters lead to where a long passage may stand. */
const RUN = 4;
/** Up to so many characters a passage is compared with every place of the text. */
const SHORT = 60;

/** @param words folded */
export function findPassage(text: FoldedText, words: string): Standing {
  const exact = placesOf(text.text, words);
  if (exact.length > 0 || words === '') return { exact, near: null };
  const window = words.length <= SHORT ? { from: 0, to: text.text.length } : likelyWindow(text.text, words);
  if (!window) return { exact, near: null };
  const found = nearest(text.text.slice(window.from, window.to), words);
  if (found.edits > words.length * MOST_CHANGED) return { exact, near: null };
  return { exact, near: { ...found, from: window.from + found.from, to: window.from + found.to } };
}

/**
 * The stretch in which most runs of the passage stand about as far from each other as in the passage; null without a common run. It is
 * as much longer on either side as characters may be missing or extra.
 */
function likelyWindow(text: string, words: string): Stretch | null {
  const slack = Math.ceil(words.length * MOST_CHANGED);
  const runs = new Map<string, number[]>();
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN);
    runs.set(run, [...(runs.get(run) ?? []), at]);
  }
  const votes = new Map<number, number>();
  for (let at = 0; at + RUN <= text.length; at++) {
    for (const start of runs.get(text.slice(at, at + RUN)) ?? []) {
      // Half a slack wide, so that a passage with something put in keeps its votes together in two neighbours at most.
      const bin = Math.floor(((at - start) * 2) / slack);
      votes.set(bin, (votes.get(bin) ?? 0) + 1);
    }
  }
  const best = [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (best === undefined) return null;
  const begin = (best * slack) / 2;
  return {
    from: Math.max(0, Math.floor(begin - slack)),
    to: Math.min(text.length, Math.ceil(begin + 1.5 * slack + words.length)),
  };
}
