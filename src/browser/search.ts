/** A search panel at work: what is typed is searched, the last query wins, the keyboard moves through the hits. */
import { searchWords as words } from '../data/search-words.ts';
import { FIRST, type Findings, WHOLE } from '../search/findings.ts';
import { helpView, unfolds } from './search-help.ts';
import { TagLabels } from './search-labels.ts';
import { siteLibrary } from './search-library.ts';
import { changesView, listsView, statementView, suggestionsView } from './search-nothing.ts';
import { ProgressView } from './search-progress.ts';
import { chipsView, SideView } from './search-side.ts';
import { emptyState, inScope, parametersOf, type SearchState } from './search-state.ts';
import { statementOf } from './search-statement.ts';
import { SuggestionList } from './search-suggest.ts';
import { create, type Fetch, replaceKeepingFocus, resultsView, site } from './search-view.ts';

/** What the panel shows; `data-state` tells tests and styles. */
type Phase = 'idle' | 'searching' | 'found' | 'nothing' | 'failed';

/** How the reader came to a state: on the way, by a choice of its own, or by sending the query off with Enter. */
export type Manner = 'typing' | 'chosen' | 'sent';

export class SearchPanel {
  readonly #panel: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #chips: HTMLElement;
  readonly #results: HTMLElement;
  readonly #side: SideView;
  readonly #progress: ProgressView;
  readonly #suggestions: SuggestionList;
  readonly #labels = new TagLabels();
  /** Told of each state that the reader brings about. */
  readonly #changed: (state: SearchState, manner: Manner) => void;
  #state = emptyState;
  #running = new AbortController();
  /** The most that the present search has found so far. */
  #findings: Findings | undefined;
  /** What the status says of the results. */
  #said = '';
  /** What is looked for, as far as it changes what is found. */
  #sought = '';

