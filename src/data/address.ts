/** Addresses of a site from what it is told about its place. */

/** Makes the address of a path of the site, e.g. of `/speeches/`. */
export type Address = (path: string) => string;

export interface Place {
  /** E.g. `https://example.org`; null where the site does not know its own. */
  origin: string | null;
  /** `/` or `/repo/`. */
  base: string;
}

/** Whole addresses; where the site does not know its origin, the paths below its base. */
export function addressesAt({ origin, base }: Place): Address {
  const below = (path: string) => `${base.replace(/\/$/, '')}${path}`;
  return origin === null ? below : (path) => new URL(below(path), origin).href;
}
