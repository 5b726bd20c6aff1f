import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlace, type TextPiece } from '../../../scripts/normalize/stages/place.ts';
import { allPlaces, placeByName } from '../../../src/data/places/index.ts';

const places = allPlaces();
const kind = fc.constantFrom<TextPiece['kind']>('title', 'byline', 'salutation', 'heading', 'paragraph');
const name = fc.nat(places.length - 1).chain((index) => {
  const place = places[index];
  return fc.constantFrom(place?.name ?? '', place?.short ?? '', place?.canonical ?? '');
});
const words = fc.constantFrom(
  '与',
  '、',
  '和',
  '，',
  '。',
  '（',
  '）',
  '市委',
  '人民政府',
  '比如',
  '我市',
  '我国',
  '等地',
  '数字',
  '的',
  '域',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(name, words, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })
    .map((all) => all.join('')),
);
const pieces = fc.array(fc.record({ kind, text }), { maxLength: 8 });

describe('findPlace on any text', () => {
  it('gives a place of the list or none, and evidence that stands in the text and names it', () => {
    fc.assert(
      fc.property(pieces, (input) => {
        const { place, evidence, rivals } = findPlace(input);
        expect(place === null || placeByName(place) !== undefined).toBe(true);
        expect(evidence.length > 0).toBe(place !== null);
        for (const { piece, from, to, text } of evidence) {
          expect(to).toBeGreaterThan(from);
          expect(input[piece]?.text.slice(from, to)).toBe(text);
        }
        for (const { name, count } of rivals) {
          expect(placeByName(name)).toBeDefined();
          expect(count).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(pieces, (input) => {
        expect(findPlace(structuredClone(input))).toEqual(findPlace(input));
      }),
    );
  });

  it('names the lowest level in the words of the copy', () => {
    fc.assert(
      fc.property(pieces, (input) => {
        const { place, evidence } = findPlace(input);
        if (place === null) return;
        const found = placeByName(place);
        const names = [
          found?.name,
          found?.short,
          `${found?.short}州`,
          `${found?.short}县`,
          `${found?.short}旗`,
          '特別行政區',
        ];
        expect(evidence.some(({ text }) => names.some((each) => each && text.includes(each)))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(places.filter((_, index) => index % 25 === 0).map(({ canonical }) => canonical))(
    'finds %s in a title',
    (canonical) => {
      const title = `在${canonical}工业大会上的讲话`;
      expect(findPlace([{ kind: 'title', text: title }]).place).toBe(canonical);
    },
  );
});
