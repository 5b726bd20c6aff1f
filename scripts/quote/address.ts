/** Addresses of this site, wherever it stands or stood. */
import { parseQuotation, type Quotation } from '../../src/text/quotation/link.ts';

export interface Address {
  /** Id of a speech; null for another page of the site. */
  speech: string | null;
  /** Fragment; '' for the page itself. */
  anchor: string;
  quotation: Quotation | null;
}

export interface Places {
  /** Where the site stands and stood, with its base path if it has one, e.g. `https://example.org/repo/`. */
  origins: readonly string[];
  /** Path under which addresses without a host are the site's, e.g. `/`. */
  base: string;
}

const SPEECH = /^speeches\/([a-z0-9-]+)(?:\/(?:index\.html)?)?$/;
/** Pages and files about a speech. */
const BESIDE = /^speeches\/([a-z0-9-]+)(?:\/|\.)/;
/** Only says that there is no host. */
const NOWHERE = 'http://nowhere.invalid';

/** @returns null for an address of another site, or none at all */
export function readAddress(href: string, places: Places): Address | null {
  const url = URL.parse(href.trim(), NOWHERE);
  const path = url && pathWithin(url, places);
  if (!url || path === null) return null;
  const [, page] = SPEECH.exec(path) ?? [];
  const [, speech] = SPEECH.exec(path) ?? BESIDE.exec(path) ?? [];
  return {
    speech: speech ?? null,
    anchor: page ? fragment(url.hash) : '',
    quotation: page ? parseQuotation(url) : null,
  };
}

/** Path below the site's base, e.g. `speeches/a/`. */
function pathWithin(url: URL, { origins, base }: Places): string | null {
  if (url.origin === NOWHERE) {
    if (url.pathname.startsWith(base) && url.pathname !== base) return url.pathname.slice(base.length);
    return url.pathname.startsWith('/speeches/') ? url.pathname.slice(1) : null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  for (const origin of origins) {
    const stood = URL.parse(origin);
    const root = stood?.pathname.replace(/\/*$/, '/') ?? '/';
    if (stood?.host === url.host && `${url.pathname}/`.startsWith(root))
      return below(url.pathname.slice(root.length), base);
  }
  return null;
}

/** An origin may be given without the base path under which the site stands there. */
function below(path: string, base: string): string {
  const inner = base.slice(1);
  return inner !== '' && path.startsWith(inner) ? path.slice(inner.length) : path;
}

function fragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
