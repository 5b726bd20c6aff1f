/** The way from the search page to the concordance takes the query along, its filters too. */
import { readState, writeState } from '../search/concordance-state.ts';

const link = document.querySelector<HTMLAnchorElement>('[data-concordance-link]');
const field = document.querySelector<HTMLInputElement>('[data-search-page] input[name=q]');
const follow = () => {
  if (link && field) link.search = writeState({ ...readState(location.search), query: field.value });
};
// Before a press of any kind, a copy of the address included.
for (const event of ['pointerdown', 'focus']) link?.addEventListener(event, follow);
