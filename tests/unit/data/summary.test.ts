import { describe, expect, it } from 'vitest';
import { beginning, gaps, opening, redactionCount, textLength } from '../../../src/data/summary.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

function saying(text: string): Speech {
  return { ...sampleSpeech, blocks: [{ kind: 'paragraph', id: 'p1', section: null, text, marks: [] }] };
}

it('counts characters without spaces, surrogate pairs as one', () => {
  expect(textLength(saying('一 二\u3000𠮷'))).toBe(3);
});

it('counts redactions, run-ins left out', () => {
  expect(redactionCount(sampleSpeech)).toBe(2);
});

it('says after which paragraph text is missing', () => {
  expect(gaps(sampleSpeech).map(({ omission, where }) => [omission.id, where])).toEqual([
    ['o1', '第 2 段之后'],
    ['o2', '文末'],
  ]);
});

describe('opening', () => {
  it.each([
    ['短句。', '短句。'],
    ['一二三四五。六七八九十一二三', '一二三四五。'],
    ['一二三四五六，七八九十一二三', '一二三四五六……'],
    ['一二三四五六七八九十一二三', '一二三四五六七八九十……'],
  ])('of %s is %s', (text, expected) => {
    expect(opening(beginning(saying(text)), 10)).toBe(expected);
  });

  it('shows what the copy hides as crosses, whatever signs it used, and leaves other stars alone', () => {
    const speech = saying('**省×市，2*3。');
    const [block] = speech.blocks;
    const marks = [
      { kind: 'redaction' as const, from: 0, to: 2 },
      { kind: 'redaction' as const, from: 3, to: 4 },
    ];
    expect(opening(beginning({ ...speech, blocks: [{ ...block, marks } as Speech['blocks'][number]] }))).toBe(
      '××省×市，2*3。',
    );
  });
});
