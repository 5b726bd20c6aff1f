import { describe, expect, it } from 'vitest';
import { tagged, tagKind } from '../../../src/data/tags.ts';
import type { Meta, Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

function speech(meta: Partial<Meta>): Speech {
  return { ...sampleSpeech, meta: { ...sampleSpeech.meta, ...meta } };
}

function slugs(kind: Parameters<typeof tagKind>[0], meta: Partial<Meta>): string[] {
  return tagKind(kind)
    .tagsOf(speech(meta))
    .map(({ slug }) => slug);
}

describe('years', () => {
  it.each([
    [{ delivered: '2024-10-09' }, '2024'],
    [{ delivered: '2023', issued: '2024-01-02' }, '2023'],
    [{ issued: '2024-01' }, '2024'],
    [{ published: '2024-10-09' }, 'unknown'],
  ])('%o stands under %s', (dates, slug) => {
    expect(slugs('years', { delivered: null, issued: null, published: null, ...dates })).toEqual([slug]);
  });
});

describe('places', () => {
  it('lists a county under its prefecture and its province too', () => {
    expect(slugs('places', { place: '浙江省金华市兰溪市' })).toEqual(['33', '3307', '330781']);
  });

  it('has a tag for a speech without a place', () => {
    expect(slugs('places', { place: null })).toEqual(['unknown']);
  });

  it('refuses a place that is not in the gazetteer', () => {
    expect(() => slugs('places', { place: '某省某市' })).toThrow('地点“某省某市”不是');
  });
});

it('gives the tags of the closed lists by their ids', () => {
  expect(slugs('genres', { genre: '文章' })).toEqual(['article']);
  expect(slugs('completeness', { completeness: 'excerpt' })).toEqual(['excerpt']);
  expect(slugs('topics', { topics: ['talent', 'robotics'] })).toEqual(['robotics', 'talent']);
});

it('groups speeches by tag, the newest year first and 未注明 last', () => {
  const entries = [{ delivered: null }, { delivered: '2022' }, { delivered: '2024-05' }].map(speech);
  const groups = tagged(tagKind('years'), entries);
  expect(groups.map(({ tag, entries: under }) => [tag.slug, under.length])).toEqual([
    ['2024', 1],
    ['2022', 1],
    ['unknown', 1],
  ]);
});
