/**
 * The proof: what the search page shows for hundreds of queries is what a plain scan of the published text finds.
 * The scan stands here on its own, apart from the engine: fold unifies width and case and drops spaces and punctuation, a redaction
 * mark is one character that equals only a redaction mark, a match never crosses a block's end.
 */
import { type Speech, type TextBlock, textBlocks } from '../../src/text/speech.ts';
import { expect, test } from './fixtures.ts';
import { ask, publishedSpeeches } from './search-panel.ts';

const MARK = 'redaction mark';

interface Sample {
  query: string;
  /** The query as the scan sees it. */
  sought: string[];
}

/** Characters of `[from, to)` that count, redaction marks as one each. */
function plain({ text, marks }: TextBlock, from: number, to: number): string[] {
  const seen: string[] = [];
  for (let at = from; at < to; ) {
    const mark = marks.find((each) => each.kind === 'redaction' && each.from <= at && at < each.to);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (mark) seen.push(MARK);
    else if (!/\s|\p{Separator}|\p{Punctuation}/u.test(narrow(character)))
      seen.push(...narrow(character).toLowerCase());
    at = mark ? mark.to : at + character.length;
  }
  return seen;
}

function narrow(character: string): string {
  return /[！-～]/.test(character)
    ? String.fromCharCode(character.charCodeAt(0) - '！'.charCodeAt(0) + '!'.charCodeAt(0))
    : character;
}

/** How often the one stands in the other. */
function times(text: string[], sought: string[]): number {
  let count = 0;
  for (let at = 0; at + sought.length <= text.length; ) {
    const here = sought.every((character, i) => text[at + i] === character);
    count += here ? 1 : 0;
    at += here ? sought.length : 1;
  }
  return count;
}

class Corpus {
  readonly blocks: { place: string; block: TextBlock; text: string[] }[];

  constructor(speeches: Speech[]) {
    this.blocks = speeches.flatMap((speech) =>
      textBlocks(speech).map((block) => ({
        place: `${speech.meta.id}#${block.id}`,
        block,
        text: plain(block, 0, block.text.length),
      })),
    );
  }

  scan({ query, sought }: Sample): { places: string[]; count: number } {
    const literally = (block: TextBlock) => block.text.split(query).length - 1;
    const found = this.blocks
      .map(({ place, block, text }) => ({ place, count: sought.length > 0 ? times(text, sought) : literally(block) }))
      .filter(({ count }) => count > 0);
    return { places: found.map(({ place }) => place).sort(), count: found.reduce((sum, { count }) => sum + count, 0) };
  }
}

/** Numbers in [0, 1) that are the same every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Kind {
  name: string;
  wanted: number;
  lengths: [number, number];
  fits(sample: { text: string; kind: string; marked: boolean }): boolean;
}

const kinds: Kind[] = [
  {
    name: 'across punctuation',
    wanted: 45,
    lengths: [3, 12],
    fits: ({ text }) => /[\p{L}\p{N}]\p{P}+[\p{L}\p{N}]/u.test(text),
  },
  { name: 'at a redaction mark', wanted: 25, lengths: [1, 9], fits: ({ marked }) => marked },
  { name: 'in headings', wanted: 25, lengths: [2, 9], fits: ({ kind }) => kind === 'heading' },
  { name: 'Latin letters or digits', wanted: 25, lengths: [2, 10], fits: ({ text }) => /[0-9A-Za-z]/.test(text) },
  {
    name: 'at a symbol',
    wanted: 15,
    lengths: [2, 4],
    fits: ({ text, marked }) => !marked && /^\p{S}|\p{S}$/u.test(text),
  },
  { name: 'one character', wanted: 25, lengths: [1, 1], fits: () => true },
  { name: 'ten to twelve characters', wanted: 25, lengths: [10, 12], fits: () => true },
  { name: 'any', wanted: 40, lengths: [1, 12], fits: () => true },
];

/** Substrings of the published text; one that begins or ends inside a redaction mark takes the whole of it. */
function samplesOf(corpus: Corpus, { name, wanted, lengths, fits }: Kind, random: () => number): Sample[] {
  const pick = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const samples: Sample[] = [];
  for (let tries = 0; samples.length < wanted; tries++) {
    if (tries > 200_000) throw new Error(`The published text has too few pieces of the kind “${name}”`);
    const { block } = corpus.blocks[pick(0, corpus.blocks.length - 1)] as Corpus['blocks'][number];
    const redactions = block.marks.filter(({ kind }) => kind === 'redaction');
    const length = pick(...lengths);
    let from = pick(0, block.text.length - 1);
    let to = Math.min(block.text.length, from + length);
    for (const mark of redactions) {
      if (mark.from < from && from < mark.to) from = mark.from;
      if (mark.from < to && to < mark.to) to = mark.to;
    }
    const text = block.text.slice(from, to);
    const marked = redactions.some((mark) => mark.from < to && from < mark.to);
    if (!text.isWellFormed() || to - from < lengths[0] || !fits({ text, kind: block.kind, marked })) continue;
    samples.push({ query: text, sought: plain(block, from, to) });
  }
  return samples;
}

/** Real characters in an order in which they stand nowhere. */
function absentOf(corpus: Corpus, wanted: number, random: () => number): Sample[] {
  const source: Kind = {
    name: 'to be shuffled',
    wanted: 1,
    lengths: [3, 8],
    fits: ({ text }) => /^\p{Script=Han}+$/u.test(text),
  };
  const samples: Sample[] = [];
  while (samples.length < wanted) {
    const [piece] = samplesOf(corpus, source, random);
    const sought = (piece?.sought ?? []).map((character) => ({ character, order: random() }));
    const shuffled = sought.sort((a, b) => a.order - b.order).map(({ character }) => character);
    const sample = { query: shuffled.join(''), sought: shuffled };
    if (corpus.scan(sample).count === 0) samples.push(sample);
  }
  return samples;
}

test('the search page finds every occurrence and no other', async ({ page }) => {
  const corpus = new Corpus(publishedSpeeches());
  const random = seeded(20241009);
  const samples = kinds.flatMap((kind) => samplesOf(corpus, kind, random));
  const absent = absentOf(corpus, 22, random);
  const queries = [...samples, ...absent];

  await page.goto('search/');
  const shown = await ask(
    page,
    queries.map(({ query }) => query),
  );

  const differences = shown.flatMap(({ query, state, places, count }, i) => {
    const expected = corpus.scan(queries[i] as Sample);
    const agrees = expected.count === count && expected.places.join() === places.join() && state !== 'failed';
    return agrees ? [] : [{ query, state, expected, shown: { places, count } }];
  });
  expect(differences).toEqual([]);
  expect(samples.length).toBeGreaterThanOrEqual(200);
  expect(absent.length).toBeGreaterThanOrEqual(20);
  expect(samples.every((sample) => corpus.scan(sample).count > 0)).toBe(true);
});
