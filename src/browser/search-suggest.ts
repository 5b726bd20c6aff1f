/** Words to choose from below the field while letters are typed: a combobox with a list, the focus always in the field. */
import { searchWords as words } from '../data/search-words.ts';
import type { Suggestion } from '../search/suggest.ts';
import { create } from './search-view.ts';

let lists = 0;

export class SuggestionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #said: HTMLElement;
  readonly #choose: (query: string) => void;
  #queries: string[] = [];
  /** Which one is chosen by keys; -1 none. */
  #at = -1;

  /** @param said polite place for how many there are */
  constructor(input: HTMLInputElement, said: HTMLElement, choose: (query: string) => void) {
    this.#input = input;
    this.#said = said;
    this.#choose = choose;
    this.#list = create('ul', {
      id: `search-suggestions-${++lists}`,
      className: 'search-suggestions',
      role: 'listbox',
    });
    this.#list.ariaLabel = words.suggestions.pinyin;
    this.#list.hidden = true;
    input.after(this.#list);
    input.setAttribute('aria-controls', this.#list.id);
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.hide());
    // The focus stays in the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
  }

  show(suggestions: readonly Suggestion[]): void {
    if (suggestions.length === 0 || document.activeElement !== this.#input) {
      this.hide();
      return;
    }
    this.#queries = suggestions.map(({ query }) => query);
    this.#list.replaceChildren(...suggestions.map((suggestion, at) => this.#optionView(suggestion, at)));
    this.#said.textContent = words.suggested(suggestions.length);
    this.#open(true);
  }

  hide(): void {
    this.#said.textContent = '';
    this.#open(false);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.#input.ariaExpanded = String(open);
    this.#mark(-1);
  }

  #optionView({ query, documents }: Suggestion, at: number): HTMLElement {
    const option = create('li', { id: `${this.#list.id}-${at}`, role: 'option', ariaSelected: 'false' }, query);
    if (documents !== null) option.append(create('span', {}, words.holding(documents)));
    option.addEventListener('click', () => this.#take(query));
    return option;
  }

  #take(query: string): void {
    this.hide();
    this.#choose(query);
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing) return;
    const chosen = this.#queries[this.#at];
    const count = this.#queries.length;
    if (event.key === 'Escape') this.hide();
    else if (event.key === 'ArrowDown') this.#mark(this.#at + 1 < count ? this.#at + 1 : -1);
    else if (event.key === 'ArrowUp') this.#mark(this.#at < 0 ? count - 1 : this.#at - 1);
    else if (event.key === 'Enter' && chosen !== undefined) this.#take(chosen);
    else return;
    event.preventDefault();
  }

  #mark(at: number): void {
    this.#at = at;
    for (const [index, option] of [...this.#list.children].entries()) option.ariaSelected = String(index === at);
    const chosen = this.#list.children[at];
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id);
    else this.#input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  }
}
