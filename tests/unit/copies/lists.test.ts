import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cardOf } from '../../../src/data/card.ts';
import {
  ANCHOR_BYTES,
  anchorParts,
  listOf,
  partPath,
  SPEECHES_A_PART,
  speechParts,
} from '../../../src/data/copies/lists.ts';
import { hashBits } from '../../../src/data/copies/partition.ts';
import type { AnchorsEntry } from '../../../src/data/copies/schemas.ts';
import { speechEntry } from '../../../src/data/copies/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const address = (path: string) => `https://example.test/some/base${path}`;
const KB = 1024;

const ids = Array.from({ length: 10_000 }, (_, number) => `invented-speech-on-a-subject-${number}`);

function entryOf(id: string) {
  return speechEntry(cardOf({ ...sampleSpeech, meta: { ...sampleSpeech.meta, id } }), address);
}

const made = new Map<string, AnchorsEntry & { id: string }>();

/** Sixty places, each with a hash of its own; made once. */
function anchorsOf(id: string): AnchorsEntry & { id: string } {
  const known = made.get(id);
  if (known) return known;
  const hash = (number: number) => createHash('sha256').update(`${id} ${number}`).digest('hex').slice(0, 8);
  const places = Array.from({ length: 60 }, (_, number) => [`p${number + 1}`, [hash(number)]]);
  const entry = { id, version: '0123456789ab', former: {}, ids: Object.fromEntries(places) };
  made.set(id, entry);
  return entry;
}

const lists = {
  speeches: (of: string[]) => speechParts(of.map(entryOf), address),
  anchors: (of: string[]) => anchorParts(of.map(anchorsOf), address),
};

for (const kind of ['speeches', 'anchors'] as const) {
  const before = lists[kind](ids);

  test(`ten thousand ${kind}: a small index, parts of bounded size, each speech once`, () => {
    expect(Buffer.byteLength(JSON.stringify(listOf(kind, before, address)))).toBeLessThanOrEqual(64 * KB);
    const held = before.flatMap(({ content }) => {
      const { speeches } = JSON.parse(content);
      return Array.isArray(speeches) ? speeches.map(({ id }) => id) : Object.keys(speeches);
    });
    expect(held.toSorted()).toEqual(ids.toSorted());
    for (const { content, speeches } of before) {
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(ANCHOR_BYTES);
      if (kind === 'speeches') expect(speeches).toBeLessThanOrEqual(SPEECHES_A_PART);
    }
    expect(new Set(before.map(({ bits }) => partPath(kind, bits))).size).toBe(before.length);
  });

  test(`ten thousand ${kind}: the bits of an id lead to its part`, () => {
    for (const id of ids.slice(0, 50)) {
      const found = before.filter(({ bits }) => hashBits(id).startsWith(bits));
      expect(found.map(({ content }) => content.includes(`"${id}"`))).toEqual([true]);
    }
  });

  test(`ten thousand ${kind}: one more changes its part alone, whatever the order they come in`, () => {
    const reversed = lists[kind](ids.toReversed());
    expect(reversed.every(({ content }, index) => content === before[index]?.content)).toBe(true);
    for (const id of ['a-new-speech', 'z-new-speech', 'invented-speech-on-a-subject-5000b']) {
      const after = lists[kind]([...ids, id]);
      const old = new Map(before.map(({ bits, content }) => [bits, content]));
      const changed = after.filter(({ bits, content }) => old.get(bits) !== content);
      expect(changed.every(({ bits }) => hashBits(id).startsWith(bits.slice(0, -1)))).toBe(true);
      expect(changed.length).toBeLessThanOrEqual(2);
      expect(changed.some(({ content }) => content.includes(`"${id}"`))).toBe(true);
    }
  });
}

test('a full part is halved, and nothing else moves', () => {
  const [zeros, ones] = ['0', '1'].map((bit) => ids.filter((id) => hashBits(id).startsWith(bit))) as [
    string[],
    string[],
  ];
  const some = [...zeros.slice(0, SPEECHES_A_PART), ...ones.slice(0, 10)];
  const before = lists.speeches(some);
  expect(before.map(({ bits }) => bits)).toEqual(['0', '1']);
  const after = lists.speeches([...some, zeros[SPEECHES_A_PART] ?? '']);
  expect(after.map(({ bits }) => bits)).toEqual(['00', '01', '1']);
  expect(after[2]).toEqual(before[1]);
});

test('no speeches: no parts, and an index that says so', () => {
  expect(listOf('speeches', lists.speeches([]), address)).toMatchObject({ speeches: 0, parts: [] });
});

test('the anchors of a speech of sixty places weigh at most 1 KB compressed', () => {
  expect(gzipSync(JSON.stringify(anchorsOf('one')), { level: 9 }).length).toBeLessThanOrEqual(KB);
});
