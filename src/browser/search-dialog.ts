/** The dialog of search, loaded when it is first opened. */
import stylesheet from '../styles/search.css?url&no-inline';
import { SearchPanel } from './search.ts';
import { loadStyles } from './styles.ts';

let panel: SearchPanel | undefined;

/** Gives the open dialog its styles and its search, once; what stands in its field by then is looked for. */
export async function prepareSearch(dialog: HTMLDialogElement): Promise<void> {
  const element = dialog.querySelector<HTMLElement>('[data-search-panel]');
  if (panel || !element) return;
  panel = new SearchPanel(element, () => {});
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // In a search field the key would empty the field first.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  await loadStyles(stylesheet);
  dialog.dataset.ready = '';
  panel.show(panel.state);
}
