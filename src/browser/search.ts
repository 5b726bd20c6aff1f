/** A search panel at work: what is typed is searched, the last query wins, the keyboard moves through the hits. */
import { searchWords as words } from '../data/search-words.ts';
import { ALL, FIRST, type Findings, type Limits, type SearchRequest } from '../search/query.ts';
import { type Scope, siteLibrary } from './search-library.ts';
import { create, resultsView, site } from './search-view.ts';

export interface SearchState {
  query: string;
  scope: Scope;
}

/** What the panel shows; `data-state` tells tests and styles. */
type Phase = 'idle' | 'searching' | 'found' | 'nothing' | 'failed';

export class SearchPanel {
  readonly #panel: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #results: HTMLElement;
  /** Told of each state that the reader brings about; `final` when the query was sent off with Enter. */
  readonly #changed: (state: SearchState, final: boolean) => void;
  #running = new AbortController();
  #shown: string | undefined;

  constructor(panel: HTMLElement, changed: (state: SearchState, final: boolean) => void) {
    this.#panel = panel;
    this.#input = part(panel, 'input[name=q]');
    this.#status = part(panel, '[data-search-status]');
    this.#results = part(panel, '[data-search-results]');
    this.#changed = changed;
    this.#listen(part(panel, 'form'));
  }

  get state(): SearchState {
    const docs = this.#panel.querySelector<HTMLInputElement>('input[name=in][value=docs]');
    return { query: this.#input.value, scope: docs?.checked ? 'docs' : 'speeches' };
  }

  /** Shows a state that comes from outside, e.g. from the address. */
  show({ query, scope }: SearchState): void {
    // Writing to a field, even the same words, would break off what is being composed in it.
    if (this.#input.value !== query) this.#input.value = query;
    part<HTMLInputElement>(this.#panel, `input[name=in][value=${scope}]`).checked = true;
    void this.#run();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #listen(form: HTMLFormElement): void {
    const change = () => {
      if (this.#key() === this.#shown) return;
      void this.#run();
      this.#changed(this.state, false);
    };
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) change();
    });
    this.#input.addEventListener('compositionend', change);
    form.addEventListener('change', change);
    form.addEventListener('submit', (event) => {
      if (form.dataset.leaves !== undefined) return;
      event.preventDefault();
      if (this.#key() !== this.#shown || this.#panel.dataset.state === 'failed') void this.#run();
      this.#changed(this.state, true);
    });
    this.#panel.addEventListener('keydown', (event) => this.#move(event));
  }

  #key(): string {
    return `${this.state.scope} ${this.state.query}`;
  }

  /** @param limits how far to go; further than the first time where the reader wants all counted */
  async #run(limits: Limits = FIRST): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const { query, scope } = this.state;
    this.#shown = this.#key();
    if (query === '') return this.#render('idle', query, words.idle, [create('p', {}, words.browse), offers()]);
    this.#render('searching', query, words.searching);
    try {
      const progress = (findings: Findings) => this.#progress(findings, signal);
      const request: SearchRequest = { query, exactForms: false, filters: {}, order: 'rank' };
      const findings = await siteLibrary(scope).search(request, limits, signal, progress);
      signal.throwIfAborted();
      if (!findings.complete) this.#partly(findings);
      else if (findings.count > 0) this.#found(findings, scope);
      else await this.#nothing(query, scope, signal);
    } catch {
      if (!signal.aborted) this.#failed(query);
    }
  }

  #progress({ count, checked, candidates, complete, query }: Findings, signal: AbortSignal): void {
    if (signal.aborted || complete) return;
    this.#render('searching', query, words.atLeast(count, checked, candidates));
  }

  /** Part of the candidates is verified; the rest on a press. */
  #partly(findings: Findings): void {
    const all = create('button', { type: 'button', className: 'search-all' }, words.all);
    all.addEventListener('click', () => void this.#run(ALL));
    const { count, checked, candidates, query } = findings;
    this.#render('found', query, words.atLeast(count, checked, candidates), [all, ...resultsView(findings)]);
  }

  #found(findings: Findings, scope: Scope): void {
    const status = words.found(findings.count, findings.documents.length, words.units[scope]);
    this.#render('found', findings.query, status, resultsView(findings));
  }

  async #nothing(query: string, scope: Scope, signal: AbortSignal): Promise<void> {
    const { documents, characters } = await siteLibrary(scope).catalogue();
    signal.throwIfAborted();
    const said = words.searched(documents, words.units[scope], characters);
    const other: Scope = scope === 'docs' ? 'speeches' : 'docs';
    const elsewhere = `${site('search/')}?${new URLSearchParams(parameters({ query, scope: other }))}`;
    const ways = offers(link(elsewhere, words.elsewhere[scope]));
    this.#render('nothing', query, words.nothing(shorten(query)), [
      create('p', {}, said),
      create('p', {}, words.offers),
      ways,
    ]);
  }

  #failed(query: string): void {
    const retry = create('button', { type: 'button', className: 'search-retry' }, words.retry);
    retry.addEventListener('click', () => {
      this.focus();
      void this.#run();
    });
    this.#render('failed', query, navigator.onLine ? words.failed : words.offline, [retry]);
  }

  /** Results stay on the page until others take their place. */
  #render(phase: Phase, query: string, status: string, results?: HTMLElement[]): void {
    this.#status.textContent = status;
    if (results) this.#results.replaceChildren(...results);
    this.#results.setAttribute('aria-busy', String(phase === 'searching'));
    this.#panel.dataset.state = phase;
    this.#panel.dataset.query = query;
  }

  /** Up and down go through input, hits and buttons in the order of the page. */
  #move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || (event.target as HTMLElement).matches('input[type=radio]')) return;
    const stops = [this.#input, ...this.#results.querySelectorAll<HTMLElement>('a, button')];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

/** The state as it stands in the address; what goes without saying is left out. */
export function parameters({ query, scope }: SearchState): Record<string, string> {
  return { ...(query && { q: query.toWellFormed() }), ...(scope === 'docs' && { in: scope }) };
}

function part<T extends HTMLElement>(panel: HTMLElement, selector: string): T {
  const found = panel.querySelector<T>(selector);
  if (!found) throw new Error(`The search panel has no ${selector}`);
  return found;
}

/** Other ways to find a speech. */
function offers(...first: HTMLElement[]): HTMLElement {
  const lists = (['speeches', 'topics', 'places', 'years'] as const).map((name) =>
    link(site(`${name}/`), words.lists[name]),
  );
  return create('ul', { className: 'search-offers' }, ...first, ...lists);
}

function link(href: string, label: string): HTMLElement {
  return create('li', {}, create('a', { href }, label));
}

function shorten(query: string): string {
  const characters = Array.from(query.toWellFormed());
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}……` : characters.join('');
}
