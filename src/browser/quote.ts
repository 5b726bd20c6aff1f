/** Quotations: of what is selected, and of those who follow a link to quoted words. The code for either is fetched only then. */
import { oncePerFrame } from './frame.ts';

export function quoteWords(document: Document): void {
  if (!document.querySelector('[data-speech-text]')) return;
  if (/[?&](quote|from)=/.test(location.search)) void import('./quote-arrival.ts').then(({ arrive }) => arrive());
  const follow = oncePerFrame(() => {
    if (!isQuotable(getSelection())) return;
    // Once: the selection changes again while the code is on its way.
    document.removeEventListener('selectionchange', follow);
    import('./quote-menu.ts').then(
      ({ followSelection }) => followSelection(document),
      () => document.addEventListener('selectionchange', follow),
    );
  });
  document.addEventListener('selectionchange', follow);
}

function isQuotable(selection: Selection | null): boolean {
  if (!selection || selection.isCollapsed) return false;
  const { commonAncestorContainer: around } = selection.getRangeAt(0);
  return !!(around instanceof Element ? around : around.parentElement)?.closest('main');
}
