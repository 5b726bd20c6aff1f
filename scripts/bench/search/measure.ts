/** Measures a search: what a query ships and how long it takes, first and later, and whether what it finds is right. */
import type { Browser, Page } from '@playwright/test';
import type { Meter, Traffic } from './meter.ts';
import type { Query } from './queries.ts';
import type { Scan } from './scan.ts';
import { Agreement } from './statistics.ts';
import type { Subject } from './subject.ts';

/** The first ten results of one query. */
export interface First extends Traffic {
  query: Query;
  /** true: nothing of the search was loaded before. */
  cold: boolean;
  milliseconds: number;
}

/** The completed count of one query. */
export interface Completed {
  query: Query;
  milliseconds: number;
}

/** One visit: the first query of each is cold. */
const VISIT = 10;

/** First results in visits of ten queries each, every visit with an empty cache. */
export async function measureFirst(
  browser: Browser,
  subject: Subject,
  site: string,
  queries: readonly Query[],
  meter: Meter,
): Promise<First[]> {
  const measured: First[] = [];
  for (let at = 0; at < queries.length; at += VISIT) {
    const page = await visit(browser, site);
    await meter.take();
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    for (const [number, query] of queries.slice(at, at + VISIT).entries()) {
      const { milliseconds } = await subject.first(page, query.words);
      measured.push({ query, cold: number === 0, milliseconds, ...(await meter.take()) });
    }
    await page.context().close();
    if (measured.length % 50 === 0) console.error(`${subject.name}：前十条，${measured.length}/${queries.length}`);
  }
  return measured;
}

/** A reader who has seen a page of the site, but nothing of its search. */
async function visit(browser: Browser, site: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(site);
  return page;
}

export interface Judged {
  completed: Completed[];
  byDocument: Agreement;
  /** null: the subject does not count occurrences. */
  byCount: Agreement | null;
}

/** Completed counts, all in one visit, judged by the scan. */
export async function measureComplete(
  browser: Browser,
  subject: Subject,
  site: string,
  queries: readonly Query[],
  scan: Scan,
): Promise<Judged> {
  const page = await visit(browser, site);
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  const judged = { completed: [] as Completed[], byDocument: new Agreement(), byCount: null as Agreement | null };
  for (const query of queries) {
    const { found, milliseconds } = await subject.complete(page, query.words);
    judged.completed.push({ query, milliseconds });
    const expected = scan.find(query.words);
    judged.byDocument.add(expected, Array.isArray(found) ? found : Object.keys(found));
    if (!Array.isArray(found)) {
      judged.byCount ??= new Agreement();
      if (!judged.byCount.add(expected, found)) console.error(`不一致：${query.words}`);
    }
    if (judged.completed.length % 50 === 0)
      console.error(`${subject.name}：查完，${judged.completed.length}/${queries.length}`);
  }
  await page.context().close();
  return judged;
}
