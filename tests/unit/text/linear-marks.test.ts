/** Work is counted, not timed: a text with ten times as many marks or omissions is looked at ten times as often. */
import { expect, test } from 'vitest';
import { placesOf } from '../../../scripts/normalize/anchors/places.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import type { Block, Mark, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const MANY = 2000;
/** Looks at one element that are fair. */
const FAIR = 12;

/** The same array, and how often one of its elements was looked at. */
function watched<T>(array: T[]): { array: T[]; looks: () => number } {
  let looks = 0;
  const get = (target: T[], key: string | symbol) => {
    if (typeof key === 'string' && /^\d+$/u.test(key)) looks++;
    return Reflect.get(target, key);
  };
  return { array: new Proxy(array, { get }), looks: () => looks };
}

const marked = (marks: Mark[], rows?: number): Block =>
  rows === undefined
    ? { kind: 'paragraph', id: 'p1', section: null, text: '×市'.repeat(MANY), marks }
    : {
        kind: 'table',
        id: 't1',
        section: null,
        text: Array.from({ length: rows }, () => '×市').join('\n'),
        marks,
        rows: Array.from({ length: rows }, () => [{ header: false, columns: 1, rows: 1 }]),
      };

test.each([
  ['a paragraph', 2, undefined],
  ['the cells of a table', 3, MANY],
])('many marks in %s', (_, step, rows) => {
  const marks = Array.from(
    { length: MANY },
    (_, at): Mark => ({ kind: 'redaction', from: step * at, to: step * at + 1 }),
  );
  const { array, looks } = watched(marks);
  const speech: Speech = { ...sampleSpeech, blocks: [marked(array, rows)] };
  expect(writeSpeech(speech).split('<Redaction>×</Redaction>')).toHaveLength(MANY + 1);
  expect(looks()).toBeLessThan(FAIR * MANY);
});

test('many omissions one after the other', () => {
  const paragraph = (id: string, text: string): Block => ({ kind: 'paragraph', id, section: null, text, marks: [] });
  const omissions = Array.from(
    { length: MANY },
    (_, at): Block => ({ kind: 'omission', id: `o${at}`, section: null, characters: null, cause: 'cut', absent: [] }),
  );
  const { array, looks } = watched([paragraph('p1', '前面的话'), ...omissions, paragraph('p2', '后面的话')]);
  const places = placesOf({ ...sampleSpeech, blocks: array });
  expect(new Set(places.filter(({ family }) => family === 'o').map(({ words }) => words))).toEqual(
    new Set(['前面的话…后面的话']),
  );
  expect(looks()).toBeLessThan(FAIR * MANY);
});
