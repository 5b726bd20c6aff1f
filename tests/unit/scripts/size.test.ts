import { expect, test } from 'vitest';
import { judge, type Pair } from '../../../scripts/proofs/size/compare.ts';

const pair = (path: string, small: number | null, large: number, items = { small: 0, large: 0 }): Pair => ({
  path,
  small,
  large,
  items,
  added: 990,
});

test('a page may differ by a little, not by what the library has more', () => {
  expect(judge(pair('speeches/a/index.html', 20_000, 21_500))).toBeNull();
  expect(judge(pair('speeches/a/index.html', 20_000, 30_000))).toMatch(/由 20000 字节长到 30000/);
  expect(judge(pair('docs/index.html', 9000, 60_000))).not.toBeNull();
});

test('a list may have more items, up to a page of them, each of them small', () => {
  expect(judge(pair('speeches/index.html', 12_000, 40_000, { small: 10, large: 30 }))).toBeNull();
  expect(judge(pair('speeches/index.html', 12_000, 90_000, { small: 10, large: 30 }))).not.toBeNull();
  expect(judge(pair('years/2020/index.html', null, 40_000, { small: 0, large: 31 }))).toMatch(/31 项，最多应有 30 项/);
});

test('lists for programs grow by a little for each speech, and their parts are bounded', () => {
  expect(judge(pair('speeches/index.json', 300, 1000))).toBeNull();
  expect(judge(pair('speeches/index.json', 300, 50_000))).not.toBeNull();
  expect(judge(pair('speeches/parts/all.json', 3000, 300_000))).toBeNull();
  expect(judge(pair('speeches/parts/00.json', null, 900_000))).toMatch(/最多应有/);
});
