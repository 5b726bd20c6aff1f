import { expect, it } from 'vitest';
import { excerpt, mentions } from '../../../src/data/mentions.ts';
import { sampleSpeech } from '../../sample.ts';

it('names the innermost section whose own text has a word, else the paragraph', () => {
  expect(mentions(sampleSpeech, ['人工智能', '传感器', '大势'])).toEqual([
    { anchor: 'p1', label: '**市人工智能产业增长×%，“4+1”格局形成。', count: 1 },
    { anchor: 's1', label: '一、认清大势', count: 1 },
    { anchor: 's2-1', label: '一是建好平台', count: 1 },
  ]);
});

it('counts overlapping words once, the longest first', () => {
  expect(mentions(sampleSpeech, ['人工', '人工智能', '智能'])).toMatchObject([{ anchor: 'p1', count: 1 }]);
});

it('finds nothing in titles, in absent parts, or without words', () => {
  expect(mentions(sampleSpeech, ['工作会议', '自信心'])).toEqual([]);
  expect(mentions(sampleSpeech, [])).toEqual([]);
});

it('cuts an excerpt by characters', () => {
  expect(excerpt('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷…');
  expect(excerpt('短', 2)).toBe('短');
});
