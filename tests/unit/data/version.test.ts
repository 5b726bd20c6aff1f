import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../src/data/card.ts';
import { charactersPerMinute, readingMinutes } from '../../../src/data/summary.ts';
import { corpusVersion, speechVersion } from '../../../src/data/version.ts';
import type { Meta, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

/** The card of the sample with other facts. */
const cardWith = (meta: Partial<Meta>) => cardOf(withMeta(meta));

function withMeta(meta: Partial<Meta>): Speech {
  return { ...sampleSpeech, meta: { ...sampleSpeech.meta, ...meta } };
}

describe('the version of a speech', () => {
  const version = speechVersion(sampleSpeech);

  test('hangs on its text and on what is known about it', () => {
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    const [first, ...rest] = sampleSpeech.blocks;
    expect(speechVersion({ ...sampleSpeech, blocks: rest })).not.toBe(version);
    expect(speechVersion({ ...sampleSpeech, blocks: first ? [...rest, first] : rest })).not.toBe(version);
    expect(speechVersion(withMeta({ title: '别的题目' }))).not.toBe(version);
    expect(speechVersion(withMeta({ completeness: 'complete' }))).not.toBe(version);
  });

  test('does not hang on the day of its change, on former ids, or on the order of fields', () => {
    expect(speechVersion(withMeta({ updated: '2025-03-02' }))).toBe(version);
    expect(speechVersion({ ...sampleSpeech, former: { p9: { removed: '测试' } } })).toBe(version);
    const turned = Object.fromEntries(Object.entries(sampleSpeech.meta).reverse()) as Meta;
    expect(speechVersion({ ...sampleSpeech, meta: turned })).toBe(version);
  });
});

test('the version of the library hangs on its speeches, not on their order; its day is the latest', () => {
  const [one, other] = [
    cardWith({ id: 'one', updated: '2025-03-02' }),
    cardWith({ id: 'other', updated: '2024-12-31' }),
  ];
  const library = corpusVersion([one, other]);
  expect(library).toMatchObject({ updated: '2025-03-02', speeches: 2 });
  expect(corpusVersion([other, one])).toEqual(library);
  expect(corpusVersion([one]).version).not.toBe(library.version);
  expect(corpusVersion([cardWith({ id: 'one' })]).updated).toBeNull();
});

test('reading takes whole minutes, at least one', () => {
  expect([0, 100, 4.4 * charactersPerMinute, 4.6 * charactersPerMinute].map(readingMinutes)).toEqual([1, 1, 4, 5]);
});
