/** What has hits under a request, as far as a few texts tell. */
import { formsOf, noForms } from './forms.ts';
import { verified } from './found.ts';
import { isUnwanted } from './language.ts';
import type { Candidate, Library } from './library.ts';
import type { Part } from './parts.ts';
import { matcherOf, type SearchRequest } from './query.ts';

/** Texts that are read at most for one query, and for all of them. */
const TEXTS = 5;
const ALL_TEXTS = 80;

export class Judge {
  readonly #library: Library;
  readonly request: SearchRequest;
  readonly #signal: AbortSignal;
  readonly #known = new Map<string, boolean>();
  #texts = 0;

  constructor(library: Library, request: SearchRequest, signal: AbortSignal) {
    this.#library = library;
    this.request = request;
    this.#signal = signal;
  }

  /** Whether numbers of documents in the library are those that the request would find. */
  get unlimited(): boolean {
    return !this.request.exactForms && Object.values(this.request.filters).every((slugs) => slugs.length === 0);
  }

  /** What forms of a character have in common, if they are the same to the request. */
  async key(): Promise<(folded: string) => string> {
    const forms = this.request.exactForms ? noForms : formsOf((await this.#library.catalogue()).forms);
    return (folded) => forms.key(folded);
  }

  async standing(queries: readonly string[]): Promise<string[]> {
    const standing: string[] = [];
    for (const query of queries) if (await this.stands(query)) standing.push(query);
    return standing;
  }

  /** Which parts have no hits even by themselves. */
  async failing(parts: readonly Part[]): Promise<number[]> {
    const failing: number[] = [];
    for (const [at, { written }] of parts.entries())
      if (!isUnwanted(written) && !(await this.stands(written))) failing.push(at);
    return failing;
  }

  /** What is not wanted first, then by the number of documents that may have it. */
  async rarestFirst(parts: readonly Part[]): Promise<number[]> {
    if (parts.length < 2) return [];
    const counts = await Promise.all(
      parts.map(async ({ written }) => (isUnwanted(written) ? -1 : (await this.#candidates(written)).length)),
    );
    return parts.map((_, at) => at).toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  }

  /** Whether a document has hits of the query; false where a few texts do not tell. */
  async stands(query: string): Promise<boolean> {
    const known = this.#known.get(query) ?? (await this.#read(query));
    this.#known.set(query, known);
    return known;
  }

  async #read(query: string): Promise<boolean> {
    if (this.#texts >= ALL_TEXTS) return false;
    const sought = await matcherOf(this.#library, { ...this.request, query });
    for (const { document } of (await this.#candidates(query)).slice(0, TEXTS)) {
      this.#texts++;
      if (verified(await this.#library.record(document), sought, this.request.filters)) return true;
      this.#signal.throwIfAborted();
    }
    return false;
  }

  async #candidates(query: string): Promise<Candidate[]> {
    const { needs } = await matcherOf(this.#library, { ...this.request, query });
    if (needs.length === 0) return [];
    const found = await this.#library.candidates(needs, this.request.filters, this.#signal);
    this.#signal.throwIfAborted();
    return found;
  }
}
