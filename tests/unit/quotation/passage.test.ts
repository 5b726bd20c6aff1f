import { expect, test } from 'vitest';
import { differences } from '../../../src/text/quotation/difference.ts';
import { foldBlocks, foldWords } from '../../../src/text/quotation/folded.ts';
import { findPassage } from '../../../src/text/quotation/passage.ts';

const numbers = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const sentence = (index: number) =>
  `第${numbers[index % 20]}${numbers[(index * 7) % 20]}件事是修${numbers[(index * 3) % 20]}桥；`;
const blocks = Array.from({ length: 30 }, (_, block) => ({
  id: `p${block + 1}`,
  text: Array.from({ length: 5 }, (_, index) => sentence(block * 5 + index)).join(''),
}));
const text = foldBlocks(blocks);
const all = blocks.map((block) => block.text).join('');

test('the very words are found at every place, across blocks too', () => {
  const words = all.slice(40, 75);
  const { exact, near } = findPassage(text, foldWords(words));
  expect(exact[0]).toEqual({ from: 40, to: 75 });
  expect(near).toBeNull();
});

test.each([30, 200, 900])('a passage of %i characters with a few changed is found with their number', (length) => {
  const words = [...all.slice(100, 100 + length)];
  words[5] = '鸜';
  words.splice(length - 9, 1);
  words.splice(12, 0, '鹆', '龘');
  const { exact, near } = findPassage(text, foldWords(words.join('')));
  expect(exact).toEqual([]);
  expect(near?.edits).toBe(4);
  expect([near?.from, near?.to]).toEqual([100, 100 + length]);
});

test('other words stand nowhere, short or long', () => {
  expect(findPassage(text, '鸜鹆龘靐齉爩鱻麤')).toEqual({ exact: [], near: null });
  expect(findPassage(text, '鸜鹆龘靐齉爩鱻麤'.repeat(20))).toEqual({ exact: [], near: null });
});

test('a difference shows what is missing and what is there instead, as written; width makes none', () => {
  expect(differences('路要平，水要清(AI)', '路要宽，水要清（ＡＩ）！')).toEqual([
    { kind: 'same', text: '路要' },
    { kind: 'gone', text: '平' },
    { kind: 'new', text: '宽' },
    { kind: 'same', text: '，水要清（ＡＩ）' },
    { kind: 'new', text: '！' },
  ]);
});
