/** Where a quotation comes from. */
export interface QuotedPlace {
  /** Of the page with the place. */
  page: string;
  /** Of the machine copy. */
  json: string;
  /** Fragment of the link. */
  anchor: string;
}

/**
 * @param src the link, as in the attribute
 * @param base of the page that quotes
 * @param home of the library that the script comes from, with a slash at the end; nothing else is ever asked
 * @returns null where the link is no place in a speech of this library
 */
export function quotedPlace(src: string, base: string, home: string): QuotedPlace | null {
  if (!URL.canParse(src, base)) return null;
  const url = new URL(src, base);
  const speeches = `${home}speeches/`;
  const id = /^([a-z0-9-]+)\/$/.exec(`${url.origin}${url.pathname}`.replace(speeches, ''))?.[1];
  const anchor = url.hash.slice(1);
  if (!id || !/^[a-z0-9-]+$/.test(anchor)) return null;
  return { page: `${speeches}${id}/`, json: `${speeches}${id}.json`, anchor };
}
