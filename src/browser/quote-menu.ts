/**
 * The small menu at selected words of a speech. Others may add forms to `quoteActions` before or after it is first shown.
 * The selection and the focus stay where they are; the menu comes next in the order of the keyboard.
 */
import { quoteWords } from '../data/quote-words.ts';
import stylesheet from '../styles/quote.css?url&no-inline';
import { copyWords } from './clipboard.ts';
import { oncePerFrame } from './frame.ts';
import { readSelection, type Selected } from './quote-selection.ts';
import { create } from './search-view.ts';
import { loadStyles } from './styles.ts';

const words = quoteWords.menu;

/** A form in which selected words are copied. */
export interface QuoteAction {
  label: string;
  /** What is said once it is copied. */
  copied: string;
  text(selected: Selected): string | Promise<string>;
}

const link: QuoteAction = { label: words.link, copied: words.copied.link, text: ({ address }) => address };

export const quoteActions: QuoteAction[] = [
  {
    label: words.quote,
    copied: words.copied.quote,
    text: ({ words: quoted, title, address }) => words.quoted(quoted, title, address),
  },
  link,
];

/** From now on the menu follows the selection, and the bar's 引用 means it where there is one. */
export function followSelection(document: Document): void {
  const menu = new QuoteMenu(document);
  const update = oncePerFrame(() => menu.update());
  document.addEventListener('selectionchange', update);
  document.addEventListener('keydown', (event) => {
    if ((event.key === 'Escape' && menu.close()) || (event.key === 'Tab' && !event.shiftKey && menu.enter()))
      event.preventDefault();
  });
  document.addEventListener('mousedown', keepSelection);
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('[data-cite]') || !menu.selected) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void menu.copy(link);
    },
    { capture: true },
  );
  void loadStyles(stylesheet).then(() => menu.update());
}

/** A press on what works on the selection must not take it away. */
function keepSelection(event: MouseEvent): void {
  if ((event.target as Element).closest('.quote-menu, [data-cite]')) event.preventDefault();
}

class QuoteMenu {
  selected: Selected | null = null;
  readonly #document: Document;
  readonly #element = create('div', { className: 'quote-menu', role: 'group', ariaLabel: words.label });

  constructor(document: Document) {
    this.#document = document;
    this.#element.dataset.note = '';
  }

  /** Stands at the end of the last block that is selected. */
  update(): void {
    // Someone is in the menu: what it is about stays as it was.
    if (this.#element.contains(this.#document.activeElement)) return;
    const selected = readSelection(this.#document);
    if (!selected) {
      this.close();
      return;
    }
    if (!this.selected) this.#say(words.ready);
    this.selected = selected;
    this.#element.replaceChildren(...quoteActions.map((action) => this.#button(action)), this.#forms());
    if (this.#element.parentElement !== selected.last) selected.last.append(this.#element);
    this.#place();
  }

  /** @returns whether it was open */
  close(): boolean {
    const open = this.selected !== null;
    if (open) this.#say('');
    this.selected = null;
    this.#element.remove();
    return open;
  }

  /** Takes the focus from the text. @returns false where it is elsewhere, or the menu is closed */
  enter(): boolean {
    const inText = this.#document.activeElement === this.#document.body;
    if (inText && this.selected) this.#element.querySelector('button')?.focus();
    return inText && this.selected !== null;
  }

  async copy({ text, copied }: QuoteAction): Promise<void> {
    if (!this.selected) return;
    this.#say((await copyWords(await text(this.selected))) ? copied : words.failed);
  }

  #button(action: QuoteAction): HTMLButtonElement {
    const button = create('button', { type: 'button' }, action.label);
    button.addEventListener('click', () => void this.copy(action));
    return button;
  }

  /** Every form of a citation of the words, in the dialog for citing. */
  #forms(): HTMLButtonElement {
    const button = create('button', { type: 'button' }, words.forms);
    button.addEventListener('click', async () => {
      if (!this.selected) return;
      const { anchor, search, words: quoted } = this.selected;
      const { openCitations } = await import('./cite-dialog.ts');
      await openCitations({ anchor, search }, quoted);
    });
    return button;
  }

  /** Below the end of the selection, where no handle or menu of a touch screen is. */
  #place(): void {
    const ends = this.#document.getSelection()?.getRangeAt(0).getClientRects();
    const end = ends?.[ends.length - 1];
    const block = this.selected?.last.getBoundingClientRect();
    if (!end || !block) return;
    const room = Math.max(0, block.width - this.#element.offsetWidth);
    this.#element.style.setProperty('--quote-x', `${Math.min(Math.max(0, end.right - block.left - 40), room)}px`);
    this.#element.style.setProperty('--quote-y', `${Math.min(end.bottom, block.bottom) - block.top}px`);
  }

  #say(said: string): void {
    const status = this.#document.querySelector('.bar-status');
    if (status) status.textContent = said;
  }
}
