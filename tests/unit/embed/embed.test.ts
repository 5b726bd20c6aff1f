import { describe, expect, test } from 'vitest';
import { quotedPlace } from '../../../src/embed/address.ts';
import { type Part, partOf } from '../../../src/embed/part.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

/** The words of each piece, or the id of an omission. */
function shown(part: Part): string[] {
  if (!part.found) return [];
  return part.pieces.map((piece) => ('to' in piece ? piece.block.text.slice(piece.from, piece.to) : piece.block.id));
}
const of = (id: string, speech: Speech = sampleSpeech) => shown(partOf(speech, id));

describe('what a quotation shows', () => {
  test('a block', () => {
    expect(of('p1')).toEqual(['**市人工智能产业增长×%，“4+1”格局形成。']);
    expect(of('title')).toEqual(['在全市样例工作会议上的讲话']);
    expect(of('o2')).toEqual(['o2']);
  });

  test('a section with what is missing in it, up to the next of its level', () => {
    expect(of('s1')).toEqual(['一、认清大势', '（一）要增强使命感。1. 不是列表，<b>也不是</b>{代码}。', 'o1']);
    expect(of('s2')).toEqual(['二、抓好{落实}', '一是建好平台。使用MEMS传感器_与_其他。', 'o2']);
  });

  test('a part that the copy lacks: the place where it is missing', () => {
    expect(of('s1-2')).toEqual(['o1']);
  });

  test('a run-in inside a paragraph, to the next of its level, across paragraphs', () => {
    const runin = (from: number, to: number, id: string) => ({ kind: 'runin' as const, from, to, id });
    const speech: Speech = {
      ...sampleSpeech,
      outline: [
        { id: 's1', level: 1, marker: '一、', heading: '总', kind: 'heading', present: true },
        { id: 's1-1', level: 2, marker: '一是', heading: '甲', kind: 'runin', present: true },
        { id: 's1-1-1', level: 3, marker: '首先', heading: '乙', kind: 'runin', present: true },
        { id: 's1-2', level: 2, marker: '二是', heading: '丙', kind: 'runin', present: true },
      ],
      blocks: [
        { kind: 'heading', id: 's1', section: 's1', text: '一、总', marks: [], level: 1 },
        {
          kind: 'paragraph',
          id: 'p1',
          section: 's1',
          text: '引。一是甲。首先乙。',
          marks: [runin(2, 5, 's1-1'), runin(6, 9, 's1-1-1')],
        },
        { kind: 'paragraph', id: 'p2', section: 's1', text: '又。二是丙。', marks: [runin(2, 5, 's1-2')] },
        { kind: 'omission', id: 'o1', section: 's1', characters: null, cause: 'cut', absent: [] },
      ],
    };
    expect(of('s1-1', speech)).toEqual(['一是甲。首先乙。', '又。']);
    expect(of('s1-1-1', speech)).toEqual(['首先乙。', '又。']);
    expect(of('s1-2', speech)).toEqual(['二是丙。', 'o1']);
    expect(of('s1', speech)).toEqual(['一、总', '引。一是甲。首先乙。', '又。二是丙。', 'o1']);
  });

  test('former ids are followed; removed and unknown ones are told apart; a circle ends', () => {
    const speech: Speech = {
      ...sampleSpeech,
      former: {
        p8: { moved: 'p9' },
        p9: { merged: 'p1' },
        p7: { removed: '重复' },
        p5: { moved: 'p6' },
        p6: { moved: 'p5' },
      },
    };
    expect(partOf(speech, 'p8')).toMatchObject({ found: true, id: 'p1' });
    expect(partOf(speech, 'p7')).toEqual({ found: false, id: 'p7', removed: '重复' });
    expect(partOf(speech, 'p5')).toMatchObject({ found: false, removed: null });
    for (const id of ['p99', 'constructor', '__proto__'])
      expect(partOf(speech, id)).toMatchObject({ found: false, removed: null });
  });
});

describe('where a quotation comes from', () => {
  const home = 'https://example.test/repo/';
  const place = (src: string) => quotedPlace(src, 'https://other.test/page', home);

  test('the copy is that of the speech, beside the script', () => {
    expect(place('https://example.test/repo/speeches/a-speech/?quote=%E5%AD%97#s2-1')).toEqual({
      page: 'https://example.test/repo/speeches/a-speech/',
      json: 'https://example.test/repo/speeches/a-speech.json',
      anchor: 's2-1',
    });
  });

  test.each([
    '',
    'https://example.test/repo/speeches/a-speech/',
    'https://example.test/speeches/a-speech/#p1',
    'https://evil.test/repo/speeches/a-speech/#p1',
    'https://example.test.evil.test/repo/speeches/a/#p1',
    'https://example.test/repo/speeches/../a/#p1',
    'https://example.test/repo/speeches/a/source/#p1',
    '/speeches/a-speech/#p1',
    'javascript:alert(1)#p1',
    'https://[#p1',
  ])('%s is no place of the library', (src) => {
    expect(place(src)).toBeNull();
  });
});
