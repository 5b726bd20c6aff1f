/** `/concordance/`: the address, the form and the lines say the same; the last query wins. */
import { concordanceWords as words } from '../data/concordance-words.ts';
import { formatArrival } from '../search/arrival.ts';
import { type ConcordanceDocument, Gathered, type Line } from '../search/concordance.ts';
import { neighbours, sortLines, type Tally, tally } from '../search/concordance-order.ts';
import { type ConcordanceState, readState, writeState } from '../search/concordance-state.ts';
import { offerExport } from './concordance-export.ts';
import { LineList } from './concordance-list.ts';
import { type Bar, barsView, groupsView, headView, lineHref, lineView } from './concordance-view.ts';
import { siteLibrary } from './search-library.ts';
import { create, site } from './search-view.ts';

/** While texts come in, what is shown is made anew at most so often, in ms, and takes at most this share of the time. */
const PAUSE = 300;
const SHARE = 0.1;

type Phase = 'idle' | 'reading' | 'found' | 'nothing' | 'stopped' | 'failed';

class ConcordancePage {
  readonly #page: HTMLElement;
  readonly #list: LineList<Line>;
  #state = readState(location.search);
  #gathered = new Gathered();
  #shown: Line[] = [];
  #running = new AbortController();
  /** Before this time nothing is shown anew. */
  #rest = 0;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#list = new LineList(this.#part('[data-grid]'), headView(), (line) =>
      lineView(line, this.#documentOf(line), lineHref(line, this.#documentOf(line), this.#state)),
    );
    this.#listen();
    this.#follow();
  }

  #listen(): void {
    const ask = this.#part<HTMLFormElement>('[data-ask]');
    const query = this.#part<HTMLInputElement>('input[name=q]');
    const exact = this.#part<HTMLInputElement>('input[name=exact]');
    const asked = () => this.#ask({ query: query.value, exactForms: exact.checked, only: null });
    ask.addEventListener('submit', (event) => {
      event.preventDefault();
      asked();
    });
    exact.addEventListener('change', asked);
    this.#part('[data-tools]').addEventListener('change', () => this.#arrange());
    this.#part('[data-grouping]').addEventListener('change', () => this.#arrange());
    this.#part('[data-stop]').addEventListener('click', () => this.#stop());
    offerExport(this.#page, () => ({
      state: this.#state,
      lines: this.#shown,
      documents: this.#gathered.documents,
      count: this.#gathered.count,
    }));
    addEventListener('popstate', () => this.#follow());
  }

  /** Shows what the address says. */
  #follow(): void {
    const before = this.#state;
    this.#state = readState(location.search);
    const { query, exactForms, order, side, length } = this.#state;
    const field = this.#part<HTMLInputElement>('input[name=q]');
    if (field.value !== query) field.value = query;
    this.#part<HTMLInputElement>('input[name=exact]').checked = exactForms;
    for (const [name, value] of Object.entries({ sort: order, by: side, n: length }))
      this.#part<HTMLInputElement>(`input[name=${name}][value="${value}"]`).checked = true;
    if (this.#page.dataset.query !== undefined && sameQuestion(before, this.#state)) this.#show(false);
    else void this.#run();
  }

  #ask(change: Partial<ConcordanceState>): void {
    this.#state = { ...this.#state, ...change };
    remember(this.#state, 'pushState');
    void this.#run();
  }

  /** Another order or other groups of the same lines. */
  #arrange(): void {
    const chosen = (name: string) => this.#part<HTMLInputElement>(`input[name=${name}]:checked`).value;
    const [side, length] = [chosen('by') as ConcordanceState['side'], Number(chosen('n'))];
    const regrouped = side !== this.#state.side || length !== this.#state.length;
    const order = chosen('sort') as ConcordanceState['order'];
    this.#state = { ...this.#state, order, side, length, ...(regrouped && { only: null }) };
    remember(this.#state, 'replaceState');
    this.#show(false);
  }

  #choose(only: string | null): void {
    this.#state = { ...this.#state, only };
    remember(this.#state, 'pushState');
    this.#show(false);
    this.#part('[data-groups]').querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  async #run(): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const { query, exactForms, filters } = this.#state;
    this.#gathered = new Gathered();
    this.#rest = 0;
    if (query === '') return this.#say('idle', words.idle);
    this.#say('reading', words.looking);
    try {
      const library = siteLibrary('speeches');
      await library.concordance({ query, exactForms, filters, order: 'date' }, signal, (part) => {
        this.#gathered.add(part);
        this.#progress();
      });
      signal.throwIfAborted();
      if (this.#gathered.count > 0) this.#finish();
      else await this.#nothing(signal);
    } catch {
      if (!signal.aborted) this.#failed();
    }
  }

  #progress(): void {
    const { count, checked, candidates } = this.#gathered;
    if (performance.now() < this.#rest) return;
    const begun = performance.now();
    this.#say('reading', words.reading(count, checked, candidates));
    const bar = this.#part('progress') as HTMLProgressElement;
    bar.max = candidates;
    bar.value = checked;
    this.#show(true);
    this.#rest = performance.now() + Math.max(PAUSE, (performance.now() - begun) / SHARE);
  }

  #finish(): void {
    const { count, documents, lines } = this.#gathered;
    const kept = lines.length < count ? words.kept(lines.length) : '';
    this.#say('found', words.found(count, documents.length) + kept);
    this.#show(true);
  }

  #stop(): void {
    this.#running.abort();
    const { count, checked, candidates } = this.#gathered;
    this.#say('stopped', words.stopped(count, checked, candidates), this.#again(words.resume));
    this.#show(true);
  }

  async #nothing(signal: AbortSignal): Promise<void> {
    const { documents, characters, version } = await siteLibrary('speeches').catalogue();
    signal.throwIfAborted();
    const { query, exactForms } = this.#state;
    const search = formatArrival({ query, exactForms, hit: null });
    const other = create('a', { href: `${site('search/')}${search}` }, words.toSearch);
    const said = create('p', {}, words.searched(documents, characters, version));
    this.#say('nothing', words.nothing(shorten(this.#state.query)), said, create('p', {}, other));
  }

  #failed(): void {
    this.#gathered = new Gathered();
    this.#say('failed', navigator.onLine ? words.failed : words.offline, this.#again(words.retry));
  }

  #again(label: string): HTMLElement {
    const button = create('button', { type: 'button', className: 'search-retry' }, label);
    button.addEventListener('click', () => {
      this.#part<HTMLInputElement>('input[name=q]').focus();
      void this.#run();
    });
    return button;
  }

  /** The lines in their order and group, the groups and the counts. */
  #show(stay: boolean): void {
    const { order, side, length, only } = this.#state;
    const { lines, documents } = this.#gathered;
    const group = (line: Line) => neighbours(line, side, length);
    const chosen = only === null ? lines : lines.filter((line) => group(line) === only);
    this.#shown = sortLines(chosen, documents, order);
    this.#list.show(this.#shown, stay);
    this.#part('[data-shown]').textContent = only === null ? '' : words.shown(chosen.length);
    const chips = groupsView(tally(lines, group), this.#state, lines.length, (key) => this.#choose(key));
    this.#part('[data-groups]').replaceChildren(...chips);
    this.#part('[data-charts]').replaceChildren(...this.#charts(tally(chosen, ({ document }) => document)));
  }

  #charts(counts: Tally<number>[]): HTMLElement[] {
    const speeches = counts.map(({ key, count }): Bar => {
      const { title, path } = this.#gathered.documents[key] as ConcordanceDocument;
      const { query, exactForms } = this.#state;
      return { name: title, href: `${site(path)}${formatArrival({ query, exactForms, hit: 1 })}`, count };
    });
    return [barsView(words.byYear, this.#years(counts)), barsView(words.bySpeech, speeches)];
  }

  /** The latest year first; what is not known at the end. */
  #years(counts: Tally<number>[]): Bar[] {
    const years = new Map<string, Bar>();
    for (const { key, count } of counts) {
      const { slug, label } = this.#gathered.documents[key]?.year ?? { slug: '', label: words.noYear };
      const filters = { ...this.#state.filters, ...(slug && { years: [slug] }) };
      const href = `?${writeState({ ...this.#state, filters, only: null })}`;
      years.set(slug, { name: label, href, count: count + (years.get(slug)?.count ?? 0) });
    }
    const known = (slug: string) => (/^\d/.test(slug) ? slug : '');
    return [...years].sort(([a], [b]) => (known(a) < known(b) ? 1 : -1)).map(([, bar]) => bar);
  }

  #say(phase: Phase, status: string, ...views: HTMLElement[]): void {
    this.#page.dataset.state = phase;
    this.#page.dataset.query = this.#state.query;
    this.#part('[data-status]').textContent = status;
    this.#part('[data-progress]').hidden = phase !== 'reading';
    this.#part('[data-said]').replaceChildren(...this.#filtered(), ...views);
    this.#part('[data-work]').hidden = this.#gathered.count === 0;
  }

  /** What the lines are limited to by the address, and the way out of it. */
  #filtered(): HTMLElement[] {
    const asked = Object.values(this.#state.filters).flat();
    if (asked.length === 0) return [];
    const { filters } = this.#gathered;
    const href = `?${writeState({ ...this.#state, filters: {}, only: null })}`;
    const label = words.filtered(filters.length > 0 ? filters : asked);
    return [create('p', { className: 'kwic-filters' }, label, create('a', { href }, words.unfilter))];
  }

  #documentOf(line: Line): ConcordanceDocument {
    return this.#gathered.documents[line.document] as ConcordanceDocument;
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.#page.querySelector(selector) as T;
  }
}

/** Whether both ask for the same lines. */
function sameQuestion(a: ConcordanceState, b: ConcordanceState): boolean {
  const question = ({ query, exactForms, filters }: ConcordanceState) => JSON.stringify([query, exactForms, filters]);
  return question(a) === question(b);
}

function remember(state: ConcordanceState, how: 'pushState' | 'replaceState'): void {
  const address = new URL(location.href);
  address.search = writeState(state);
  if (address.href === location.href) return;
  try {
    history[how](null, '', address);
  } catch {
    // Too long or too often for this browser: only the address stays behind.
  }
}

function shorten(query: string): string {
  const characters = Array.from(query.toWellFormed());
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}……` : characters.join('');
}

const page = document.querySelector<HTMLElement>('[data-concordance]');
if (page) new ConcordancePage(page);
