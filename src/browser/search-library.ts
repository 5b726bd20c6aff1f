/** The libraries of this site, as a page sees them: read and searched in a worker. */
import type { Part } from '../search/concordance.ts';
import type { Findings, Limits } from '../search/findings.ts';
import type { FoundDocument } from '../search/found.ts';
import type { Candidate, Catalogue, Filters, Library } from '../search/library.ts';
import type { Need } from '../search/match.ts';
import type { SearchRequest } from '../search/query.ts';
import type { SearchRecord } from '../search/record.ts';
import type { Suggestion } from '../search/suggest.ts';
import type { FromWorker, Question, ToWorker } from './search-worker.ts';
import workerAddress from './search-worker.ts?worker&url';
import { scriptAddress } from './trusted.ts';

export type Scope = 'speeches' | 'docs';

/** A library that searches for itself. */
export interface SiteLibrary extends Library {
  search(
    request: SearchRequest,
    limits: Limits,
    signal: AbortSignal,
    report?: (findings: Findings) => void,
  ): Promise<Findings>;
  /** Documents of the findings' `rest`, with their lines. */
  found(request: SearchRequest, documents: number[]): Promise<FoundDocument[]>;
  /** Other queries that have hits, see `suggestions`; none where they cannot be loaded. */
  suggest(
    request: SearchRequest,
    findings: Pick<Findings, 'count' | 'complete'>,
    signal: AbortSignal,
  ): Promise<Suggestion[]>;
  /** Tells of each text that may match, the newest first. */
  concordance(request: SearchRequest, signal: AbortSignal, report: (part: Part) => void): Promise<void>;
}

export function siteLibrary(scope: Scope): SiteLibrary {
  const folder = `${base()}search/${scope === 'docs' ? 'docs/' : ''}`;
  return {
    search: (request, limits, signal, report) =>
      worker.ask(folder, { name: 'search', argument: { request, limits } }, signal, report as (step: unknown) => void),
    found: (request, documents) => worker.ask(folder, { name: 'found', argument: { request, documents } }),
    suggest: (request, { count, complete }, signal) =>
      worker.ask(folder, { name: 'suggest', argument: { request, findings: { count, complete } } }, signal),
    concordance: (request, signal, report) =>
      worker.ask(folder, { name: 'concordance', argument: { request } }, signal, report as (step: unknown) => void),
    candidates: (needs: Need[][], filters: Filters, signal) =>
      worker.ask<Candidate[]>(folder, { name: 'candidates', argument: { needs, filters } }, signal),
    record: (document) => worker.ask<SearchRecord>(folder, { name: 'record', argument: { document } }),
    catalogue: () => worker.ask<Catalogue>(folder, { name: 'catalogue', argument: {} }),
  };
}

/** Absolute address of the site, with a slash at the end. */
function base(): string {
  return new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/`, location.href).href;
}

interface Waiting {
  step(value: unknown): void;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Talks to the worker; after an error the next question goes to a new one. */
class WorkerClient {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  /** @throws what went wrong, or the signal's reason once it is aborted */
  ask<T>(
    folder: string,
    question: Question,
    signal?: AbortSignal,
    step: (value: unknown) => void = () => {},
  ): Promise<T> {
    this.#worker ??= this.#start();
    const id = this.#asked++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { step, resolve: resolve as (value: unknown) => void, reject });
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(id);
        this.#send({ stop: id });
        reject(signal.reason);
      });
      this.#send({ id, folder, ...question });
    });
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(scriptAddress(workerAddress), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      const waiting = this.#waiting.get(data.id);
      if ('step' in data) return waiting?.step(data.step);
      if ('error' in data) return this.#fail(data.error);
      this.#waiting.delete(data.id);
      waiting?.resolve(data.value);
    });
    worker.addEventListener('error', (event) => this.#fail(event.message));
    return worker;
  }

  #fail(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}

const worker = new WorkerClient();
