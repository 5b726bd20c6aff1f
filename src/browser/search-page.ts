/** The search page: the panel and the address say the same. */
import { parameters, SearchPanel, type SearchState } from './search.ts';

/** Browsers refuse addresses that change with every key; this long after the last key is soon enough, in milliseconds. */
const SETTLED = 300;

const element = document.querySelector<HTMLElement>('[data-search-page] [data-search-panel]');
if (element) start(element);

function start(element: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const panel = new SearchPanel(element, (state, final) => {
    clearTimeout(timer);
    if (final) remember(state, 'pushState');
    else timer = setTimeout(() => remember(state, 'replaceState'), SETTLED);
  });
  const follow = () => {
    clearTimeout(timer);
    panel.show(stateOf(location.search));
  };
  addEventListener('popstate', follow);
  addEventListener('pagehide', () => {
    if (timer) remember(panel.state, 'replaceState');
  });
  follow();
  remember(panel.state, 'replaceState');
  if (panel.state.query === '') panel.focus();
}

function stateOf(search: string): SearchState {
  const asked = new URLSearchParams(search);
  return { query: asked.get('q') ?? '', scope: asked.get('in') === 'docs' ? 'docs' : 'speeches' };
}

function remember(state: SearchState, how: 'pushState' | 'replaceState'): void {
  const address = new URL(location.href);
  address.search = new URLSearchParams(parameters(state)).toString();
  if (address.href === location.href) return;
  try {
    history[how](null, '', address);
  } catch {
    // Too long or too often for this browser: the search goes on, only its address stays behind.
  }
}
