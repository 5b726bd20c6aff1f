/** What search finds in a built site against what the judge finds in its published text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { topics } from '../../../src/data/topics.ts';
import { ALL } from '../../../src/search/findings.ts';
import { ask } from '../../../tests/browser/search-panel.ts';
import { type Document, documentOf, type Judge } from './judge.ts';
import { phrases } from './phrases.ts';
import { absent, pieces, type Sample, type Source } from './samples.ts';
import { type Compared, sum } from './score.ts';
import { askThread } from './thread.ts';

export interface Scope {
  /** Pieces of the text; a fifth as many queries of the language besides. */
  queries: number;
  absent: number;
  /** How many of all are typed into the page too. */
  typed: number;
}

/** The speeches of a built site, out of its machine copies. */
export function publishedDocuments(siteDir: string): Document[] {
  const folder = join(siteDir, 'speeches');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
  return names.sort().map((name) => documentOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

export function samplesOf(judge: Judge, scope: Scope, random: Source): Sample[] {
  const { documents } = judge;
  return [
    ...pieces(documents, scope.queries, random),
    ...topicWords(),
    ...phrases(documents, Math.round(scope.queries / 5), random),
    ...absent(judge, scope.absent, random),
  ];
}

function topicWords(): Sample[] {
  const words = new Set(topics.flatMap(({ name, words }) => [name, ...words]));
  return [...words].map((query) => ({ kind: '主题词', query }));
}

/** Compares one query after the other, those that are asked of the thread first. */
export async function* compare(
  browser: Browser,
  site: { url: string; dir: string },
  judge: Judge,
  samples: readonly Sample[],
  typed: number,
): AsyncGenerator<Compared> {
  yield* inThread(browser, site, judge, samples);
  yield* inPage(browser, site, judge, spread(samples.filter(isTypeable), typed));
}

/** Questions that go to the browser at a time. */
const BATCH = 50;

async function* inThread(
  browser: Browser,
  { url, dir }: { url: string; dir: string },
  judge: Judge,
  samples: readonly Sample[],
): AsyncGenerator<Compared> {
  const page = await browser.newPage({ bypassCSP: true, serviceWorkers: 'block' });
  await page.goto(`${url}search/`);
  for (let at = 0; at < samples.length; at += BATCH) {
    const batch = samples.slice(at, at + BATCH);
    const requests = batch.map(({ query, exactForms = false }) => ({
      ...{ query, exactForms, filters: {} },
      order: 'rank' as const,
    }));
    const answers = await askThread(page, { site: url, siteDir: dir }, requests, ALL);
    for (const [index, sample] of batch.entries()) {
      const { places, count, complete } = answers[index] as (typeof answers)[number];
      const shown = new Map(Object.entries(places));
      if (!complete || count !== sum(shown)) throw new Error(`“${sample.query}”没有查完，或处数与各行不合`);
      yield { sample, expected: judge.scan(sample.query, sample.exactForms), shown, typed: false };
    }
  }
  await page.close();
}

async function* inPage(
  browser: Browser,
  { url }: { url: string },
  judge: Judge,
  samples: readonly Sample[],
): AsyncGenerator<Compared> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${url}search/`);
  for (const sample of samples) {
    const [shown] = await ask(page, [sample.query]);
    const expected = judge.scan(sample.query);
    if (!shown || shown.state === 'failed') throw new Error(`检索页上查不了“${sample.query}”`);
    yield { sample, expected, shown: new Map(Object.entries(shown.counts)), typed: true };
  }
  await page.close();
}

/** The page's switches stay as they are, and a field of one line drops line ends. */
function isTypeable({ query, exactForms }: Sample): boolean {
  return !exactForms && !/[\r\n]/.test(query);
}

/** So many of a list, evenly from its beginning to its end. */
export function spread<T>(list: readonly T[], wanted: number): T[] {
  if (list.length <= wanted) return [...list];
  return Array.from({ length: wanted }, (_, number) => list[Math.floor((number * list.length) / wanted)] as T);
}
