import { describe, expect, it } from 'vitest';
import { lettersOf, spelled } from '../../../src/search/pinyin.ts';
import type { Word } from '../../../src/search/words.ts';

const words: Word[] = [
  ['产业', 5, 'chan ye'],
  ['人工', 5, 'ren gong'],
  ['人工智能', 4, 'ren gong zhi neng'],
  ['人工智能产业', 2, 'ren gong zhi neng chan ye'],
  ['日关注能力', 1, 'ri guan zhu neng li'],
  ['银行', 1, 'yin hang'],
  ['战略', 3, 'zhan lve'],
  ['绿色', 2, 'lv se'],
  ['西安', 1, 'xi an'],
  ['先', 9, 'xian'],
];
const found = (written: string) => {
  const letters = lettersOf(written);
  return letters === null ? null : spelled(letters, words).map(([word]) => word);
};

describe('pinyin', () => {
  it.each([
    ['rengongzhineng', ['人工智能', '人工智能产业']],
    ['RenGong', ['人工', '人工智能', '人工智能产业']],
    ['rgzn', ['人工智能', '人工智能产业', '日关注能力']],
    ['RGZN', ['人工智能', '人工智能产业', '日关注能力']],
    ["ren'gong zhi-neng", ['人工智能', '人工智能产业']],
    ['réngōng', ['人工', '人工智能', '人工智能产业']],
    ['rengzn', ['人工智能', '人工智能产业']],
    ['rgzhn', ['人工智能', '人工智能产业', '日关注能力']],
    ['rengongzhin', ['人工智能', '人工智能产业']],
    ['yinhang', ['银行']],
    ['yinxing', []],
    ['r', []],
    ['zhanlue', ['战略']],
    ['zhanlve', ['战略']],
    ['lǜse', ['绿色']],
    ['lvse', ['绿色']],
    ['xian', ['先', '西安']],
  ])('%s spells %j', (written, expected) => expect(found(written)).toEqual(expected));

  it.each(['', '人工', 'rg4', 'rg智', '"rg"', '...', 'ａｂ'])('%j is no pinyin', (written) => {
    expect(found(written)).toBeNull();
  });
});
