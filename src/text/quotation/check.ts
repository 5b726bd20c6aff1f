/** Whether quoted words still stand where a link says. Decided by the text alone; never a guess. */
import { type FoldedText, foldWords } from './folded.ts';
import { type Ends, hashOfWords, type Quotation } from './link.ts';
import { nearest } from './near.ts';

/** A stretch of the folded text, UTF-16 units, half open. */
export interface Stretch {
  from: number;
  to: number;
}

export type Verdict =
  /** The words stand in their place. */
  | { kind: 'unchanged'; at: Stretch }
  /** The words do not stand in their place, or not so often there, but elsewhere; all the places. */
  | { kind: 'moved'; at: Stretch[] }
  /** Something close to them stands there; `before` and `after` are folded, `before` null where the link does not hold the words. */
  | { kind: 'changed'; at: Stretch; before: string | null; after: string }
  | { kind: 'absent' };

/** Share of the words that may differ for a passage still to be called the same, changed. */
export const MOST_CHANGED = 1 / 3;

/**
 * @param text of the speech
 * @param home number of the block that the link names, now; -1 if there is none
 */
export function checkQuotation(text: FoldedText, home: number, quotation: Quotation): Verdict {
  const places =
    'words' in quotation ? placesOf(text.text, foldWords(quotation.words)) : placesBetween(text.text, quotation);
  const here = places.filter(({ from }) => text.block[from] === home);
  const meant = here[quotation.occurrence - 1];
  if (meant) return { kind: 'unchanged', at: meant };
  if (places.length > 0) return { kind: 'moved', at: places };
  return 'words' in quotation ? nearWords(text, foldWords(quotation.words), home) : nearEnds(text, quotation, home);
}

/** Every place of the words, also overlapping ones. */
export function placesOf(text: string, words: string): Stretch[] {
  const places: Stretch[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ from: at, to: at + words.length });
  return places;
}

/** Places that begin and end as the link says, are as long and have its hash. */
function placesBetween(text: string, ends: Ends): Stretch[] {
  return stretches(text, ends).filter(({ from, to }) => {
    const words = text.slice(from, to);
    return [...words].length === ends.length && hashOfWords(words) === ends.hash;
  });
}

/** Stretches from a beginning to an end, none longer than twice what the link says. */
function stretches(text: string, ends: Ends): Stretch[] {
  const endings = placesOf(text, foldWords(ends.to));
  return placesOf(text, foldWords(ends.from)).flatMap(({ from, to }) =>
    endings
      .filter((end) => end.to >= to && end.from >= from && end.to - from <= 2 * ends.length)
      .map((end) => ({ from, to: end.to })),
  );
}

/** The nearest passage: that of the block itself if it is near enough, else that of the whole text. */
function nearWords(text: FoldedText, words: string, home: number): Verdict {
  const first = text.block.indexOf(home);
  const whole = { from: 0, to: text.text.length };
  // A quotation may run on into the blocks behind.
  const own = { from: first, to: Math.min(text.text.length, text.block.lastIndexOf(home) + 1 + words.length) };
  for (const { from, to } of first < 0 ? [whole] : [own, whole]) {
    const found = nearest(text.text.slice(from, to), words);
    if (found.edits > words.length * MOST_CHANGED) continue;
    const at = { from: from + found.from, to: from + found.to };
    return { kind: 'changed', at, before: words, after: text.text.slice(at.from, at.to) };
  }
  return { kind: 'absent' };
}

/** The passage between the two ends whose length comes nearest; one that begins in the block first. */
function nearEnds(text: FoldedText, ends: Ends, home: number): Verdict {
  const away = ({ from, to }: Stretch) =>
    Math.abs([...text.text.slice(from, to)].length - ends.length) + (text.block[from] === home ? 0 : text.text.length);
  const at = stretches(text.text, ends).toSorted((a, b) => away(a) - away(b))[0];
  return at ? { kind: 'changed', at, before: null, after: text.text.slice(at.from, at.to) } : { kind: 'absent' };
}