  constructor(panel: HTMLElement, changed: (state: SearchState, manner: Manner) => void) {
    this.#panel = panel;
    this.#input = part(panel, 'input[name=q]');
    this.#status = part(panel, '[data-search-status]');
    this.#chips = part(panel, '[data-search-chips]');
    this.#results = part(panel, '[data-search-results]');
    this.#side = new SideView(part(panel, '[data-search-side]'), this.#labels, (change) => this.#choose(change));
    this.#progress = new ProgressView(part(panel, '[data-search-progress]'), this.#status, () => this.#stop());
    this.#suggestions = new SuggestionList(this.#input, part(panel, '[data-search-suggested]'), (query) => {
      this.#choose(() => ({ query }));
    });
    this.#changed = changed;
    this.#listen(part(panel, 'form'));
    part(panel, '[data-search-help]').append(helpView((query) => this.#choose(() => ({ query }))));
    for (const name of ['help', 'side']) {
      unfolds(part(panel, `[data-search-unfolds=${name}]`), part(panel, `[data-search-${name}]`));
    }
  }

  get state(): SearchState {
    return this.#state;
  }

  #showSide(findings?: Findings): void {
    part(this.#panel, '[data-search-unfolds=side]').hidden = this.#state.scope === 'docs';
    this.#side.show(this.#state, findings);
  }

  /** Shows a state that comes from outside, e.g. from the address. */
  show(state: SearchState): void {
    this.#state = state;
    // Writing to a field, even the same words, would break off what is being composed in it.
    if (this.#input.value !== state.query) this.#input.value = state.query;
    part<HTMLInputElement>(this.#panel, `input[name=in][value=${state.scope}]`).checked = true;
    void this.#run();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #listen(form: HTMLFormElement): void {
    const typed = () => {
      const query = this.#input.value;
      if (query === this.#state.query) return;
      this.#state = { ...this.#state, query, all: false };
      void this.#run();
      this.#changed(this.#state, 'typing');
    };
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) typed();
    });
    this.#input.addEventListener('compositionend', typed);
    part(form, '.search-scope').addEventListener('change', ({ target }) => {
      const scope = (target as HTMLInputElement).value === 'docs' ? 'docs' : 'speeches';
      this.#choose((now) => inScope(now, scope));
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (form.dataset.leaves !== undefined) return location.assign(this.#address());
      if (this.#panel.dataset.state === 'failed') void this.#run();
      this.#changed(this.#state, 'sent');
    });
    this.#panel.addEventListener('keydown', (event) => this.#move(event));
  }

  #choose(change: (now: SearchState) => Partial<SearchState>): void {
    const changes = change(this.#state);
    this.#suggestions.hide();
    const all = 'query' in changes || 'scope' in changes ? { all: false } : {};
    this.show({ ...this.#state, ...all, ...changes });
    this.#changed(this.#state, 'chosen');
  }

  /** Address of the search page in this state. */
  #address(): string {
    const parameters = String(parametersOf(this.#state));
    return new URL(`${site('search/')}${parameters && `?${parameters}`}`, location.href).href;
  }

  async #run(): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const state = this.#state;
    const sought = JSON.stringify({ ...state, all: false });
    if (sought !== this.#sought) this.#findings = undefined;
    this.#sought = sought;
    if (state.query === '') return this.#idle();
    this.#phase('searching');
    this.#say('');
    this.#progress.wait();
    try {
      const library = siteLibrary(state.scope);
      const step = (findings: Findings) => {
        if (signal.aborted) return;
        if (findings.checked >= (this.#findings?.checked ?? 0)) this.#findings = findings;
        this.#progress.show(findings, state.all);
      };
      await this.#labels.need(state.filters);
      let findings = await library.search(state, FIRST, signal, step);
      if (state.all && !findings.complete) {
        replaceKeepingFocus(this.#results, this.#resultsView(findings, state), this.#status);
        findings = await library.search(state, WHOLE, signal, step);
      }
      signal.throwIfAborted();
      if (findings.count === 0 && findings.complete) await this.#nothing(state, findings, signal);
      else this.#found(findings);
      void this.#suggest(state, findings, signal);
    } catch {
      if (!signal.aborted) this.#failed();
    }
  }

  #idle(): void {
    this.#suggestions.hide();
    this.#showSide();
    this.#end('idle', words.idle, create('p', {}, words.browse), listsView());
  }

  /** Where only part of the candidates is verified, the rest follows on a press. */
  #found(findings: Findings): void {
    this.#findings = findings;
    const { count, documents, rest, checked, candidates, complete } = findings;
    const said = complete
      ? words.found(count, documents.length + rest.length, words.units[this.#state.scope])
      : words.atLeast(count, checked, candidates);
    this.#labels.learn(findings.facets);
    this.#showSide(findings);
    this.#end('found', said, ...this.#resultsView(findings, this.#state));
    if (!complete) this.#progress.offer(() => this.#choose(() => ({ all: true })));
  }

  #resultsView(findings: Findings, state: SearchState): HTMLElement[] {
    const fetch: Fetch = async (documents) => {
      const running = this.#running;
      const say = (said: string) => running === this.#running && this.#say(said);
      try {
        const found = await siteLibrary(state.scope).found(state, documents);
        say(this.#said);
        return found;
      } catch (error) {
        say(navigator.onLine ? words.failed : words.offline);
        throw error;
      }
    };
    return resultsView(findings, state, fetch);
  }

  /** Keeps what is found by now. */
  #stop(): void {
    this.#running.abort();
    this.#state = { ...this.#state, all: false };
    this.#changed(this.#state, 'chosen');
    if (this.#findings) this.#found(this.#findings);
  }

  async #nothing(state: SearchState, findings: Findings, signal: AbortSignal): Promise<void> {
    const catalogue = await siteLibrary(state.scope).catalogue();
    signal.throwIfAborted();
    this.#showSide(findings);
    const statement = statementOf(state, findings, catalogue, this.#labels, this.#address());
    this.#end(
      'nothing',
      words.nothing(shorten(state.query)),
      create('div', { className: 'search-near' }, create('p', {}, words.looking)),
      changesView(state, (change) => this.#choose(change)),
      statementView(statement),
      create('p', {}, words.offers),
      listsView(),
    );
  }

  /** Words that letters spell below the field; where nothing is found all that may be meant. */
  async #suggest(state: SearchState, findings: Findings, signal: AbortSignal): Promise<void> {
    const suggestions = await siteLibrary(state.scope)
      .suggest(state, findings, signal)
      .catch(() => []);
    if (signal.aborted) return;
    this.#suggestions.show(suggestions.filter(({ kind }) => kind === 'pinyin'));
    const near = this.#results.querySelector('.search-near');
    near?.replaceChildren(...suggestionsView(suggestions, (query) => this.#choose(() => ({ query }))));
  }

  /** What was found before stays in sight. */
  #failed(): void {
    this.#suggestions.hide();
    const said = navigator.onLine ? words.failed : words.offline;
    const retry = create('button', { type: 'button', className: 'search-button' }, words.retry);
    retry.addEventListener('click', () => {
      this.focus();
      void this.#run();
    });
    const before = this.#findings;
    if (!before?.count) {
      this.#end('failed', said, retry);
      return;
    }
    const partly = words.atLeast(before.count, before.checked, before.candidates);
    this.#end('failed', words.broken(said, partly), retry, ...this.#resultsView(before, this.#state));
  }

  #end(phase: Phase, said: string, ...results: HTMLElement[]): void {
    this.#progress.hide();
    this.#said = said;
    this.#say(said);
    const chips = chipsView(this.#state, this.#labels, (change) => this.#choose(change));
    replaceKeepingFocus(this.#chips, chips, this.#status);
    replaceKeepingFocus(this.#results, results, this.#status);
    this.#phase(phase);
  }

  #say(words: string): void {
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  /** Results stay on the page until others take their place. */
  #phase(phase: Phase): void {
    this.#results.setAttribute('aria-busy', String(phase === 'searching'));
    this.#panel.dataset.state = phase;
    this.#panel.dataset.query = this.#state.query;
  }

  /** Up and down go through input, hits and buttons in the order of the page. */
  #move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.defaultPrevented) return;
    const stops = [this.#input, ...this.#results.querySelectorAll<HTMLElement>('a, button')];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

function part<T extends HTMLElement>(panel: HTMLElement, selector: string): T {
  const found = panel.querySelector<T>(selector);
  if (!found) throw new Error(`The search panel has no ${selector}`);
  return found;
}

function shorten(query: string): string {
  const characters = Array.from(query.toWellFormed());
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}……` : characters.join('');
}
