import { expect, it } from 'vitest';
import { bestDate, dateInWords, rangeInWords } from '../../../src/data/known-date.ts';
import { sampleSpeech } from '../../sample.ts';

it('takes the day of the speech before that of issue before that of posting', () => {
  const none = { ...sampleSpeech.meta, delivered: null, issued: null, published: null };
  expect(bestDate(none)).toBeNull();
  expect(bestDate({ ...none, published: '2024' })).toEqual({ date: '2024', kind: 'published' });
  expect(bestDate({ ...none, published: '2024', issued: '2023' })).toEqual({ date: '2023', kind: 'issued' });
  expect(bestDate({ ...none, issued: '2023', delivered: '2022' })).toEqual({ date: '2022', kind: 'delivered' });
});

it.each([
  ['2024', '2024 年'],
  ['2024-05', '2024 年 5 月'],
  ['2024-10-09', '2024 年 10 月 9 日'],
])('%s reads %s', (date, expected) => {
  expect(dateInWords(date)).toBe(expected);
});

it.each([
  ['2024-03-05', null, '2024 年 3 月 5 日'],
  ['2024-03-05', '2024-03-07', '2024 年 3 月 5 日至 7 日'],
  ['2024-03-30', '2024-04-02', '2024 年 3 月 30 日至 4 月 2 日'],
  ['2024-12-30', '2025-01-02', '2024 年 12 月 30 日至 2025 年 1 月 2 日'],
])('%s to %s reads %s', (first, last, expected) => {
  expect(rangeInWords(first, last)).toBe(expected);
});
