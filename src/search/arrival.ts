/** `?q=发展&exact=1&hit=3`: the address of a speech with the words that someone looked for. */

export interface Arrival {
  query: string;
  /** true: simplified and traditional forms are not the same. */
  exactForms: boolean;
  /** Which occurrence in the speech, from 1; null where the address names none. */
  hit: number | null;
}

/** Bytes of a query, as an address writes it, beyond which servers refuse the address. */
const LONGEST = 4000;

/** false: the query is too long for an address. */
export function fitsAddress(query: string): boolean {
  return encodeURIComponent(query.toWellFormed()).length <= LONGEST;
}

/** Empty where no address carries a query so long. */
export function formatArrival({ query, exactForms, hit }: Arrival): string {
  if (!fitsAddress(query)) return '';
  const parameters = {
    q: query.toWellFormed(),
    ...(exactForms && { exact: '1' }),
    ...(hit !== null && { hit: String(hit) }),
  };
  return `?${new URLSearchParams(parameters)}`;
}

/** Null where nothing was looked for. */
export function parseArrival(search: string): Arrival | null {
  const asked = new URLSearchParams(search);
  const query = asked.get('q') ?? '';
  const hit = Number(asked.get('hit'));
  if (query === '') return null;
  return { query, exactForms: asked.get('exact') === '1', hit: Number.isSafeInteger(hit) && hit > 0 ? hit : null };
}
