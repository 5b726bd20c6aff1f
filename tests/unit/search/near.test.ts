import { expect, it } from 'vitest';
import { nearWords } from '../../../src/search/near.ts';
import type { Word } from '../../../src/search/words.ts';

const words: Word[] = [
  '智能人工',
  '人工智能',
  '人工',
  '智能',
  '人才工程',
  '智能制造',
  '发展',
  '制造业',
  '先进制造业',
].map((word, at) => [word, 9 - at, '']);
const near = (sought: string) => nearWords(sought, words).map(([word]) => word);

it.each([
  ['工人智能', ['人工智能', '智能人工']],
  ['人工智慧', ['人工智能', '智能人工']],
  ['人工智', ['人工智能', '人工', '智能人工']],
  ['人工的智能', ['人工智能', '智能人工']],
  ['展发', ['发展']],
  ['发电', []],
  ['先进制造', ['先进制造业']],
  ['智能智造', ['智能制造']],
  ['人', []],
  ['', []],
])('%s is like %j', (sought, expected) => expect(near(sought)).toEqual(expected));

it('takes characters with the same key for the same', () => {
  const key = (folded: string) => folded.replaceAll('業', '业');
  expect(nearWords('制作業', words)).toEqual([]);
  expect(nearWords('制作業', words, key).map(([word]) => word)).toEqual(['制造业']);
});

it('puts words that sound the same first', () => {
  const spoken: Word[] = [
    ['智能', 9, 'zhi neng'],
    ['制造', 5, 'zhi zao'],
    ['制度', 4, 'zhi du'],
    ['创造', 3, 'chuang zao'],
    ['银行', 2, 'yin hang'],
    ['行动', 2, 'xing dong'],
    ['航运', 1, 'hang yun'],
  ];
  expect(nearWords('智造', spoken).map(([word]) => word)).toEqual(['制造']);
  expect(nearWords('银航', spoken).map(([word]) => word)).toEqual(['银行']);
  expect(nearWords('航动', spoken)).toEqual([]);
});
