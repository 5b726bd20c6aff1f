/** What can be copied for a place of the page that is shown. */
import type { Cited, CitedPlace } from '../text/citation/cited.ts';
import { type CitationForm, citationForms } from '../text/citation/forms.ts';
import { originalWords } from './script.ts';

export interface PagePlace {
  /** Id of the section or block, empty for the whole speech. */
  anchor: string;
  /** What a quotation link adds to the address, e.g. `?quote=…`; with it the words of the quotation are given. */
  search?: string | undefined;
}

/**
 * The forms for a place of this page, on the day on which they are asked for.
 * @param words left out: those of the place itself
 * @throws Error on a page that is no speech's
 */
export function citeForms(place: PagePlace, words?: string): CitationForm[] {
  const cited = document.querySelector<HTMLElement>('[data-cite-dialog]')?.dataset.citeDialog;
  if (!cited) throw new Error('Nothing on this page can be cited.');
  return citationForms(JSON.parse(cited) as Cited, citedPlace(place, words));
}

export function citedPlace({ anchor, search = '' }: PagePlace, words?: string): CitedPlace {
  const element = anchor ? document.getElementById(anchor) : null;
  const own = element && originalWords(element).trim();
  return {
    address: `${pageAddress()}${search}${anchor && `#${anchor}`}`,
    anchor,
    path: element ? headingsOf(element) : [],
    words: words ?? (own || undefined),
    accessed: today(new Date()),
  };
}

/** The permanent address where the site knows it, else the one under which the page is read. */
function pageAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return canonical?.href ?? `${location.origin}${location.pathname}`;
}

/**
 * Headings that an element stands under, as the outline of the page has them, the outermost first; of a section its own comes last.
 * A paragraph with several run-in headings stands under what they have in common; a part that the copy lacks stands over nothing.
 */
function headingsOf(element: HTMLElement): string[] {
  const entries = [...document.querySelectorAll<HTMLAnchorElement>('.outline ol a')];
  const over = entries.findLast(({ hash }) => {
    const place = document.getElementById(hash.slice(1));
    return place && (place === element || beginsBefore(place, element));
  });
  const path: string[] = [];
  for (let item = over?.closest('li'); item; item = item.parentElement?.closest('li')) {
    const entry = item.querySelector<HTMLElement>(':scope > a');
    if (entry) path.unshift(originalWords(entry));
  }
  const isOwn = over?.hash === `#${element.id}`;
  const isOneOfSeveral = over && element.querySelectorAll('.runin').length > 1 && element.querySelector(over.hash);
  return !isOwn && (isOneOfSeveral || over?.matches('.not-present')) ? path.slice(0, -1) : path;
}

/** A run-in heading with which a paragraph begins stands over it. */
function beginsBefore(place: HTMLElement, element: HTMLElement): boolean {
  if (element.contains(place)) return element.firstChild === place;
  return (place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The reader's own day, `YYYY-MM-DD`. */
function today(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
