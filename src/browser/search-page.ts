/** The search page: the panel and the address say the same. */
import { type Manner, SearchPanel } from './search.ts';
import { parametersOf, type SearchState, stateOf } from './search-state.ts';

/** Browsers refuse addresses that change with every key; this long after the last key is soon enough, in milliseconds. */
const SETTLED = 300;

const element = document.querySelector<HTMLElement>('[data-search-page] [data-search-panel]');
if (element) start(element);

function start(element: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** true: the entry of the history is one that is still being typed, and what follows takes its place. */
  let typing = false;
  const keep = (how: 'pushState' | 'replaceState') => {
    clearTimeout(timer);
    timer = undefined;
    remember(panel.state, how);
  };
  const step = () => keep(typing ? 'replaceState' : 'pushState');
  const panel = new SearchPanel(element, (_, manner: Manner) => {
    clearTimeout(timer);
    if (manner === 'typing') {
      timer = setTimeout(() => {
        step();
        typing = true;
      }, SETTLED);
      return;
    }
    if (manner === 'sent') step();
    else keep('pushState');
    typing = false;
  });
  addEventListener('popstate', ({ state }) => {
    clearTimeout(timer);
    timer = undefined;
    typing = false;
    panel.show(known(state));
  });
  addEventListener('pagehide', () => {
    if (timer) step();
    typing = false;
  });
  panel.show(known(history.state));
  remember(panel.state, 'replaceState');
  typing = panel.state.query === '';
  if (typing) panel.focus();
}

/** The state is kept beside the address, which has no room for very long queries. */
function known(kept: unknown): SearchState {
  const state = stateOf(location.search);
  const words = (kept as { query?: unknown } | null)?.query;
  return { ...state, query: location.search.includes('q=') || typeof words !== 'string' ? state.query : words };
}

function remember(state: SearchState, how: 'pushState' | 'replaceState'): void {
  const address = new URL(location.href);
  address.search = String(parametersOf(state));
  const kept = { query: state.query };
  if (address.href === location.href && history.state?.query === state.query) return;
  try {
    history[how](kept, '', address);
  } catch {
    // Too often for this browser: the search goes on, only its address stays behind.
  }
}
