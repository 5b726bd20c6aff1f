import { expect, test } from 'vitest';
import { findRedactions } from '../../../src/text/redaction.ts';

const marks = (text: string) => findRedactions(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['增长×%，占×区', ['×', '×']],
  ['使**物联网，落地**，', ['**', '**']],
  ['制定《*市规划》', ['*']],
  ['中国（**）研究院', ['**']],
  ['投资××亿元', ['××']],
  ['XX同志', ['XX']],
  ['×', ['×']],
] as [string, string[]][])('%s', (text, expected) => {
  expect(marks(text)).toEqual(expected);
});

test.each(['4×4车间', '3*5公里', '1+4+X', 'MAXX', 'XXL号', '* 列表项', 'X光', 'a*b'])('no redaction in %s', (text) => {
  expect(marks(text)).toEqual([]);
});
