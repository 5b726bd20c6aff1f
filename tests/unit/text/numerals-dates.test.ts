import { expect, test } from 'vitest';
import { findDate } from '../../../src/text/dates.ts';
import { parseNumeral } from '../../../src/text/numerals.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百零三', 103],
  ['二〇二五', 2025],
  ['两', 2],
  ['12', 12],
  ['１２', 12],
  ['甲', null],
  ['', null],
] as const)('numeral %s', (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each([
  ['发布时间：2024-10-09', '2024-10-09'],
  ['2025/5/31 7:35:41', '2025-05-31'],
  ['（2024年3月5日）', '2024-03-05'],
  ['二〇二五年三月十五日', '2025-03-15'],
  ['2024年2月30日', null],
  ['9月份', null],
  ['2024年', null],
] as const)('date in %s', (text, date) => {
  expect(findDate(text)?.date ?? null).toBe(date);
});
