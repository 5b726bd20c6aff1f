import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenesses, overlap, runsOf } from '../../../scripts/add/overlap.ts';
import { proposeTopics } from '../../../scripts/add/topics.ts';
import type { Block, Speech } from '../../../src/text/speech.ts';

/** A speech of these paragraphs; nothing but its blocks is looked at. */
function speech(...texts: string[]): Speech {
  const blocks = texts.map((text, index): Block => {
    return { kind: 'paragraph', id: `p${index + 1}`, section: null, text, marks: [] };
  });
  return { meta: {} as Speech['meta'], former: {}, outline: [], blocks };
}

const held = (text: string, id = 'held') => ({ id, title: id, runs: Uint32Array.from(runsOf(speech(text))) });
const LONG = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('');
const OTHER = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x4e03 + index * 7)).join('');

test('width, spaces, punctuation and paragraphs make no difference', () => {
  const one = runsOf(speech('我们要发展ＡＩ产业，', '建好平台。'));
  expect(runsOf(speech('我们要发展AI产业,建好 平台'))).toEqual(one);
});

test('the same text is contained in both directions, another in neither', () => {
  expect(overlap(runsOf(speech(LONG)), held(LONG).runs)).toEqual({ ofNew: 1, ofHeld: 1 });
  expect(overlap(runsOf(speech(LONG)), held(OTHER).runs)).toEqual({ ofNew: 0, ofHeld: 0 });
});

test('a half is wholly in the whole, the whole half in the half', () => {
  const { ofNew, ofHeld } = overlap(runsOf(speech(LONG.slice(0, 100))), held(LONG).runs);
  expect(ofNew).toBe(1);
  expect(ofHeld).toBeCloseTo(96 / 196);
});

test('only what has much in common is named, the likest first', () => {
  const fresh = runsOf(speech(LONG));
  const found = likenesses(fresh, [
    held(LONG.slice(0, 40) + OTHER, 'a-quotation'),
    held(LONG.slice(0, 120) + OTHER.slice(120), 'a-reworked-one'),
    held(OTHER, 'another'),
    held(LONG.slice(50, 90), 'an-excerpt'),
  ]);
  expect(found.map(({ id }) => id)).toEqual(['an-excerpt', 'a-reworked-one']);
});

test('an empty speech is like none', () => {
  expect(likenesses(runsOf(speech()), [held(LONG), held('')])).toEqual([]);
});

test('shares lie between 0 and 1, and exchanging the two exchanges the shares', () => {
  const text = fc.string({ unit: fc.constantFrom(...'发展产业，AI '), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [runsOf(speech(a)), runsOf(speech(b))];
      const forth = overlap(left, Uint32Array.from(right));
      const back = overlap(right, Uint32Array.from(left));
      expect(forth).toEqual({ ofNew: back.ofHeld, ofHeld: back.ofNew });
      for (const share of Object.values(forth)) expect(share >= 0 && share <= 1).toBe(true);
    }),
  );
});

test('topics: words that occur often, the most frequent first; a word inside another counts once', () => {
  expect(proposeTopics(speech('机器人、机器人、机器人', '物联网、物联网、物联网、物联网'))).toEqual([
    'internet-of-things',
    'robotics',
  ]);
  expect(proposeTopics(speech('机器人和机器人'))).toEqual([]);
  expect(proposeTopics(speech('先进制造业，智能制造'))).toEqual([]);
});

test('topics: in a long text a word has to occur more often', () => {
  const filler = '今天天气很好。'.repeat(600);
  expect(proposeTopics(speech(`${'机器人，'.repeat(5)}${filler}`))).toEqual([]);
  expect(proposeTopics(speech(`${'机器人，'.repeat(8)}${filler}`))).toEqual(['robotics']);
});
