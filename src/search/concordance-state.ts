/** What a concordance shows, as it stands in its address. What goes without saying is left out. */
import { fitsAddress } from './arrival.ts';
import { type Order, orders, type Side } from './concordance-order.ts';
import type { SearchRequest } from './query.ts';
import type { TagName } from './record.ts';

export interface ConcordanceState extends Pick<SearchRequest, 'query' | 'exactForms' | 'filters'> {
  order: Order;
  /** Groups by the next or the previous characters, and by how many. */
  side: Side;
  length: number;
  /** The group that alone is shown; null shows all. */
  only: string | null;
}

/** How many characters may make a group. */
export const lengths = [1, 2, 3];
const USUAL = 2;
const tagNames: TagName[] = ['topics', 'places', 'years', 'genres', 'completeness'];

export function readState(search: string): ConcordanceState {
  const asked = new URLSearchParams(search);
  const tags = tagNames.map((name) => [name, asked.getAll(name)] as const).filter(([, slugs]) => slugs.length > 0);
  const length = Number(asked.get('n'));
  return {
    query: asked.get('q') ?? '',
    exactForms: asked.get('exact') === '1',
    filters: Object.fromEntries(tags),
    order: orders.find((order) => order === asked.get('sort')) ?? 'right',
    side: asked.get('by') === 'previous' ? 'previous' : 'next',
    length: lengths.includes(length) ? length : USUAL,
    only: asked.get('only'),
  };
}

export function writeState({ query, exactForms, filters, order, side, length, only }: ConcordanceState): string {
  const parameters = new URLSearchParams();
  if (query !== '' && fitsAddress(query)) parameters.set('q', query.toWellFormed());
  if (exactForms) parameters.set('exact', '1');
  for (const [name, slugs] of Object.entries(filters)) for (const slug of slugs) parameters.append(name, slug);
  if (order !== 'right') parameters.set('sort', order);
  if (side !== 'next') parameters.set('by', side);
  if (length !== USUAL) parameters.set('n', String(length));
  if (only !== null) parameters.set('only', only);
  return `${parameters}`;
}
