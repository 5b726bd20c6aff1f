/** Measures a search: what a query ships and how long it takes, first and later, and whether what it finds is right. */
import type { Browser, Page } from '@playwright/test';
import type { Meter, Traffic } from './meter.ts';
import { classes, type Query } from './queries.ts';
import type { Scan } from './scan.ts';
import { Agreement } from './statistics.ts';
import type { Subject } from './subject.ts';

/** The first ten results of one query. */
export interface First extends Traffic {
  query: Query;
  /** What opening the search page took, scripts and styles, where nothing of the search was loaded before; null for a later query. */
  page: Traffic | null;
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
  const progress = progressOf(`${subject.name}：前十条`, queries.length);
  for (let at = 0; at < queries.length; at += VISIT) {
    const page = await visit(browser, site, meter);
    const opened = await meter.take();
    for (const [number, query] of queries.slice(at, at + VISIT).entries()) {
      const { milliseconds } = await subject.first(page, query.words);
      measured.push({ query, page: number === 0 ? opened : null, milliseconds, ...(await meter.take()) });
    }
    await page.context().close();
    progress(measured.length);
  }
  return measured;
}

/** The search page as it opens for a reader who has seen a page of the site, but nothing of its search. */
async function visit(browser: Browser, site: string, meter: Meter): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(site, { waitUntil: 'networkidle' });
  await meter.take();
  await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
  return page;
}

/** So many queries of each class are completed by a reader for whom nothing is loaded. */
const SAMPLE = 4;

/** How long a count takes for a reader who asks for nothing else, with an empty cache. */
export async function timeComplete(
  browser: Browser,
  subject: Subject,
  site: string,
  queries: readonly Query[],
  meter: Meter,
): Promise<Completed[]> {
  const sample = classes.flatMap((name) => queries.filter((query) => query.class === name).slice(0, SAMPLE));
  const progress = progressOf(`${subject.name}：从头查完`, sample.length);
  const completed: Completed[] = [];
  for (const query of sample) {
    const page = await visit(browser, site, meter);
    const { milliseconds } = await subject.complete(page, query.words);
    completed.push({ query, milliseconds });
    await page.context().close();
    progress(completed.length);
  }
  return completed;
}

export interface Judged {
  /** Times with all texts of earlier queries at hand. */
  completed: Completed[];
  byDocument: Agreement;
  /** null: the subject does not count occurrences. */
  byCount: Agreement | null;
}

/** Texts of a whole library fit: each is fetched once for all the queries. */
const ROOM = 4e9;

/** Completed counts of every query, all in one visit, judged by the scan. */
export async function judgeComplete(
  browser: Browser,
  subject: Subject,
  site: string,
  queries: readonly Query[],
  { scan, meter }: { scan: Scan; meter: Meter },
): Promise<Judged> {
  const page = await visit(browser, site, meter);
  const judged = { completed: [] as Completed[], byDocument: new Agreement(), byCount: null as Agreement | null };
  const progress = progressOf(`${subject.name}：查完并逐处对照`, queries.length);
  for (const query of queries) {
    const { found, milliseconds } = await subject.complete(page, query.words, ROOM);
    judged.completed.push({ query, milliseconds });
    const expected = scan.find(query.words);
    judged.byDocument.add(expected, Array.isArray(found) ? found : Object.keys(found));
    if (!Array.isArray(found)) {
      judged.byCount ??= new Agreement();
      if (!judged.byCount.add(expected, found)) console.error(`不一致：${query.words}`);
    }
    progress(judged.completed.length);
  }
  await page.context().close();
  return judged;
}

/** Seconds between two lines about how far it is. */
const EVERY = 15;

/** Tells now and then how much of a whole is done, and at its end. */
function progressOf(name: string, whole: number): (done: number) => void {
  const start = performance.now();
  let told = start;
  return (done) => {
    const now = performance.now();
    if (done < whole && now - told < EVERY * 1000) return;
    told = now;
    console.error(`${name}，${done}/${whole}，用时 ${Math.round((now - start) / 1000)} 秒`);
  };
}
