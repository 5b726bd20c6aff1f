/** Where a pasted passage stands, over all speeches: candidates from the index, every one compared with its text. */
import { fold } from '../text/fold.ts';
import { type Difference, differences } from '../text/quotation/difference.ts';
import { foldBlocks, foldWords } from '../text/quotation/folded.ts';
import { formatQuotation } from '../text/quotation/link.ts';
import { quoteStretch, wordsOf } from '../text/quotation/make.ts';
import { findPassage } from '../text/quotation/passage.ts';
import type { Library } from './library.ts';
import type { Need } from './match.ts';
import type { SearchRecord } from './record.ts';

/** Characters of a passage, white space aside: fewer stand in too many places to mean anything, more are not compared. */
export const SHORTEST = 8;
export const LONGEST = 5000;
/** Runs of this many characters are asked of the index, so many at most, spread over the passage. */
const RUN = 4;
const RUNS = 24;
/** Texts that are compared at most, those with the most runs first. */
const TEXTS = 60;

/** One place; `differences` is empty where the words stand exactly. */
export interface PassagePlace {
  /** `?quote=…#p3` */
  address: string;
  anchor: string;
  differences: Difference[];
  edits: number;
}

export interface PassageDocument {
  record: SearchRecord;
  places: PassagePlace[];
}

export interface PassageFindings {
  exact: PassageDocument[];
  /** The nearest first. */
  near: PassageDocument[];
  compared: number;
  candidates: number;
  /** Texts that hold some of the passage and were not compared, because so many hold more. */
  left: number;
}

/** Code points of the folded words. */
export function passageLength(words: string): number {
  return [...foldWords(words)].length;
}

/** @throws what the library throws, and the signal's reason once it is aborted */
export async function verifyPassage(
  library: Library,
  words: string,
  signal: AbortSignal,
  report: (findings: PassageFindings) => void = () => {},
): Promise<PassageFindings> {
  const all = await candidates(library, words, signal);
  const chosen = all.slice(0, TEXTS);
  const findings = { exact: [], near: [], compared: 0, candidates: chosen.length, left: all.length - chosen.length };
  for (const document of chosen) {
    const record = await library.record(document);
    signal.throwIfAborted();
    compare(findings, record, words);
    report(findings);
  }
  return findings;
}

/** The texts that hold runs of the passage, those with the most first. */
async function candidates(library: Library, words: string, signal: AbortSignal): Promise<number[]> {
  const runs = passageRuns(words).map((run): Need[][] => [[{ field: 'text', readings: [run] }]]);
  const asked = runs.length > 0 ? runs : [[]];
  const counts = new Map<number, number>();
  for (const found of await Promise.all(asked.map((needs) => library.candidates(needs, {}, signal))))
    for (const { document } of found) counts.set(document, (counts.get(document) ?? 0) + 1);
  signal.throwIfAborted();
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([document]) => document);
}

/**
 * Runs spread over the passage from its first to its last, none across a line end or a sign that hides something: of those the index
 * has its own reading.
 */
export function passageRuns(words: string): string[] {
  const runs = words.split(/[\n×*＊XxＸｘ]+/).flatMap((line) => {
    const signs = [...fold(line)];
    return signs.slice(RUN - 1).map((_, at) => signs.slice(at, at + RUN).join(''));
  });
  if (runs.length <= RUNS) return [...new Set(runs)];
  const step = (runs.length - 1) / (RUNS - 1);
  return [...new Set(Array.from({ length: RUNS }, (_, index) => runs[Math.round(index * step)] as string))];
}

function compare(findings: PassageFindings, record: SearchRecord, words: string): void {
  findings.compared++;
  const text = foldBlocks(record.blocks);
  const { exact, near } = findPassage(text, foldWords(words));
  const places = [...exact, ...(near ? [near] : [])].map((at) => {
    const quotation = quoteStretch(record.blocks, text, at);
    return {
      address: formatQuotation(quotation),
      anchor: quotation.anchor,
      differences: near ? differences(words, wordsOf(record.blocks, text, at)) : [],
      edits: near?.edits ?? 0,
    };
  });
  if (places.length === 0) return;
  findings[near ? 'near' : 'exact'].push({ record, places });
  findings.near.sort((a, b) => (a.places[0]?.edits ?? 0) - (b.places[0]?.edits ?? 0));
}
