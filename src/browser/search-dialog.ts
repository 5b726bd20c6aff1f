/** The dialog of search, loaded when it is first opened. */
import stylesheet from '../styles/search.css?url&no-inline';
import { SearchPanel } from './search.ts';
import { loadStyles } from './styles.ts';

let panel: SearchPanel | undefined;

/** Gives the open dialog its styles and its search, once; what stands in its field by then is looked for. */
export async function prepareSearch(dialog: HTMLDialogElement): Promise<void> {
  const element = dialog.querySelector<HTMLElement>('[data-search-panel]');
  const field = dialog.querySelector<HTMLInputElement>('input[name=q]');
  if (panel || !element || !field) return;
  panel = new SearchPanel(element, () => {});
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  await loadStyles(stylesheet);
  dialog.dataset.ready = '';
  const scope = dialog.querySelector('input[value=docs]:checked') ? 'docs' : 'speeches';
  panel.show({ ...panel.state, query: field.value, scope });
}
