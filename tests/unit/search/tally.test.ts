import { describe, expect, it } from 'vitest';
import { countHolding } from '../../../scripts/search/holding.ts';
import { wordsOf } from '../../../scripts/search/runs.ts';
import { Tally } from '../../../scripts/search/tally.ts';
import { Forms } from '../../../src/search/forms.ts';

describe('a tally', () => {
  // Long enough that its places are spread several times.
  const text = Array.from({ length: 9000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * at) % 997) * (at % 7))).join(
    '',
  );
  const spans = Array.from({ length: 9000 }, (_, at) => [at, Math.min(text.length, at + 1 + (at % 5))] as const);
  const tally = new Tally(text);
  const numbers = spans.map(([from, to]) => tally.add(from, to));

  it('counts stretches of the same characters as one, numbered as they were first met', () => {
    const counts = new Map<string, number>();
    for (const span of spans) counts.set(text.slice(...span), (counts.get(text.slice(...span)) ?? 0) + 1);
    expect(tally.length).toBeGreaterThan(4096);
    const counted = Array.from({ length: tally.length }, (_, number) => [tally.text(number), tally.count(number)]);
    expect(counted).toEqual([...counts]);
    for (const [at, span] of spans.entries()) expect(tally.text(numbers[at] as number)).toBe(text.slice(...span));
  });

  it('knows how often a stretch was added, wherever it is asked about', () => {
    for (const [at, span] of spans.entries()) expect(tally.countOf(...span)).toBe(tally.count(numbers[at] as number));
    expect(tally.countOf(0, 900)).toBe(0);
    expect(tally.length).toBe(new Set(numbers).size);
  });
});

describe('words of texts', () => {
  it('come with the most frequent first, and of the same number in the order of their characters', () => {
    const words = wordsOf([{ text: '园区，产业。园区' }, { text: '产业：人才；abc 园区' }]);
    expect(words).toEqual(['园区', '产业', '人才']);
  });

  it('are none where nothing is written', () => {
    expect(wordsOf([])).toEqual([]);
    expect(wordsOf([{ text: '' }, { text: '2024 — abc' }])).toEqual([]);
  });
});

describe('documents that hold words', () => {
  const forms = new Forms([
    ['發', '发'],
    ['髮', '发'],
    ['業', '业'],
  ]);
  const count = (texts: string[][], ...words: string[]) => Object.fromEntries(countHolding(texts, words, forms));

  it('are counted once each, for words that begin alike or stand in one another too', () => {
    const texts = [['产业集群产业', '产业'], ['集群'], ['产业园产']];
    expect(count(texts, '产业', '产业集群', '集群', '业园', '园区')).toEqual({
      产业: 2,
      产业集群: 1,
      集群: 2,
      业园: 1,
    });
  });

  it('hold a word in another form, and not one that has only a form in common with it', () => {
    const texts = [['理发'], ['理髮'], ['理發'], ['産業'], ['产业']];
    expect(count(texts, '理发', '理髮', '理發', '产业')).toEqual({ 理发: 3, 理髮: 2, 理發: 2, 产业: 1 });
  });
});
