import { expect, it } from 'vitest';
import { judgedSet } from '../../../scripts/bench/ranking/judged.ts';
import { mean, measure, ndcg } from '../../../scripts/bench/ranking/measure.ts';
import { alphabetical, frequency, ours } from '../../../scripts/bench/ranking/orders.ts';
import { readQueries } from '../../../scripts/bench/ranking/queries.ts';
import * as wording from '../../../scripts/bench/ranking/wording.ts';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';
import { matcher } from '../../../src/search/match.ts';
import { speechRecord } from '../../../src/search/speech-record.ts';

const speeches = await readSpeeches();
const judged = [...(await readQueries('queries.json')), ...(await readQueries('held-out.json'))];

it('judges every section of the speeches in which all words of a query stand, and none that is not there', () => {
  for (const { query, speeches: grades } of judged) {
    for (const record of speeches.map(speechRecord)) {
      const standing = sectionsWith(record.blocks, query);
      const given = Object.keys(grades[record.id] ?? {});
      expect(given, `${query} ${record.id}`).toEqual(expect.arrayContaining(standing));
      expect(['', ...Object.keys(record.outline)], `${query} ${record.id}`).toEqual(expect.arrayContaining(given));
    }
  }
});

/** Of sections in which every word stands. */
function sectionsWith(blocks: ReturnType<typeof speechRecord>['blocks'], query: string): string[] {
  const all = query.split(' ').map((word) => {
    const hits = matcher(word).findAll(blocks) ?? [];
    return hits.flatMap(({ block, spans }) =>
      spans.map(({ from }) => block.places.findLast((place) => place.from <= from)?.path.at(-1) ?? ''),
    );
  });
  return [...new Set(all[0])].filter((section) => all.every((each) => each.includes(section)));
}

it('asks for no word that stands in the made-up sentences themselves', () => {
  const sentences = Object.values(wording).flat().join('\n');
  for (const word of judged.flatMap(({ query }) => query.split(' '))) expect(sentences).not.toContain(word);
});

it('scores orders by what comes first', () => {
  expect(ndcg([3, 2, 1], [1, 2, 3])).toBe(1);
  expect(ndcg([1, 2, 3], [1, 2, 3])).toBeLessThan(0.7);
  expect(ndcg([0, 0, 0, 0, 0, 3], [3, 0, 0, 0, 0, 0])).toBe(0);
});

it.each([
  ['queries.json', 1, 40],
  ['held-out.json', 2, 10],
])(
  'puts first what people judged best, where the alphabet and frequency alone do badly: %s',
  async (file, seed, least) => {
    const queries = await readQueries(file);
    expect(queries.length).toBeGreaterThanOrEqual(least);
    const scores = await measure(judgedSet(speeches, queries, seed), [ours, alphabetical, frequency]);
    for (const of of ['sections', 'leading'] as const) {
      expect(mean(scores, 0, of)).toBeGreaterThanOrEqual(0.95);
      expect(mean(scores, 1, of)).toBeLessThanOrEqual(0.8);
      expect(mean(scores, 2, of)).toBeLessThanOrEqual(0.8);
    }
  },
  600_000,
);
