import { describe, expect, it } from 'vitest';
import { entryWords, outlinePathAt, outlinePlaces, pathAt } from '../../../src/text/outline.ts';
import type { Block, OutlineEntry, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const ids = (path: OutlineEntry[]) => path.map(({ id }) => id);
const at = (speech: Speech, block: string, offset: number) => ids(outlinePathAt(speech, block, offset));

function entry(id: string, level: number, kind: OutlineEntry['kind'], present = true): OutlineEntry {
  return { id, level, marker: '', heading: id, kind, present };
}

function paragraph(id: string, section: string | null, ...runins: [number, string][]): Block {
  const marks = runins.map(([from, id]) => ({ kind: 'runin' as const, from, to: from + 2, id }));
  return { kind: 'paragraph', id, section, text: '字'.repeat(40), marks };
}

const heading = (id: string, level: number): Block => ({
  kind: 'heading',
  id,
  section: id,
  text: id,
  marks: [],
  level,
});
const gap = (...absent: string[]): Block => ({
  kind: 'omission',
  id: 'o1',
  section: null,
  characters: null,
  cause: 'cut',
  absent,
});

const speech: Speech = {
  meta: sampleSpeech.meta,
  former: {},
  outline: [
    entry('s1', 1, 'heading'),
    entry('s1-1', 2, 'runin'),
    entry('s1-1-1', 3, 'runin'),
    entry('s1-1-2', 3, 'runin'),
    entry('s1-2', 2, 'runin', false),
    entry('s2', 1, 'heading', false),
    entry('s2-1', 2, 'heading', false),
    entry('s2-2', 2, 'heading'),
  ],
  blocks: [
    paragraph('p1', null),
    heading('s1', 1),
    paragraph('p2', 's1', [0, 's1-1'], [10, 's1-1-1'], [20, 's1-1-2']),
    paragraph('p3', 's1'),
    gap('s1-2', 's2'),
    paragraph('p4', 's2-1'),
    heading('s2-2', 2),
    paragraph('p5', 's2-2'),
    paragraph('p6', null),
  ],
};

describe('outlinePathAt', () => {
  it('is empty before the first entry', () => expect(at(speech, 'p1', 5)).toEqual([]));
  it('counts a heading to its own section', () => expect(at(speech, 's1', 0)).toEqual(['s1']));
  it.each([
    [0, ['s1', 's1-1']],
    [9, ['s1', 's1-1']],
    [10, ['s1', 's1-1', 's1-1-1']],
    [39, ['s1', 's1-1', 's1-1-2']],
  ])('changes at a run-in heading: %i', (offset, path) => expect(at(speech, 'p2', offset)).toEqual(path));
  it('lets a run-in reach into the next paragraph', () =>
    expect(at(speech, 'p3', 0)).toEqual(['s1', 's1-1', 's1-1-2']));
  it('takes the section of what follows a gap, with those above it', () =>
    expect(at(speech, 'p4', 0)).toEqual(['s2', 's2-1']));
  it('replaces a heading of the same level', () => expect(at(speech, 'p5', 0)).toEqual(['s2', 's2-2']));
  it('leaves all sections where a block says so', () => expect(at(speech, 'p6', 0)).toEqual([]));

  it('ends a run-in at an absent entry of its own level', () => {
    const blocks = [heading('s1', 1), paragraph('p2', 's1', [0, 's1-1']), gap('s1-2'), paragraph('p3', 's1')];
    expect(at({ ...speech, blocks }, 'p3', 0)).toEqual(['s1']);
  });

  it('says which block is unknown', () => expect(() => outlinePathAt(speech, 'p9', 0)).toThrow('没有 p9 这一段文字'));
});

describe('outlinePlaces', () => {
  it('gives every text block a place at 0', () => {
    const places = outlinePlaces(speech);
    expect([...places.keys()]).toEqual(['p1', 's1', 'p2', 'p3', 'p4', 's2-2', 'p5', 'p6']);
    for (const [first] of places.values()) expect(first?.from).toBe(0);
    expect(ids(pathAt(places.get('p2') ?? [], 15))).toEqual(['s1', 's1-1', 's1-1-1']);
  });
});

it('reads an entry as the page shows it', () => {
  expect(entryWords({ ...entry('s1', 1, 'heading'), marker: '一、', heading: '认清大势' })).toBe('一、认清大势');
});
