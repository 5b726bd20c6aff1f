/** The words that someone looks for in the open speech: found, marked, and walked through with a bar *n of m*. */
import { formatArrival, parseArrival } from '../search/arrival.ts';
import { type Excerpt, excerpts } from '../search/excerpt.ts';
import { Forms, noForms } from '../search/forms.ts';
import type { Catalogue } from '../search/library.ts';
import { matcher, type Span } from '../search/match.ts';
import { highlight } from './highlight.ts';
import { HitBar } from './hit-bar.ts';
import { type PageText, pageTexts } from './page-text.ts';
import { site } from './search-view.ts';

export interface PageHit {
  block: PageText;
  span: Span;
  range: Range;
}

/** What is looked for; `exactForms` as in a search. */
export interface Sought {
  query: string;
  exactForms: boolean;
}

export class SpeechHits {
  sought: Sought = { query: '', exactForms: false };
  hits: PageHit[] = [];
  /** Index of the current hit; -1 before one has gone to any. */
  current = -1;
  readonly #bar = new HitBar(this);
  readonly #changed = new Set<() => void>();

  /** @param call is told whenever there are other hits */
  onChange(call: () => void): void {
    this.#changed.add(call);
  }

  /** Finds the words and marks them; an empty query takes the marks and the bar away. The last call wins. */
  async find(sought: Sought): Promise<void> {
    this.sought = sought;
    const forms = sought.query === '' || sought.exactForms ? noForms : await libraryForms();
    if (this.sought !== sought) return;
    const found = matcher(sought.query, { forms }).findAll(pageTexts()) ?? [];
    this.hits = found.flatMap(({ block, spans }) =>
      spans.map((span) => ({ block, span, range: block.range(span.from, span.to) })),
    );
    this.current = -1;
    this.#mark();
    for (const call of this.#changed) call();
  }

  /** Goes to a hit, round at either end. */
  go(index: number): void {
    if (this.hits.length === 0) return;
    this.current = (index + 2 * this.hits.length) % this.hits.length;
    this.#mark();
    this.#remember(formatArrival({ ...this.sought, hit: this.current + 1 }));
    const range = this.hits[this.current]?.range;
    if (range) bringIntoView(range, this.#bar.height);
  }

  /** On from where one is: the first time to the first hit that is not above the window. */
  step(by: 1 | -1): void {
    if (this.hits.length === 0) return;
    const next = this.hits.findIndex(({ range }) => range.getBoundingClientRect().top >= 0);
    const first = by === 1 ? Math.max(0, next) : next - 1;
    this.go(this.current < 0 ? first : this.current + by);
  }

  close(): void {
    void this.find({ query: '', exactForms: false });
    this.#remember('');
  }

  /** Lines of the hits, near ones together, with the index of the first hit of each. */
  lines(): { line: Excerpt; hit: PageHit; index: number }[] {
    const blocks = [...new Set(this.hits.map(({ block }) => block))];
    let index = 0;
    return blocks.flatMap((block) => {
      const own = this.hits.filter((hit) => hit.block === block);
      return excerpts(
        block,
        own.map(({ span }) => span),
      ).map((line) => {
        const first = { line, hit: this.hits[index] as PageHit, index };
        index += line.count;
        return first;
      });
    });
  }

  #mark(): void {
    highlight(
      this.hits.map(({ range }) => range),
      this.hits[this.current]?.range,
    );
    this.#bar.show();
  }

  /** The place in the text that the address names stays, and so do other parameters. */
  #remember(arrival: string): void {
    const address = new URL(location.href);
    for (const name of ['q', 'exact', 'hit']) address.searchParams.delete(name);
    for (const [name, value] of new URLSearchParams(arrival)) address.searchParams.set(name, value);
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // Too often for this browser: only the address stays behind.
    }
  }
}

let forms: Promise<Forms> | undefined;

/** Simplified and traditional forms as the search knows them; without them only what is written alike is found. */
function libraryForms(): Promise<Forms> {
  forms ??= fetch(site('search/catalogue.json'))
    .then((response) => response.json() as Promise<Catalogue>)
    .then(({ forms }) => new Forms(forms))
    .catch(() => {
      forms = undefined;
      return noForms;
    });
  return forms;
}

/** Opens what is folded around the words; scrolls only if they are not well in sight, and then to below the upper third of the window. */
function bringIntoView(range: Range, covered: number): void {
  range.startContainer.parentElement?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= MARGIN && bottom <= innerHeight - covered - MARGIN) return;
  scrollBy({ top: top - (innerHeight - covered) / 3, behavior: 'instant' });
}

/** Free space above and below words that are well in sight, in px. */
const MARGIN = 48;

export const speechHits = new SpeechHits();

/** Someone comes from a search: the hit that the address names, or else the first one from its place in the text on. */
export async function arrive({ search, hash }: Location): Promise<void> {
  const arrival = parseArrival(search);
  if (!arrival) return;
  await speechHits.find(arrival);
  // The browser itself goes to the place in the text until the page is loaded.
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  const place = document.getElementById(decodeURIComponent(hash.slice(1)));
  const from = speechHits.hits.findIndex(({ range }) => place && !isBefore(range, place));
  const named = arrival.hit === null ? from : Math.min(arrival.hit, speechHits.hits.length) - 1;
  if (named >= 0) speechHits.go(named);
}

/** Whether the words end before the element begins. */
function isBefore({ endContainer }: Range, element: Element): boolean {
  const position = element.compareDocumentPosition(endContainer);
  return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
