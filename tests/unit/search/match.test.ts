import { describe, expect, it } from 'vitest';
import { countCharacters, matcher } from '../../../src/search/match.ts';

const text = '（一）交给×打好，“四张牌”。×××再说；4×4';
const block = {
  text,
  marks: [
    { kind: 'redaction' as const, from: 5, to: 6 },
    { kind: 'redaction' as const, from: 15, to: 18 },
  ],
};
const words = (query: string) =>
  matcher(query)
    .find(block)
    .map(({ from, to }) => text.slice(from, to));

describe('matcher', () => {
  it.each([
    ['好四张', ['好，“四张']],
    ['给*打', ['给×打']],
    ['×', ['×', '×××']],
    ['牌×再', ['牌”。×××再']],
    ['4×4', ['4×4']],
    ['。', ['。']],
    ['。”', []],
    ['”。', ['”。']],
    ['给打', []],
    ['', []],
  ])('%s marks %j', (query, marked) => expect(words(query)).toEqual(marked));

  it('counts a place once that two readings share', () => {
    const spans = matcher('XX×').find({ text: 'XX×', marks: [] });
    expect(spans.length).toBeLessThanOrEqual(1);
  });
});

it('counts characters without spaces', () => expect(countCharacters('一 二，𠮷\n')).toBe(4));
