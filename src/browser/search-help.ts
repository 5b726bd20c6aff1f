/** The language of queries in a few examples, each of which can be pressed. */
import { searchWords as words } from '../data/search-words.ts';
import { create } from './search-view.ts';

export function helpView(search: (query: string) => void): HTMLElement {
  const rows = words.syntax.map(({ written, meaning }) => {
    const button = create('button', { type: 'button', ariaLabel: words.example(written) }, written);
    button.addEventListener('click', () => search(written));
    return create('div', {}, create('dt', {}, button), create('dd', {}, meaning));
  });
  return create('dl', {}, ...rows);
}

/** Makes a button open and close an element. */
export function unfolds(button: HTMLButtonElement, element: HTMLElement): void {
  const show = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open));
    element.classList.toggle('open', open);
  };
  button.addEventListener('click', () => show(button.ariaExpanded !== 'true'));
  show(false);
}
