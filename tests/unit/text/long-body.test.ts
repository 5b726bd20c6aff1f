/** However long a body is, its blocks are read one by one and not by Markdown as a whole. */
import { expect, test, vi } from 'vitest';
import { readSpeech } from '../../../src/text/mdx/read.ts';
import { readUsual } from '../../../src/text/mdx/usual.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import type { Block } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

vi.mock('../../../src/text/mdx/usual.ts', async (original) => {
  const usual = await original<typeof import('../../../src/text/mdx/usual.ts')>();
  return { ...usual, readUsual: vi.fn(usual.readUsual) };
});

test('a body of eighteen million characters', () => {
  const text = '要把渠道修到田头。'.repeat(100_000);
  const blocks = Array.from(
    { length: 20 },
    (_, at): Block => ({ kind: 'paragraph', id: `p${at + 1}`, section: null, text, marks: [] }),
  );
  const speech = { ...sampleSpeech, outline: [], blocks };
  expect(readSpeech(writeSpeech(speech), 'long.mdx').blocks).toHaveLength(20);
  expect(readUsual).toHaveBeenCalledTimes(20);
});
