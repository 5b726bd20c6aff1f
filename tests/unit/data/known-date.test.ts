import { expect, it } from 'vitest';
import { bestDate, dateInWords } from '../../../src/data/known-date.ts';
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
