/** How far a search has come: seen at each step, and not read aloud; what is said at its end stands in the status. */
import { searchWords as words } from '../data/search-words.ts';
import type { Findings } from '../search/findings.ts';
import { create, replaceKeepingFocus } from './search-view.ts';

export class ProgressView {
  readonly #element: HTMLElement;
  readonly #status: HTMLElement;
  readonly #said = create('span', {});
  readonly #bar = create('progress', { ariaLabel: words.progress });
  readonly #stop = create('button', { type: 'button', className: 'search-button' }, words.stop);

  /**
   * @param status takes the focus when a button that held it is gone
   * @param stop what the button beside the bar does
   */
  constructor(element: HTMLElement, status: HTMLElement, stop: () => void) {
    this.#element = element;
    this.#status = status;
    this.#stop.addEventListener('click', stop);
  }

  /** Nothing is known yet. */
  wait(): void {
    this.#said.textContent = words.searching;
    this.#put(this.#said);
  }

  /** @param all whether it takes long enough for a bar and for a way to stop it */
  show({ count, checked, candidates }: Findings, all: boolean): void {
    this.#said.textContent = words.checking(count, checked, candidates);
    this.#bar.max = Math.max(1, candidates);
    this.#bar.value = checked;
    if (all && !this.#bar.isConnected) this.#put(this.#said, this.#bar, this.#stop);
  }

  /** The search has stopped before its end. */
  offer(all: () => void): void {
    const button = create('button', { type: 'button', className: 'search-button' }, words.all);
    button.addEventListener('click', all);
    this.#put(button);
  }

  hide(): void {
    this.#put();
  }

  #put(...children: HTMLElement[]): void {
    replaceKeepingFocus(this.#element, children, this.#status);
  }
}
