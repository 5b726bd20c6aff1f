/** A thread in which libraries are read and searched, so that the page stays free. One question may be answered in steps. */
import { concordance } from '../search/concordance.ts';
import type { Findings, Limits } from '../search/findings.ts';
import type { Filters } from '../search/library.ts';
import type { Need } from '../search/match.ts';
import { foundDocuments, type SearchRequest, search } from '../search/query.ts';
import { RemoteLibrary } from '../search/remote/library.ts';
import { suggestions } from '../search/suggest.ts';

/** What the page may ask of the library in `folder`. */
export interface Calls {
  search: { request: SearchRequest; limits: Limits };
  found: { request: SearchRequest; documents: number[] };
  suggest: { request: SearchRequest; findings: Pick<Findings, 'count' | 'complete'> };
  concordance: { request: SearchRequest };
  candidates: { needs: Need[][]; filters: Filters };
  record: { document: number };
  catalogue: Record<never, never>;
}

export type Question = { [Name in keyof Calls]: { name: Name; argument: Calls[Name] } }[keyof Calls];
/**
 * `stop`: the answer to that question is not wanted any more. `room`: bytes of texts that libraries which are opened from now on keep in
 * memory, for a reader of whom more is known than that it may be a phone.
 */
export type ToWorker = ({ id: number; folder: string } & Question) | { stop: number } | { room: number };
/** Steps, then the value or what went wrong. After an error the worker is of no more use. */
export type FromWorker = { id: number; step: unknown } | { id: number; value: unknown } | { id: number; error: string };

/** Steps of a search are sent at most so often, in milliseconds: as often as a number can be read. */
const STEP = 200;

let room: number | undefined;
const libraries = new Map<string, RemoteLibrary>();
const running = new Map<number, AbortController>();

addEventListener('unhandledrejection', (event) => event.preventDefault());
addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  if ('stop' in data) return running.get(data.stop)?.abort();
  if ('room' in data) {
    room = data.room;
    return;
  }
  const { id } = data;
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const value = await answer(data, controller.signal, (step) => send({ id, step }));
    send({ id, value });
  } catch (error) {
    if (!controller.signal.aborted) send({ id, error: String(error) });
  }
  running.delete(id);
});

function answer(
  { folder, ...question }: { folder: string } & Question,
  signal: AbortSignal,
  step: (value: unknown) => void,
): Promise<unknown> {
  const library = libraries.get(folder) ?? new RemoteLibrary(folder, room);
  libraries.set(folder, library);
  switch (question.name) {
    case 'search':
      return search(library, question.argument.request, question.argument.limits, signal, seldom(step));
    case 'found':
      return foundDocuments(library, question.argument.request, question.argument.documents);
    case 'suggest':
      // A help that fails to load is none; the search stands without it.
      return suggestions(library, question.argument.request, question.argument.findings, signal).catch(() => []);
    case 'concordance':
      return concordance(library, question.argument.request, signal, step);
    case 'candidates':
      return library.candidates(question.argument.needs, question.argument.filters);
    case 'record':
      return library.record(question.argument.document);
    case 'catalogue':
      return library.catalogue();
  }
}

/** Calls with the first value, and then with one when enough time has passed since the last. */
function seldom<T>(call: (value: T) => void): (value: () => T) => void {
  let next = Number.NEGATIVE_INFINITY;
  return (value) => {
    if (performance.now() < next) return;
    call(value());
    next = performance.now() + STEP;
  };
}

function send(message: FromWorker): void {
  postMessage(message);
}
