import { expect, test } from 'vitest';
import type { MarkerKind } from '../../../scripts/normalize/rules/markers.ts';
import { free, numberParts } from '../../../scripts/normalize/stages/number.ts';
import type { Part } from '../../../scripts/normalize/stages/outline.ts';

const part = (level: number, ordinal: number, kind: MarkerKind = 'comma'): Part => ({
  level,
  ordinal,
  kind,
  marker: '',
  heading: '',
  form: 'heading',
  place: null,
  contents: null,
});

test('components are the ordinals of the markers', () => {
  const parts = [part(1, 1), part(2, 1), part(3, 2), part(2, 2), part(1, 2), part(2, 1)];
  expect(numberParts(parts)).toEqual(['s1', 's1-1', 's1-1-2', 's1-2', 's2', 's2-1']);
});

test('a second numbering under one parent takes letters', () => {
  const parts = [part(1, 1), part(2, 1), part(2, 2), part(2, 1, 'item'), part(2, 2, 'item'), part(2, 1, 'item')];
  expect(numberParts(parts)).toEqual(['s1', 's1-1', 's1-2', 's1-1b', 's1-2b', 's1-1c']);
});

test('unnumbered parts take their position, or x where the parent also has numbered ones', () => {
  expect(numberParts([part(1, 1, 'topic'), part(1, 2, 'topic')])).toEqual(['s1', 's2']);
  expect(numberParts([part(1, 1), part(2, 1, 'topic'), part(2, 1), part(2, 2, 'topic')])).toEqual([
    's1',
    's1-x1',
    's1-1',
    's1-x2',
  ]);
});

test('letters go on after z', () => {
  const taken = new Map<string, number>();
  const ids = Array.from({ length: 52 }, () => free('s1', taken));
  expect([0, 1, 25, 26, 27, 50, 51].map((at) => ids[at])).toEqual([
    's1',
    's1b',
    's1z',
    's1zb',
    's1zc',
    's1zz',
    's1zbb',
  ]);
});

test('no letter makes an id that is there already', () => {
  const taken = new Map<string, number>();
  const ids = ['s1b', 's1', 's1', 's1b', 's1'].map((id) => free(id, taken));
  expect(ids).toEqual(['s1b', 's1', 's1c', 's1bb', 's1d']);
});
