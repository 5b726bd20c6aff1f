/** Differing characters, told apart by sign, by words for those who listen, and by colour last. */
import { quoteWords } from '../data/quote-words.ts';
import type { Difference } from '../text/quotation/difference.ts';
import { create } from './search-view.ts';

const words = quoteWords.difference;

export function differenceView(pieces: readonly Difference[]): HTMLElement {
  const view = create('blockquote', { className: 'difference' }, ...pieces.map(pieceView));
  view.setAttribute('aria-label', words.label);
  return view;
}

/** What is missing is struck through, what is there instead underlined. */
function pieceView({ kind, text }: Difference): Node {
  if (kind === 'same') return document.createTextNode(text);
  const said = create('span', { className: 'said-only' }, words[kind]);
  return create(kind === 'gone' ? 'del' : 'ins', {}, said, text);
}
