/** Work is counted, not timed: each of many new paragraphs is given its number with a few looks. */
import { expect, test, vi } from 'vitest';
import { assignIds, EMPTY_LOCK } from '../../../scripts/normalize/anchors/index.ts';
import type { Block, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const MANY = 500;

const speechOf = (word: string): Speech => ({
  ...sampleSpeech,
  outline: [],
  blocks: Array.from(
    { length: MANY },
    (_, at): Block => ({ kind: 'paragraph', id: `p${at + 1}`, section: null, text: `${word}${at}`, marks: [] }),
  ),
});

test('a speech of which every paragraph is new', () => {
  const first = assignIds(speechOf('前'), { lock: EMPTY_LOCK, speech: null });
  const parse = vi.spyOn(Number, 'parseInt');
  const second = assignIds(speechOf('后'), first, (_, found) => found.map(() => undefined));
  expect(parse.mock.calls.length).toBeLessThan(4 * MANY);
  parse.mockRestore();
  expect(second.speech.blocks.map(({ id }) => id)).toEqual(
    Array.from({ length: MANY }, (_, at) => `p${MANY + at + 1}`),
  );
});
