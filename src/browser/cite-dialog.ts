/** The dialog for citing, loaded when it is first opened: every form with its text and a button that copies it. */
import { citeWords } from '../data/cite-words.ts';
import stylesheet from '../styles/cite.css?url&no-inline';
import { placeInWords } from '../text/citation/cited.ts';
import type { CitationForm } from '../text/citation/forms.ts';
import { citedPlace, citeForms, type PagePlace } from './cite-forms.ts';
import { copyWords } from './clipboard.ts';
import { loadStyles } from './styles.ts';

let ready: Promise<void> | undefined;

/**
 * Opens at once and shows itself when its styles are there; closing gives the focus back to where it was.
 * @param words left out: those of the place itself
 */
export async function openCitations(place: PagePlace, words?: string): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('[data-cite-dialog]');
  if (!dialog || dialog.open) return;
  fill(dialog, place, words);
  dialog.showModal();
  dialog.scrollTop = 0;
  dialog.querySelector<HTMLElement>('.cite-forms button')?.focus();
  ready ??= prepare(dialog);
  await ready;
  dialog.dataset.ready = '';
}

function prepare(dialog: HTMLDialogElement): Promise<void> {
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return loadStyles(stylesheet);
}

function fill(dialog: HTMLDialogElement, place: PagePlace, words?: string): void {
  const where = dialog.querySelector('.cite-place');
  const status = dialog.querySelector<HTMLElement>('.cite-status');
  if (where) where.textContent = placeInWords(citedPlace(place, words)) || citeWords.whole;
  if (status) status.textContent = '';
  const items = citeForms(place, words).map((form) =>
    formItem(form, (said) => {
      if (status) status.textContent = said;
    }),
  );
  dialog.querySelector('.cite-forms')?.replaceChildren(...items);
}

function formItem({ id, text }: CitationForm, say: (words: string) => void): HTMLElement {
  const name = citeWords.forms[id];
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: citeWords.copy });
  button.setAttribute('aria-label', `${citeWords.copy}${name}`);
  const shown = Object.assign(document.createElement('pre'), { textContent: text });
  button.addEventListener('click', async () => {
    say('');
    const copied = await copyWords(text);
    if (!copied) getSelection()?.selectAllChildren(shown);
    say(copied ? citeWords.copied(name) : citeWords.refused);
  });
  const item = document.createElement('section');
  item.dataset.form = id;
  item.append(Object.assign(document.createElement('h3'), { textContent: name }), button, shown);
  return item;
}
