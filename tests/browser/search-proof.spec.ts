/**
 * The proof: what search finds for hundreds of queries is what a plain scan of the published text finds, place by place.
 * `npm run check:search` asks more.
 */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { LibraryMaker } from '../../scripts/bench/library.ts';
import { Random } from '../../scripts/bench/random.ts';
import { seeded } from '../../scripts/proofs/random.ts';
import { documentOf, Judge } from '../../scripts/proofs/search/judge.ts';
import { compare, publishedDocuments, samplesOf } from '../../scripts/proofs/search/proof.ts';
import { agrees, Score } from '../../scripts/proofs/search/score.ts';
import type { Engine } from '../../scripts/search/index.ts';
import { buildSearchIndex } from '../../scripts/search-index.ts';
import { serve } from '../../scripts/serve.ts';
import type { Catalogue } from '../../src/search/library.ts';
import type { Speech } from '../../src/text/speech.ts';
import { expect, type Site, test } from './fixtures.ts';
import { publishedSpeeches } from './search-panel.ts';

/** Asks and compares; the score of what was asked. */
async function prove(
  browser: Browser,
  site: Site,
  queries: number,
  typed: number,
  documents = publishedDocuments(site.dir),
): Promise<Score> {
  const judge = new Judge(documents);
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

/** The site with another index in place of its own. */
async function withIndex(
  { dir: from }: Site,
  speeches: readonly Speech[],
  engine: Engine,
  use: (site: Site, catalogue: Catalogue) => Promise<void>,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'index-'));
  // Compressed copies would stand for files that are written anew.
  cpSync(from, dir, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const built = await buildSearchIndex(dir, speeches, engine);
  const { url, close } = await serve({ dir });
  await use({ url, dir }, built.speeches);
  await close();
  rmSync(dir, { recursive: true });
}

test('so does the index of large libraries', async ({ browser, site }) => {
  await withIndex(site, publishedSpeeches(), 'postings', async (other, catalogue) => {
    expect(catalogue.index.engine).toBe('postings');
    const score = await prove(browser, other, 250, 20);
    expect(score.expected).toBeGreaterThan(1000);
  });
});

/** The beginnings of made-up speeches. */
function beginnings(documents: number): Speech[] {
  const made = new LibraryMaker(publishedSpeeches(), new Random(11)).speeches(documents);
  return Array.from(made, (speech) => {
    const blocks = speech.blocks.slice(0, 6);
    return { ...speech, blocks, outline: speech.outline.filter(({ id }) => blocks.some((block) => block.id === id)) };
  });
}

for (const engine of ['pagefind', 'postings'] as const) {
  test(`so does an index joined from parts: ${engine}`, async ({ browser, site }) => {
    const speeches = beginnings(410);
    await withIndex(site, speeches, engine, async (other, { documents, index }) => {
      expect(documents).toBe(410);
      if (index.engine === 'pagefind') expect(index.parts).toBe(4);
      const score = await prove(browser, other, 60, 0, speeches.map(documentOf));
      expect(score.expected).toBeGreaterThan(1000);
    });
  });
}

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
