/**
 * From the old address of a renamed speech to the new one, with the query and the place that the link names. A reader whose place
 * is not there any more stays and reads so.
 * @param go opens an address in place of this one
 */
export function followRenaming(
  document: Document,
  { hash, search }: Pick<Location, 'hash' | 'search'>,
  go: (address: string) => void,
): void {
  const now = document.querySelector('a[data-renamed]')?.getAttribute('href');
  if (now && !document.getElementById(hash.slice(1))?.matches('[data-lost]')) go(now + search + hash);
}
