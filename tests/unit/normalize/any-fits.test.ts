import { expect, test } from 'vitest';
import { anyFits } from '../../../scripts/normalize/rules/word-group.ts';

test('it fits where one of the patterns does, each with its own flags', () => {
  const fits = anyFits([/^一$/u, /^end$/iu, /×+/gu, /^二|三$/u]);
  expect(['一', 'END', '某×区', '二月', '十三'].map(fits)).toEqual([true, true, true, true, true]);
  expect(['一月', 'ends', '十二', '三月', ''].map(fits)).toEqual([false, false, false, false, false]);
});

test('it keeps no place between two texts, and without patterns nothing fits', () => {
  const fits = anyFits([/×/gu]);
  expect([fits('某×'), fits('×')]).toEqual([true, true]);
  expect(anyFits([])('一')).toBe(false);
});
