import { describe, expect, test } from 'vitest';
import { namedPassage, relatedSpeeches } from '../../../src/data/related.ts';
import { fingerprints, foldedText, longestShared, sharing, shinglesOf } from '../../../src/text/passages.ts';
import type { Speech } from '../../../src/text/speech.ts';

/** Made-up text without repetitions: a run of CJK characters from a seed. */
function prose(seed: number, length: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 20000));
  }).join('');
}

function speech(id: string, texts: string[], topics: string[] = []): Speech {
  return {
    meta: {
      id,
      title: id,
      subtitle: null,
      titleDerived: false,
      delivered: null,
      deliveredUntil: null,
      issued: null,
      published: null,
      place: null,
      speaker: null,
      issuer: null,
      documentNumber: null,
      event: null,
      genre: '讲话',
      sourceSite: null,
      completeness: 'unknown',
      topics,
      statedLength: null,
      source: { file: `${id}.txt`, originalName: `${id}.txt`, sha256: '0'.repeat(64), rights: '—' },
    },
    outline: [],
    former: {},
    blocks: texts.map((text, index) => ({ kind: 'paragraph', id: `p${index + 1}`, section: null, text, marks: [] })),
  };
}

/** What the plan says of speeches in this order. */
function relatedOf(speeches: Speech[]) {
  const passageOf = (here: number, there: number) =>
    namedPassage(shinglesOf(speeches[here] as Speech), speeches[there] as Speech);
  return relatedSpeeches(
    speeches,
    speeches.map((each) => fingerprints(foldedText(each))),
    passageOf,
  );
}

const sharingOf = (texts: string[]) => sharing(texts.map(fingerprints));
const common = prose(7, 60);

describe('shared passages', () => {
  test('are found wherever they stand, through other punctuation', () => {
    const one = speech('one', [prose(1, 300) + common + prose(2, 90)]);
    const other = speech('other', [
      prose(3, 50),
      `${prose(4, 77)}${common.slice(0, 30)}，${common.slice(30)}。${prose(5, 40)}`,
    ]);
    expect(sharingOf([one, other].map(foldedText)).get(0)?.has(1)).toBe(true);
    const passage = longestShared(shinglesOf(one), other);
    expect(passage).toMatchObject({ anchor: 'p2', from: 77, characters: 60 });
    expect(
      passage && other.blocks[1] && 'text' in other.blocks[1] && other.blocks[1].text.slice(passage.from, passage.to),
    ).toBe(`${common.slice(0, 30)}，${common.slice(30)}`);
  });

  test('of 40 characters are found at every offset', () => {
    for (let offset = 0; offset < 60; offset++) {
      const texts = [prose(1, 100 + offset) + common.slice(0, 40) + prose(2, 50), prose(3, 40) + common.slice(0, 40)];
      expect(sharingOf(texts).get(1)?.get(0), `offset ${offset}`).toBeGreaterThan(0);
    }
  });

  test('are none between texts that only share stock phrases or nothing', () => {
    expect(sharingOf([prose(1, 500), prose(2, 500)]).size).toBe(0);
    expect(longestShared(shinglesOf(speech('one', [prose(1, 90)])), speech('other', [prose(2, 90)]))).toBeNull();
    const everywhere = Array.from({ length: 13 }, () => common);
    expect(sharingOf(everywhere).size).toBe(0);
    expect(sharingOf(everywhere.slice(1)).size).toBe(12);
  });

  test('are none between texts of which a hash is equal by chance alone', () => {
    const texts = [prose(4233, 24), prose(120_041, 24)];
    const low = texts.map((text) => fingerprints(text).map((print) => print % 2 ** 32));
    expect(low[0]).toEqual(low[1]);
    expect(sharingOf(texts).size).toBe(0);
  });

  test('a text that repeats itself is not brought together with itself', () => {
    expect(sharingOf([common + common + common]).size).toBe(0);
    expect(sharingOf(['', '短']).size).toBe(0);
  });
});

describe('related speeches', () => {
  test('a shared passage comes before a shared topic, each with its reason', () => {
    const [first] = relatedOf([
      speech('here', [prose(1, 200) + common], ['artificial-intelligence']),
      speech('topic', [prose(2, 200)], ['artificial-intelligence']),
      speech('words', [prose(3, 80) + common]),
      speech('nothing', [prose(4, 200)]),
    ]);
    expect(first?.map(({ id, topics, passage }) => [id, topics, passage?.characters ?? null])).toEqual([
      ['words', [], 60],
      ['topic', ['人工智能'], null],
    ]);
    expect(first?.[0]?.passage?.anchor).toBe('p1');
    expect(common.startsWith(first?.[0]?.passage?.beginning.replace('…', '') ?? '-')).toBe(true);
  });

  test('at most three are named, never the speech itself, and the order does not hang on chance', () => {
    const many = Array.from({ length: 40 }, (_, number) =>
      speech(`s${number}`, [prose(number + 1, 120)], ['artificial-intelligence', 'talent']),
    );
    const related = relatedOf(many);
    expect(related).toEqual(relatedOf(many));
    related.forEach((list, number) => {
      expect(list).toHaveLength(3);
      expect(list.map(({ id }) => id)).not.toContain(`s${number}`);
      expect(list[0]?.topics).toHaveLength(2);
    });
  });

  test('work grows with the library, not with its square', () => {
    const lookups = (count: number) => {
      let asked = 0;
      const counted = Array.from({ length: count }, (_, number) => {
        const made = speech(`s${number}`, ['短'], ['artificial-intelligence']);
        return {
          ...made,
          get meta() {
            asked += 1;
            return made.meta;
          },
        };
      });
      relatedOf(counted);
      return asked;
    };
    expect(lookups(800)).toBeLessThan(lookups(400) * 2.2);
  });
});
