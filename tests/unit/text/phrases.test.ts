import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrases } from '../../../src/text/phrases.ts';

test('a line may end between words', () => {
  expect(phrases('全面推进产业园区工作')).toEqual(['全面', '推进', '产业', '园区', '工作']);
});

test.each([
  ['在', '全市', '在全市'],
  ['2023', '年', '2023年'],
  ['“', '工业', '“工业'],
  ['城市', '”', '城市”'],
  ['会议', '上的', '会议上的'],
])('%s is not parted from %s', (_, __, whole) => {
  expect(phrases('在全市2023年“工业城市”工作会议上的讲话').some((piece) => piece.includes(whole))).toBe(true);
});

test('nothing is lost', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => phrases(text).join('') === text));
});

test('words of the field and Latin letters hold together with what is beside them', () => {
  const title = '在区人工智能与机器人产业推进会上的讲话';
  expect(phrases(title, ['机器人']).some((piece) => piece.includes('机器人'))).toBe(true);
  expect(phrases('全市AI驱动产业升级')[0]).toBe('全市AI驱动');
});
