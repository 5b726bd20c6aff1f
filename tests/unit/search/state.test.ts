import { describe, expect, test } from 'vitest';
import {
  emptyState,
  inScope,
  parametersOf,
  type SearchState,
  stateOf,
  toggled,
} from '../../../src/browser/search-state.ts';

const whole: SearchState = {
  query: '发展 "甲|乙" -丙&q=1',
  scope: 'speeches',
  order: 'date',
  exactForms: true,
  filters: { topics: ['a', 'b'], years: ['2024'] },
  all: true,
};

describe('the state of a search in its address', () => {
  test('comes back as it was', () => {
    for (const state of [whole, emptyState, { ...whole, filters: {} }]) {
      expect(stateOf(`?${parametersOf(state)}`)).toEqual(state);
    }
  });

  test('nothing chooses among the pages of 说明, neither in their address nor on the way to them', () => {
    const docs = { ...emptyState, query: whole.query, scope: 'docs', all: true };
    expect(inScope(whole, 'docs')).toEqual(docs);
    expect(stateOf(`?${parametersOf({ ...whole, scope: 'docs' })}`)).toEqual(docs);
    expect(stateOf(`?${parametersOf(docs as SearchState)}`)).toEqual(docs);
  });

  test('what goes without saying is left out', () => {
    expect(String(parametersOf(emptyState))).toBe('');
    expect(String(parametersOf({ ...emptyState, query: 'a' }))).toBe('q=a');
  });

  test('anything else in an address is no error', () => {
    expect(stateOf('?in=%FF&order=x&exact=yes&topics=&years=1&years=1&all=&q=%E4%BA')).toEqual({
      ...emptyState,
      query: '\ufffd',
      filters: { years: ['1'] },
    });
  });

  test('a query that no address carries is left out, and half a character is mended', () => {
    expect(parametersOf({ ...whole, query: '长'.repeat(1000) }).has('q')).toBe(false);
    expect(parametersOf({ ...whole, query: '\ud83d' }).get('q')).toBe('\ufffd');
  });

  test('a tag is chosen and taken back', () => {
    const chosen = toggled({ years: ['2024'] }, 'topics', 'a');
    expect(chosen).toEqual({ years: ['2024'], topics: ['a'] });
    expect(toggled(chosen, 'topics', 'a')).toEqual({ years: ['2024'] });
  });
});
