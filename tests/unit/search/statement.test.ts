import { describe, expect, test } from 'vitest';
import { emptyState } from '../../../src/browser/search-state.ts';
import { soughtWords, statementOf, statementText } from '../../../src/browser/search-statement.ts';
import type { Catalogue } from '../../../src/search/library.ts';

const catalogue: Catalogue = {
  index: { engine: 'pagefind' },
  version: 'abc123',
  stamp: 0,
  documents: 1200,
  characters: 3_456_789,
  forms: [
    ['發', '发'],
    ['髮', '发'],
  ],
};
const labels = { of: (_: string, slug: string) => `〈${slug}〉` };
const address = 'https://example.test/search/?q=x';
const stated = (change: Partial<typeof emptyState>, candidates = 0) =>
  new Map(statementOf({ ...emptyState, query: '发展', ...change }, { candidates }, catalogue, labels, address));

describe('nothing found, as a statement', () => {
  test('says the query as it was understood', () => {
    expect(soughtWords('甲|乙 丙 -丁 标题:戊 "己，庚"')).toBe(
      '“甲”或“乙”，并且含有“丙”，并且含有标题里的“戊”，并且含有“己，庚”（标点与全角半角也要相同），不含“丁”',
    );
  });

  test('lists the forms that were tried, or says that none were', () => {
    expect(stated({}).get('试过的写法')).toContain('发／發／髮');
    expect(stated({ query: '展' }).get('试过的写法')).toContain('没有别的繁简写法');
    expect(stated({ exactForms: true }).get('试过的写法')).toContain('只查原字形');
    expect(stated({ query: '"发"' }).get('试过的写法')).not.toContain('發');
  });

  test('says in what it was looked for: filters, speeches, characters, version, address', () => {
    const said = stated({ filters: { topics: ['a'], years: ['2024'] } }, 7);
    expect(said.get('筛选')).toBe('主题 〈a〉、年份 〈2024〉');
    expect(said.get('检索的范围')).toBe('全部 1,200 篇讲话、3,456,789 字');
    expect(said.get('结果')).toContain('7 篇');
    expect(said.get('文库版本')).toBe('abc123');
    expect(said.get('本次检索的地址')).toBe(address);
    expect(stated({}).has('筛选')).toBe(false);
    expect(stated({ query: '长'.repeat(2000) }).get('本次检索的地址')).not.toBe(address);
  });

  test('is copied a line each', () => {
    expect(statementText([['甲', '乙'] as [string, string], ['丙', '丁']])).toBe('甲：乙\n丙：丁');
  });
});
