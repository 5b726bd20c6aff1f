/** The search thread of a built site, asked directly: the engine that its pages use, without what they show. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FromWorker, ToWorker } from '../../../src/browser/search-worker.ts';
import type { Findings, Limits } from '../../../src/search/findings.ts';
import type { SearchRequest } from '../../../src/search/query.ts';

/** What was found, in short. */
export interface Answer {
  /** Occurrences by `speech#block`, of the speeches that are given with their lines. */
  places: Record<string, number>;
  /** Occurrences by speech. */
  documents: Record<string, number>;
  count: number;
  complete: boolean;
  /** From the question to the last answer. */
  milliseconds: number;
}

/** Address of the thread's script below the site. */
export function threadScript(siteDir: string): string {
  const name = readdirSync(join(siteDir, '_astro')).find((each) => /^search-worker.*\.js$/.test(each));
  if (!name) throw new Error(`${siteDir} 里没有检索的后台脚本`);
  return `_astro/${name}`;
}

interface Asked {
  script: string;
  folder: string;
  requests: SearchRequest[];
  limits: Limits;
  /** false: without `places`, of which a large library has many. */
  withPlaces: boolean;
  /** Bytes of texts that a new thread keeps in memory; its own measure where it is not said. */
  room: number | undefined;
}

/**
 * Asks one request after the other, in a thread of the page that is kept for later calls.
 * The page's context has to be made with `bypassCSP`: the site's own policy lets nobody else start a thread.
 * @param site address with a slash at the end
 */
export function askThread(
  page: Page,
  { site, siteDir }: { site: string; siteDir: string },
  requests: SearchRequest[],
  limits: Limits,
  { withPlaces = true, room }: { withPlaces?: boolean; room?: number } = {},
): Promise<Answer[]> {
  const asked = { script: site + threadScript(siteDir), folder: `${site}search/`, requests, limits, withPlaces, room };
  return page.evaluate(inPage, asked);
}

/** Runs in the page and so knows nothing of this file. */
async function inPage({ script, folder, requests, limits, withPlaces, room }: Asked): Promise<Answer[]> {
  const kept = globalThis as unknown as { thread?: Worker; asked?: number };
  const thread = kept.thread ?? new Worker(script, { type: 'module' });
  if (!kept.thread && room !== undefined) thread.postMessage({ room } satisfies ToWorker);
  kept.thread = thread;
  const answers: Answer[] = [];
  for (const request of requests) answers.push(await ask(request));
  return answers;

  function ask(request: SearchRequest): Promise<Answer> {
    const id = (kept.asked ?? 0) + 1;
    kept.asked = id;
    const start = performance.now();
    return new Promise((resolve, reject) => {
      thread.onerror = (event) => reject(new Error(event.message));
      thread.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.id !== id || 'step' in data) return;
        if ('error' in data) return reject(new Error(data.error));
        const milliseconds = performance.now() - start;
        resolve({ ...short(data.value as Findings), milliseconds });
      };
      thread.postMessage({ id, folder, name: 'search', argument: { request, limits } } satisfies ToWorker);
    });
  }

  function short({ documents, rest, count, complete }: Findings): Omit<Answer, 'milliseconds'> {
    const answer: Omit<Answer, 'milliseconds'> = { places: {}, documents: {}, count, complete };
    for (const { id, count: inAll } of rest) answer.documents[id] = inAll;
    for (const { id, hits, count: inAll } of documents) {
      answer.documents[id] = inAll;
      for (const hit of withPlaces ? hits : []) {
        const place = `${id}#${hit.block}`;
        answer.places[place] = (answer.places[place] ?? 0) + hit.count;
      }
    }
    return answer;
  }
}
