/** The meaning of a query: where it stands in a block. Whatever proposes candidates, this decides. */
import { foldBlock, foldQuery, occurrences } from '../text/fold.ts';
import type { Mark } from '../text/speech.ts';

/** UTF-16 offsets in a block's text, half open. */
export interface Span {
  from: number;
  to: number;
}

export interface Matcher {
  /** Folded readings, to narrow the candidates by; empty where only the text itself can tell. */
  readings: string[];
  /** Every occurrence in the block, from the left, without overlaps. */
  find(block: { text: string; marks: readonly Mark[] }): Span[];
}

/** A query that folds to nothing is looked for as it stands; an empty one is nowhere. */
export function matcher(query: string): Matcher {
  const readings = foldQuery(query);
  if (readings.length > 0) return { readings, find: (block) => findFolded(block, readings) };
  return { readings, find: (block) => findLiteral(block.text, query.toWellFormed()) };
}

function findFolded(block: { text: string; marks: readonly Mark[] }, readings: string[]): Span[] {
  const folded = foldBlock(block);
  const spans = readings.flatMap((reading) =>
    occurrences(folded.text, reading).map((at) => ({
      from: folded.from[at] ?? 0,
      to: folded.to[at + reading.length - 1] ?? 0,
    })),
  );
  return readings.length > 1 ? withoutOverlaps(spans) : spans;
}

function withoutOverlaps(spans: Span[]): Span[] {
  let end = 0;
  return spans
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

function findLiteral(text: string, query: string): Span[] {
  const spans: Span[] = [];
  if (query === '') return spans;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
    spans.push({ from: at, to: at + query.length });
  }
  return spans;
}

/** Characters that count as text: spaces do not, punctuation does. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s/g, '')).length;
}
