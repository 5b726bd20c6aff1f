/** The dialog of search, loaded when it is first opened. */
import stylesheet from '../styles/search.css?url&no-inline';
import { SearchPanel } from './search.ts';

let panel: SearchPanel | undefined;

/** Opens the dialog with the last query in it, ready to be written over. */
export async function openSearch(dialog: HTMLDialogElement): Promise<void> {
  const element = dialog.querySelector<HTMLElement>('[data-search-panel]');
  if (dialog.open || !element) return;
  if (!panel) {
    await loadStyles(stylesheet);
    panel = new SearchPanel(element, () => {});
    panel.show(panel.state);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    // In a search field the key would empty the field first.
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      dialog.close();
    });
  }
  dialog.showModal();
  panel.focus();
}

/** A dialog without its styles is better than none. */
function loadStyles(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}
