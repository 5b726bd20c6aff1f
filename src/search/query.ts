/** A search: candidates from an index, every one verified against its text. Knows neither the index nor the page. */
import { Collected, type Findings, type Limits } from './findings.ts';
import { formsOf, noForms } from './forms.ts';
import { type FoundDocument, verified } from './found.ts';
import type { Candidate, Filters, Library } from './library.ts';
import { type Matcher, matcher } from './match.ts';

export interface SearchRequest {
  /** As written, in the language of `language.ts`. */
  query: string;
  /** true: simplified and traditional forms are not the same. */
  exactForms: boolean;
  filters: Filters;
  order: 'rank' | 'date';
}

/** Texts that are fetched and verified at the same time: as many as keep every connection busy. */
export const PARALLEL = 24;
/** After so many texts that were at hand whoever shares the thread gets a turn, e.g. to say that it is enough. */
const TURN = 32;

/**
 * Finds the documents that match, the best first; with `ALL` every occurrence.
 * @param report is told of each step, and may ask what is found by then; after the last one that is the result
 * @throws what the library throws, and the signal's reason once it is aborted
 */
export async function search(
  library: Library,
  request: SearchRequest,
  limits: Limits,
  signal: AbortSignal,
  report: (findings: () => Findings) => void = () => {},
): Promise<Findings> {
  const sought = await matcherOf(library, request);
  signal.throwIfAborted();
  const candidates = sought.needs.length > 0 ? await library.candidates(sought.needs, request.filters, signal) : [];
  signal.throwIfAborted();
  const waiting = inOrder(candidates, request.order);
  const findings = new Collected(request, candidates.length, limits);
  let [reading, others] = [0, Promise.resolve()];
  const verify = async () => {
    while (waiting.length > 0 && findings.wants(reading)) {
      reading++;
      const { document } = waiting.pop() as Candidate;
      const record = await library.record(document);
      reading--;
      signal.throwIfAborted();
      findings.add(document, verified(record, sought, request.filters));
      report(() => findings.state());
      if (findings.checked % TURN === 0) others = turn();
      await others;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, verify));
  signal.throwIfAborted();
  return findings.state();
}

/** Lets all that waits for this thread go first. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/**
 * Documents that a search has found, with their lines.
 * @throws what the library throws, also where a document does not match (any more)
 */
export async function foundDocuments(
  library: Library,
  request: SearchRequest,
  documents: readonly number[],
): Promise<FoundDocument[]> {
  const sought = await matcherOf(library, request);
  const find = async (document: number) => {
    const found = verified(await library.record(document), sought, request.filters);
    if (!found) throw new Error(`Nothing in document ${document}`);
    return found.lines();
  };
  return Promise.all(documents.map(find));
}

/** The meaning of a request in this library. */
export async function matcherOf(library: Library, { query, exactForms }: SearchRequest): Promise<Matcher> {
  const forms = exactForms ? noForms : formsOf((await library.catalogue()).forms);
  return matcher(query, { forms });
}

/** The likeliest last. */
function inOrder(candidates: Candidate[], order: SearchRequest['order']): Candidate[] {
  return (order === 'date' ? [...candidates] : candidates.toSorted((a, b) => b.promise - a.promise)).reverse();
}
