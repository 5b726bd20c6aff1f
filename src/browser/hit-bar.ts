/** The bar that walks through the hits in a speech: *n of m*, back, on, off. */
import { hitWords as words } from '../data/hit-words.ts';
import stylesheet from '../styles/hits.css?url&no-inline';
import type { SpeechHits } from './hits.ts';
import { create } from './search-view.ts';
import { loadStyles } from './styles.ts';

/** What takes Escape for itself as long as it is open. */
const OPEN = 'dialog[open], .quote-menu, .quote-verdict, :popover-open';

export class HitBar {
  readonly #hits: SpeechHits;
  readonly #status = create('p', { role: 'status', className: 'hit-status' });
  readonly #steps = create(
    'div',
    { className: 'hit-steps' },
    this.#button(words.previous, '↑', () => this.#hits.step(-1), 'Shift+N'),
    this.#button(words.next, '↓', () => this.#hits.step(1), 'N'),
  );
  readonly #element = create(
    'section',
    { className: 'hit-bar', ariaLabel: words.label },
    this.#status,
    this.#steps,
    this.#button(words.close, '×', () => this.#hits.close(), 'Escape'),
  );
  #styled: Promise<void> | undefined;

  constructor(hits: SpeechHits) {
    this.#hits = hits;
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Of the window's foot that it covers, in px. */
  get height(): number {
    const { top } = this.#element.getBoundingClientRect();
    return this.#element.isConnected ? Math.max(0, innerHeight - top) : 0;
  }

  /** Says where one is; without a query the bar is gone. */
  async show(): Promise<void> {
    const { query } = this.#hits.sought;
    this.#styled ??= loadStyles(stylesheet);
    if (query === '') return this.#leave();
    if (!this.#element.isConnected) {
      await this.#styled;
      document.querySelector('main')?.prepend(this.#element);
      document.documentElement.classList.add('has-hits');
      // A status is spoken when its content changes while it stands on the page.
      await new Promise(requestAnimationFrame);
    }
    const { hits, current, sought } = this.#hits;
    if (sought.query === '') return this.#leave();
    this.#steps.hidden = hits.length === 0;
    this.#status.replaceChildren(
      create('b', {}, `“${shorten(sought.query)}”`),
      create('span', {}, words.count(current + 1, hits.length)),
      create('span', { className: 'unseen' }, this.#said()),
    );
    this.#element.dataset.hit = String(current + 1);
    this.#element.dataset.hits = String(hits.length);
  }

  /** The line of the current hit, for ears. */
  #said(): string {
    const line = this.#hits.lines().findLast(({ index }) => index <= this.#hits.current)?.line;
    return line?.pieces.map(({ text, redaction }) => (redaction ? words.redaction : text)).join('') ?? '';
  }

  #leave(): void {
    const focused = this.#element.contains(document.activeElement);
    this.#element.remove();
    document.documentElement.classList.remove('has-hits');
    if (focused) document.querySelector('main')?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
    if (!this.#element.isConnected || defaultPrevented || isComposing || ctrlKey || metaKey || altKey) return;
    const typing = (event.target as Element).matches('input, textarea, select, [contenteditable]');
    if (typing || document.querySelector(OPEN)) return;
    if (key === 'n') this.#hits.step(1);
    else if (key === 'N') this.#hits.step(-1);
    else if (key === 'Escape') this.#hits.close();
    else return;
    event.preventDefault();
  }

  #button(label: string, sign: string, press: () => void, key: string): HTMLButtonElement {
    const title = `${label}（${key}）`;
    const button = create('button', { type: 'button', ariaLabel: label, title, ariaKeyShortcuts: key }, sign);
    button.addEventListener('click', press);
    return button;
  }
}

function shorten(query: string): string {
  const characters = Array.from(query.toWellFormed());
  return characters.length > 16 ? `${characters.slice(0, 16).join('')}……` : characters.join('');
}
