/** The proof that addresses hold, with small numbers; `npm run proof:links` runs it with large ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { matchPlaces } from '../../scripts/normalize/anchors/match.ts';
import { proveAnchors } from '../../scripts/proofs/anchors/proof.ts';
import { seeded } from '../../scripts/proofs/random.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';

const folder = new URL('../../src/content/speeches/', import.meta.url);
const speeches = readdirSync(folder).map((name) => readSpeech(readFileSync(new URL(name, folder), 'utf8'), name));
const small = { every: 6, sequences: 12 };

test('no id comes to stand for other words, none vanishes unreported, and kept text keeps its id', async () => {
  const score = await proveAnchors(speeches, { ...small, random: seeded(1) });
  expect(score.edits).toBeGreaterThan(150);
  expect([...score.byKind.keys()]).toHaveLength(10);
  expect(score.drifted).toEqual([]);
  expect(score.vanished).toEqual([]);
  expect(score.kept / score.same).toBeGreaterThanOrEqual(0.99);
});

const wrong: { [name: string]: typeof matchPlaces } = {
  'by position': (known, found) =>
    found.map((place, index) => (known[index]?.family === place.family ? index : undefined)),
  'by number': (known, found) =>
    found.map(({ id }) => {
      const index = known.findIndex((each) => each.id === id);
      return index < 0 ? undefined : index;
    }),
  never: (_, found) => found.map(() => undefined),
};

test.each(Object.entries(wrong))('a wrong matcher is found out: %s', async (_, match) => {
  const score = await proveAnchors(speeches, { ...small, random: seeded(1), match });
  expect(score.drifted.length > 0 || score.kept / score.same < 0.99).toBe(true);
});
