import { describe, expect, test } from 'vitest';
import { LibraryMaker } from '../../../scripts/bench/library.ts';
import { Random } from '../../../scripts/bench/random.ts';
import { Meter } from '../../../scripts/bench/search/meter.ts';
import { classOf, piecesOf, queriesOf } from '../../../scripts/bench/search/queries.ts';
import { Scan } from '../../../scripts/bench/search/scan.ts';
import { Agreement, quantile, share } from '../../../scripts/bench/search/statistics.ts';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';
import { seeded } from '../../../scripts/proofs/random.ts';
import { documentOf, Judge } from '../../../scripts/proofs/search/judge.ts';
import { spread } from '../../../scripts/proofs/search/proof.ts';
import { pieces } from '../../../scripts/proofs/search/samples.ts';
import { agrees, Score } from '../../../scripts/proofs/search/score.ts';

describe('figures', () => {
  test('a median and a 95th percentile are values that were measured', () => {
    const values = Array.from({ length: 100 }, (_, number) => 100 - number);
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile([7], 0.95)]).toEqual([50, 95, 7]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('a share is never rounded up', () => {
    expect([share(1), share(0.99999), share(0)]).toEqual(['1.000', '0.999', '0.000']);
  });

  test('agreement counts what is missing and what is too much, occurrence by occurrence or document by document', () => {
    const byCount = new Agreement();
    expect(byCount.add({ a: 2, b: 1 }, { a: 2, b: 1 })).toBe(true);
    expect(byCount.add({ a: 2 }, { a: 1, c: 3 })).toBe(false);
    expect([byCount.recall, byCount.precision, byCount.different]).toEqual([4 / 5, 4 / 7, 1]);
    const byDocument = new Agreement();
    expect(byDocument.add({ a: 2, b: 9 }, ['a', 'b'])).toBe(true);
    expect(byDocument.add({}, [])).toBe(true);
    expect(byDocument.add({}, ['a'])).toBe(false);
    expect([byDocument.recall, byDocument.precision]).toEqual([1, 2 / 3]);
  });

  test('a proof notices one occurrence too few', () => {
    const compared = { sample: { kind: '', query: '' }, typed: false, expected: new Map([['a#p1', 2]]) };
    const score = new Score();
    expect(agrees({ ...compared, shown: new Map([['a#p1', 2]]) })).toBe(true);
    for (const shown of [new Map([['a#p1', 1]]), new Map([['a#p2', 2]]), new Map()]) {
      expect(agrees({ ...compared, shown })).toBe(false);
      score.add({ ...compared, shown });
    }
    expect([score.recall, score.precision]).toEqual([1 / 6, 1 / 3]);
  });

  test('a part of a list is spread over the whole of it', () => {
    expect(spread([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
    expect(spread([1], 3)).toEqual([1]);
  });

  test('traffic is counted up to the last answer, pages left out', async () => {
    const meter = new Meter();
    const [first, second] = [meter.watch('/a.js'), meter.watch('/b.bin')];
    meter.watch('/search/')(9000);
    first(100);
    const taken = meter.take();
    second(20);
    expect(await taken).toEqual({ bytes: 120, requests: 2 });
    expect(await meter.take()).toEqual({ bytes: 0, requests: 0 });
  });
});

describe('a made library', async () => {
  const seeds = await readSpeeches();
  const speeches = [...new LibraryMaker(seeds, new Random(1)).speeches(60)];
  const scan = new Scan();
  for (const speech of speeches) scan.add(speech);
  const judge = new Judge(speeches.map(documentOf));

  test('is scanned to the same counts by the two scans', () => {
    for (const { query } of pieces(judge.documents, 60, seeded(3)).filter(({ query }) =>
      /^\p{Script=Han}+$/u.test(query),
    )) {
      const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
      expect(total(Object.values(scan.find(query)))).toBe(total(judge.scan(query).values()));
    }
  });

  test('gives queries of each class, and each is of its class', () => {
    const random = new Random(2);
    const cut = speeches.flatMap((speech) => [...piecesOf(speech, 40, random)]);
    const queries = queriesOf(cut, scan, { present: 30, absent: 10 }, random);
    for (const { words, class: name } of queries) expect(classOf(scan.frequency(words))).toBe(name);
    const count = (name: string) => queries.filter((query) => query.class === name).length;
    // In 60 documents nothing stands in less than one in a hundred.
    expect([count('常见'), count('居中'), count('少见'), count('没有')]).toEqual([10, 10, 0, 10]);
  });
});

test('the judge finds each piece where it was taken from', async () => {
  const judge = new Judge((await readSpeeches()).map(documentOf));
  const samples = pieces(judge.documents, 300, seeded(5));
  expect(samples).toHaveLength(300);
  for (const { query, place, kind } of samples) {
    if (/[\s|｜"]|^-/.test(query) || (/[×*＊XＸ]/.test(query) && kind !== '带隐去记号')) continue;
    expect([query, [...judge.scan(query).keys()].includes(place ?? '')]).toEqual([query, true]);
  }
});
