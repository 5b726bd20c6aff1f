/** The texts that are akin are those that a look at each finds; work is counted in what is looked at. */
import { diffArrays } from 'diff';
import { expect, test, vi } from 'vitest';
import { assignIds, EMPTY_LOCK } from '../../../scripts/normalize/anchors/index.ts';
import { Kin, kinship } from '../../../scripts/normalize/anchors/likeness.ts';
import type { Block, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

vi.mock('diff', async (original) => {
  const diff = await original<typeof import('diff')>();
  return { ...diff, diffArrays: vi.fn(diff.diffArrays) };
});

const texts = [
  '修渠',
  '修渠道',
  '把渠道修到田头',
  '把渠道修到了田头',
  '要把渠道修到每一块田的地头上去',
  '要把渠道修到每块田地头上',
  '养蜂',
  '',
  '蜂',
];

test.each(texts)('the kin of “%s”', (text) => {
  const kin = new Kin();
  for (const [index, each] of texts.entries()) kin.add(index, each);
  const looked = texts.flatMap((each, index) => {
    const score = each === '' ? 0 : kinship(text, each);
    return score > 0 ? [{ index, score }] : [];
  });
  expect(kin.of(text).sort((a, b) => a.index - b.index)).toEqual(text === '' ? [] : looked);
});

test('a speech of which every paragraph is changed a little', () => {
  const MANY = 100;
  /** Runs of characters a paragraph that are fair. */
  const FAIR = 400;
  const own = (at: number) =>
    Array.from({ length: 30 }, (_, step) => String.fromCharCode(0x4e00 + at * 30 + step)).join('');
  const speechOf = (end: string): Speech => ({
    ...sampleSpeech,
    outline: [],
    blocks: Array.from(
      { length: MANY },
      (_, at): Block => ({ kind: 'paragraph', id: `p${at + 1}`, section: null, text: own(at) + end, marks: [] }),
    ),
  });
  const first = assignIds(speechOf('。'), { lock: EMPTY_LOCK, speech: null });
  const cuts = vi.spyOn(String.prototype, 'slice');
  const second = assignIds(speechOf('！'), first);
  const count = cuts.mock.calls.length;
  cuts.mockRestore();
  expect(count).toBeLessThan(FAIR * MANY);
  const compared = vi.mocked(diffArrays).mock.calls.flatMap(([old, now]) => [old.length, now.length]);
  expect(Math.max(...compared)).toBe(0);
  expect(second.speech.blocks.map(({ id }) => id)).toEqual(first.speech.blocks.map(({ id }) => id));
});
