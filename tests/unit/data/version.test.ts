import { expect, test } from 'vitest';
import { charactersPerMinute, readingMinutes } from '../../../src/data/summary.ts';
import { textVersion } from '../../../src/data/version.ts';
import { speeches } from '../../browser/speeches.ts';

test('the version of a text hangs on its published text alone', () => {
  const [speech] = speeches;
  if (!speech) throw new Error('no speech');
  const version = textVersion(speech);
  expect(version).toMatch(/^[0-9a-f]{12}$/);
  expect(textVersion({ ...speech, meta: { ...speech.meta, title: '别的题目' } })).toBe(version);
  expect(textVersion({ ...speech, blocks: speech.blocks.slice(1) })).not.toBe(version);
});

test('reading takes whole minutes, at least one', () => {
  expect([0, 100, 4.4 * charactersPerMinute, 4.6 * charactersPerMinute].map(readingMinutes)).toEqual([1, 1, 4, 5]);
});
