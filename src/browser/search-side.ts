/** Order, forms and filters of a search: a column beside the results, or what a button unfolds where there is no room. */
import { searchWords as words } from '../data/search-words.ts';
import type { Facet, Findings } from '../search/findings.ts';
import type { TagName } from '../search/record.ts';
import type { TagLabels } from './search-labels.ts';
import { chosenTags, FILTERS, type SearchState, toggled } from './search-state.ts';
import { create } from './search-view.ts';

/** Takes a change of what the state is by then. */
export type Choose = (change: (now: SearchState) => Partial<SearchState>) => void;

/** So many tags of a kind are shown at first. */
const SHOWN = 8;

export class SideView {
  readonly #element: HTMLElement;
  readonly #labels: TagLabels;
  readonly #choose: Choose;
  readonly #unfolded = new Set<TagName>();

  constructor(element: HTMLElement, labels: TagLabels, choose: Choose) {
    this.#element = element;
    this.#labels = labels;
    this.#choose = choose;
  }

  /** @param findings none: no filters but those chosen */
  show(state: SearchState, findings?: Findings): void {
    this.#element.hidden = state.scope === 'docs';
    const focused = this.#element.contains(document.activeElement) ? keyOf(document.activeElement) : '';
    const facets = FILTERS.flatMap((name) => this.#facetsView(name, state, findings));
    const partly = findings && !findings.complete && facets.length > 0;
    this.#element.replaceChildren(
      this.#orderView(state),
      this.#formsView(state),
      ...facets,
      ...(partly ? [create('p', { className: 'search-note' }, words.facetsSoFar)] : []),
    );
    if (focused)
      this.#stops()
        .find((stop) => keyOf(stop) === focused)
        ?.focus();
  }

  #stops(): HTMLInputElement[] {
    return [...this.#element.querySelectorAll('input')];
  }

  #orderView({ order }: SearchState): HTMLElement {
    const choices = (['rank', 'date'] as const).map((value) => {
      const input = create('input', { type: 'radio', name: 'order', value, checked: value === order });
      input.addEventListener('change', () => this.#choose(() => ({ order: value })));
      return create('label', {}, input, words.orders[value]);
    });
    return groupView(words.order, choices);
  }

  #formsView({ exactForms }: SearchState): HTMLElement {
    const input = create('input', { type: 'checkbox', name: 'exact', value: '1', checked: exactForms });
    input.addEventListener('change', () => this.#choose(() => ({ exactForms: input.checked })));
    const note = create('small', {}, words.exactFormsNote);
    return groupView(words.forms, [create('label', {}, input, create('span', {}, words.exactForms, note))]);
  }

  #facetsView(name: TagName, state: SearchState, findings?: Findings): HTMLElement[] {
    const chosen = new Set(state.filters[name]);
    const found = sorted(name, findings?.facets[name] ?? []);
    const gone = [...chosen].filter((slug) => !found.some((facet) => facet.slug === slug));
    const all = [...gone.map((slug) => ({ slug, label: this.#labels.of(name, slug), documents: 0 })), ...found];
    if (all.length === 0) return [];
    const views = all.map((facet) => this.#facetView(name, facet, state, findings?.complete ?? true));
    const folded = this.#unfolded.has(name)
      ? []
      : views.filter((_, i) => i >= SHOWN && !chosen.has(all[i]?.slug ?? ''));
    for (const view of folded) view.hidden = true;
    return [
      groupView(words.filters[name], folded.length > 1 ? [...views, this.#moreView(name, folded)] : unhidden(views)),
    ];
  }

  #facetView(
    name: TagName,
    { slug, label, documents }: Facet,
    { filters }: SearchState,
    complete: boolean,
  ): HTMLElement {
    const checked = filters[name]?.includes(slug) ?? false;
    const input = create('input', { type: 'checkbox', name, value: slug, checked });
    input.addEventListener('change', () => this.#choose((now) => ({ filters: toggled(now.filters, name, slug) })));
    const count = create('span', { className: 'search-facet-count' }, words.facet(documents, complete));
    return create('label', {}, input, create('span', {}, label), count);
  }

  #moreView(name: TagName, folded: HTMLElement[]): HTMLElement {
    const button = create('button', { type: 'button', className: 'search-plain' }, words.moreFacets(folded.length));
    button.addEventListener('click', () => {
      this.#unfolded.add(name);
      button.remove();
      unhidden(folded)[0]?.querySelector('input')?.focus();
    });
    return button;
  }
}

/** The chosen filters, each a button that takes it back. */
export function chipsView(state: SearchState, labels: TagLabels, choose: Choose): HTMLElement[] {
  const chips = chosenTags(state.filters).map(({ name, slug }) => {
    const [kind, label] = [words.filters[name], labels.of(name, slug)];
    const button = create('button', { type: 'button', ariaLabel: words.unchoose(kind, label) }, `${kind} ${label}`);
    button.addEventListener('click', () => choose((now) => ({ filters: toggled(now.filters, name, slug) })));
    return create('li', {}, button);
  });
  if (chips.length === 0) return [];
  const clear = create('button', { type: 'button', className: 'search-plain' }, words.clear);
  clear.addEventListener('click', () => choose(() => ({ filters: {} })));
  return [create('ul', { className: 'search-chips', ariaLabel: words.chosen }, ...chips, create('li', {}, clear))];
}

/** Years from the last on; anything else by how many documents it has. */
function sorted(name: TagName, facets: readonly Facet[]): Facet[] {
  return name === 'years' ? facets.toSorted((a, b) => (a.label < b.label ? 1 : -1)) : [...facets];
}

function groupView(legend: string, children: HTMLElement[]): HTMLElement {
  return create('fieldset', {}, create('legend', {}, legend), ...children);
}

function unhidden(views: HTMLElement[]): HTMLElement[] {
  for (const view of views) view.hidden = false;
  return views;
}

function keyOf(element: Element | null): string {
  return element instanceof HTMLInputElement ? `${element.name} ${element.value}` : '';
}
