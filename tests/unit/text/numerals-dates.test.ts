import { expect, test } from 'vitest';
import { dayBefore, findDate, findDayOfYear, readDates } from '../../../src/text/dates.ts';
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

test.each([
  ['（二○二五年三月）', '2025-03', null],
  ['2024年', '2024', null],
  ['2024 年 3 月 5 日', '2024-03-05', null],
  ['2013年 1月 16日星期三', '2013-01-16', null],
  ['2024年3月5日至7日', '2024-03-05', '2024-03-07'],
  ['2023年10月9日—11日', '2023-10-09', '2023-10-11'],
  ['2024年3月5-7日', '2024-03-05', '2024-03-07'],
  ['2024年12月30日至2025年1月2日', '2024-12-30', '2025-01-02'],
  ['2024年3月5日至3月4日', '2024-03-05', null],
  ['中華民國113年5月20日', '2024-05-20', null],
  ['民國一百一十三年五月二十日', '2024-05-20', null],
  ['113年3月5日', '2024-03-05', null],
] as const)('%s is read as far as it goes', (text, date, until) => {
  expect(readDates(text)).toMatchObject([{ date, until }]);
});

test.each(['增长113年', '13年3月5日', '15.2024年', '第2024号'])('no date in %s', (text) => {
  expect(readDates(text)).toEqual([]);
});

test('a day without a year', () => {
  expect(findDayOfYear('国务院总理3月5日指出')).toMatchObject({ month: 3, day: 5 });
  expect(findDayOfYear('2024年3月5日')).toBeNull();
});

test.each([
  ['2024-03-11', 3, 5, '2024-03-05'],
  ['2024-01-02', 12, 28, '2023-12-28'],
  ['2024-03-11', 3, 12, null],
  ['2024-03-11', 2, 30, null],
] as const)('posted %s, a text of %i-%i is of %s', (known, month, day, date) => {
  expect(dayBefore(known, { month, day })).toBe(date);
});
