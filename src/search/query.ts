/** A search: candidates from an index, every one verified against its text. Knows neither the index nor the page. */
import { type Excerpt, excerpts } from './excerpt.ts';
import { type Matcher, matcher } from './match.ts';
import type { SearchBlock, SearchRecord } from './record.ts';
import { phrase } from './tokens.ts';

/** Where documents come from. Every method may fail, and says so by rejecting. */
export interface Library {
  /** Ids of at least all documents that hold the phrase. */
  candidates(phrase: string, signal: AbortSignal): Promise<string[]>;
  /** Ids of all documents. */
  all(): Promise<string[]>;
  record(id: string): Promise<SearchRecord>;
}

/** One line of a document with hits in it. */
export interface Hit extends Excerpt {
  block: SearchBlock;
  /** Words of the outline entries that the first hit stands under, outermost first. */
  path: string[];
}

export interface DocumentHits {
  record: SearchRecord;
  hits: Hit[];
  /** Occurrences; a line may hold several. */
  count: number;
}

export interface Findings {
  query: string;
  documents: DocumentHits[];
  /** Occurrences found so far. */
  count: number;
  checked: number;
  candidates: number;
  /** true: every candidate is verified and the counts are exact. */
  complete: boolean;
}

/** Texts that are fetched and verified at the same time. */
const PARALLEL = 6;

/**
 * Finds every occurrence.
 * @param report is told of each step; the last one is the result
 * @throws what the library throws, and the signal's reason once it is aborted
 */
export async function search(
  library: Library,
  query: string,
  signal: AbortSignal,
  report: (findings: Findings) => void = () => {},
): Promise<Findings> {
  const sought = matcher(query);
  const ids = await candidates(library, query, sought, signal);
  const findings: Findings = {
    query,
    documents: [],
    count: 0,
    checked: 0,
    candidates: ids.length,
    complete: ids.length === 0,
  };
  const waiting = [...ids];
  const verify = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const found = findIn(await library.record(id), sought);
      signal.throwIfAborted();
      add(findings, found);
      report(findings);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, verify));
  return findings;
}

async function candidates(library: Library, query: string, sought: Matcher, signal: AbortSignal): Promise<string[]> {
  if (query === '') return [];
  if (sought.readings.length === 0) return library.all();
  const found = await Promise.all(sought.readings.map((reading) => library.candidates(phrase(reading), signal)));
  signal.throwIfAborted();
  return [...new Set(found.flat())];
}

/** Every occurrence in one document. */
export function findIn(record: SearchRecord, sought: Matcher): DocumentHits {
  const hits = record.blocks.flatMap((block) =>
    excerpts(block, sought.find(block)).map((line) => ({ ...line, block, path: pathWords(record, block, line.at) })),
  );
  return { record, hits, count: hits.reduce((sum, { count }) => sum + count, 0) };
}

function pathWords(record: SearchRecord, block: SearchBlock, at: number): string[] {
  const entries = block.places.findLast(({ from }) => from <= at)?.path ?? [];
  // A heading stands under those above it; its own words are the line.
  const path = block.kind === 'heading' ? entries.slice(0, -1) : entries;
  return path.map((id) => record.outline[id] ?? '').filter(Boolean);
}

function add(findings: Findings, found: DocumentHits): void {
  findings.checked++;
  findings.complete = findings.checked === findings.candidates;
  findings.count += found.count;
  if (found.count === 0) return;
  findings.documents.push(found);
  findings.documents.sort(byRank);
}

/** Title first, then headings, then how often; ids settle the rest, so that an order never depends on who answered first. */
function byRank(a: DocumentHits, b: DocumentHits): number {
  return weight(b) - weight(a) || b.count - a.count || (a.record.id < b.record.id ? -1 : 1);
}

function weight({ hits }: DocumentHits): number {
  if (hits.some(({ block }) => block.kind === 'title')) return 2;
  return hits.some(({ block }) => block.kind === 'heading') ? 1 : 0;
}
