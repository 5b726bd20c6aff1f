/** What is measured: a search that runs in a real browser, ours or Pagefind's. */
import type { Page } from '@playwright/test';
import { FIRST, type Limits, WHOLE } from '../../../src/search/findings.ts';
import { askThread } from '../../proofs/search/thread.ts';
import type { Counts } from './statistics.ts';

export interface Served {
  /** Address with a slash at the end, and the folder behind it. */
  site: string;
  siteDir: string;
}

/** What was found: how often where, or only where. */
export interface Outcome {
  found: Counts | string[];
  milliseconds: number;
}

export interface Subject {
  name: string;
  /** The first ten results, ready to be shown. */
  first(page: Page, words: string): Promise<Outcome>;
  /** All results, counted. @param room bytes of texts that are kept in memory from one query to the next, as far as it keeps any */
  complete(page: Page, words: string, room?: number): Promise<Outcome>;
}

export function ours(served: Served, name: string): Subject {
  const ask = async (page: Page, query: string, limits: Limits, room?: number) => {
    const request = { query, exactForms: false, filters: {}, order: 'rank' as const };
    const [answer] = await askThread(page, served, [request], limits, { withPlaces: false, room });
    if (!answer) throw new Error(`没有回答：${query}`);
    return answer;
  };
  return {
    name,
    async first(page, words) {
      const { documents, milliseconds } = await ask(page, words, FIRST);
      return { found: documents, milliseconds };
    },
    async complete(page, words, room) {
      const { documents, complete, milliseconds } = await ask(page, words, WHOLE, room);
      if (!complete) throw new Error(`没有查完：${words}`);
      return { found: documents, milliseconds };
    },
  };
}

/** Its results are taken as it reports them. @param ids of speeches by Pagefind's own */
export function pagefind({ site }: Served, ids: Readonly<Record<string, string>>): Subject {
  const ask = async (page: Page, words: string, shown: number) => {
    const address = `${site}pagefind/pagefind.js`;
    const { pages, milliseconds } = await page.evaluate(searchPagefind, { address, words, shown });
    return { found: pages.map((id) => ids[id] ?? id), milliseconds };
  };
  return {
    name: 'Pagefind 原样',
    first: (page, words) => ask(page, words, 10),
    complete: (page, words) => ask(page, words, 0),
  };
}

interface PagefindModule {
  search(words: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] }>;
}

/** Runs in the page. */
async function searchPagefind({ address, words, shown }: { address: string; words: string; shown: number }) {
  const start = performance.now();
  const module: PagefindModule = await import(address);
  const { results } = await module.search(words);
  await Promise.all(results.slice(0, shown).map((result) => result.data()));
  return { pages: results.map(({ id }) => id), milliseconds: performance.now() - start };
}
