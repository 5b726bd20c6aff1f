/** However many blocks a body has, Markdown is given but a few of them at once, and whole tables. */
import { beforeEach, expect, test, vi } from 'vitest';
import { readSpeech } from '../../../src/text/mdx/read.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import type { Block } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

/** Lengths of what Markdown was given. */
const given = vi.hoisted(() => [] as number[]);

type Parse = (text: string, ...others: unknown[]) => unknown;
type Plugin = (this: { parser: Parse }, ...options: unknown[]) => void;

vi.mock('remark-parse', async (original) => {
  const { default: plugin } = await original<{ default: Plugin }>();
  const watched: Plugin = function (...options) {
    plugin.call(this, ...options);
    const parse = this.parser;
    this.parser = (text, ...others) => {
      given.push(text.length);
      return parse(text, ...others);
    };
  };
  return { default: watched };
});

beforeEach(() => given.splice(0));

function roundTrip(blocks: Block[]): Block[] {
  return readSpeech(writeSpeech({ ...sampleSpeech, outline: [], blocks }), 'many.mdx').blocks;
}

test('paragraphs with signs', () => {
  const blocks = Array.from(
    { length: 3000 },
    (_, at): Block => ({ kind: 'paragraph', id: `p${at + 1}`, section: null, text: '要办[实]事。', marks: [] }),
  );
  expect(roundTrip(blocks)).toEqual(blocks);
  expect(given.length).toBeGreaterThan(20);
  expect(Math.max(...given)).toBeLessThan(10_000);
});

test('a table longer than a stretch is read as one', () => {
  const table = (id: string): Block => ({
    kind: 'table',
    id,
    section: null,
    text: Array.from({ length: 300 }, (_, at) => `第${at}行`).join('\n'),
    marks: [],
    rows: Array.from({ length: 300 }, () => [{ header: false, columns: 1, rows: 1 }]),
  });
  const blocks = [table('t1'), table('t2')];
  expect(roundTrip(blocks)).toEqual(blocks);
  expect(given).toHaveLength(2);
});
