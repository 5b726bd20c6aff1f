/** The state of a search and its address: `?q=…&in=docs&order=date&exact=1&topics=…&years=…&all=1`; what goes without saying is left out. */
import { fitsAddress } from '../search/arrival.ts';
import type { Filters } from '../search/library.ts';
import type { SearchRequest } from '../search/query.ts';
import type { TagName } from '../search/record.ts';
import type { Scope } from './search-library.ts';

export interface SearchState extends SearchRequest {
  scope: Scope;
  /** true: everything that may match is verified without asking. */
  all: boolean;
}

/** Kinds of tags in the order in which filters stand; also their names in the address. */
export const FILTERS: readonly TagName[] = ['topics', 'places', 'years', 'genres', 'completeness'];

export const emptyState: SearchState = {
  query: '',
  scope: 'speeches',
  order: 'rank',
  exactForms: false,
  filters: {},
  all: false,
};

export function stateOf(address: string): SearchState {
  const asked = new URLSearchParams(address);
  const chosen = FILTERS.map((name) => [name, [...new Set(asked.getAll(name))].filter(Boolean)] as const);
  const state: SearchState = {
    query: asked.get('q') ?? '',
    scope: 'speeches',
    order: asked.get('order') === 'date' ? 'date' : 'rank',
    exactForms: asked.get('exact') === '1',
    filters: Object.fromEntries(chosen.filter(([, slugs]) => slugs.length > 0)),
    all: asked.get('all') === '1',
  };
  return inScope(state, asked.get('in') === 'docs' ? 'docs' : 'speeches');
}

/** The pages of 说明 bear no dates and no tags, and are written in one form of characters: nothing chooses among them. */
export function inScope(state: SearchState, scope: Scope): SearchState {
  const { order, exactForms, filters } = scope === 'docs' ? emptyState : state;
  return { ...state, scope, order, exactForms, filters };
}

/** @returns the part of the address behind `?`; without the query where no address carries one so long */
export function parametersOf(state: SearchState): URLSearchParams {
  const { query, scope, order, exactForms, filters, all } = state;
  const written = new URLSearchParams();
  if (query !== '' && fitsAddress(query)) written.set('q', query.toWellFormed());
  if (scope === 'docs') written.set('in', scope);
  if (order === 'date') written.set('order', order);
  if (exactForms) written.set('exact', '1');
  for (const name of FILTERS) for (const slug of filters[name] ?? []) written.append(name, slug);
  if (all) written.set('all', '1');
  return written;
}

/** With the tag chosen, or not chosen any more. */
export function toggled(filters: Filters, name: TagName, slug: string): Filters {
  const { [name]: before = [], ...others } = filters;
  const slugs = before.includes(slug) ? before.filter((each) => each !== slug) : [...before, slug];
  return slugs.length > 0 ? { ...others, [name]: slugs } : others;
}

export function chosenTags(filters: Filters): { name: TagName; slug: string }[] {
  return FILTERS.flatMap((name) => (filters[name] ?? []).map((slug) => ({ name, slug })));
}
