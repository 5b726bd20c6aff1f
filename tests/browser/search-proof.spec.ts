/**
 * The proof: what search finds for hundreds of queries is what a plain scan of the published text finds, place by place.
 * `npm run check:search` asks more.
 */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { seeded } from '../../scripts/proofs/random.ts';
import { Judge } from '../../scripts/proofs/search/judge.ts';
import { compare, publishedDocuments, samplesOf } from '../../scripts/proofs/search/proof.ts';
import { agrees, Score } from '../../scripts/proofs/search/score.ts';
import { buildSearchIndex } from '../../scripts/search-index.ts';
import { serve } from '../../scripts/serve.ts';
import { expect, type Site, test } from './fixtures.ts';
import { publishedSpeeches } from './search-panel.ts';

/** Asks and compares; the score of what was asked. */
async function prove(browser: Browser, site: Site, queries: number, typed: number): Promise<Score> {
  const judge = new Judge(publishedDocuments(site.dir));
  const samples = samplesOf(judge, { queries, absent: 25, typed: 0 }, seeded(20241009));
  const score = new Score();
  const differences = [];
  for await (const compared of compare(browser, site, judge, samples, typed)) {
    score.add(compared);
    if (!agrees(compared)) differences.push(compared);
  }
  expect(differences).toEqual([]);
  return score;
}

test('search finds every occurrence and no other', async ({ browser, site }) => {
  const score = await prove(browser, site, 250, 150);
  expect(score.typed).toBe(150);
  expect(score.expected).toBeGreaterThan(1000);
  expect(score.queries.get('不存在')).toBe(25);
});

test('so does the index of large libraries', async ({ browser, site }) => {
  const dir = mkdtempSync(join(tmpdir(), 'postings-'));
  // Compressed copies would stand for files that are written anew.
  cpSync(site.dir, dir, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const built = await buildSearchIndex(dir, publishedSpeeches(), 'postings');
  expect(built.speeches.index.engine).toBe('postings');
  const { url, close } = await serve({ dir });
  const score = await prove(browser, { url, dir }, 250, 20);
  expect(score.expected).toBeGreaterThan(1000);
  await close();
  rmSync(dir, { recursive: true });
});

test('a proof fails where search finds more than stands in the text, in the thread and on the page', async ({
  browser,
  site,
}) => {
  const documents = publishedDocuments(site.dir);
  const whole = documents[0]?.blocks ?? [];
  const lost = whole.find(({ kind, text }) => kind === 'paragraph' && /^\p{Script=Han}{8}/u.test(text));
  if (!lost) throw new Error('The first speech has no paragraph that begins with words');
  const judge = new Judge([{ id: 'poorer', blocks: whole.filter((block) => block !== lost) }, ...documents.slice(1)]);
  const verdicts = [];
  const sample = { kind: '', query: lost.text.slice(0, 8) };
  for await (const compared of compare(browser, site, judge, [sample], 1)) verdicts.push(agrees(compared));
  expect(verdicts).toEqual([false, false]);
});
