/** The bar that says whether quoted words still stand where a link says. */
import { quoteWords } from '../data/quote-words.ts';
import stylesheet from '../styles/quote.css?url&no-inline';
import type { Stretch, Verdict } from '../text/quotation/check.ts';
import { differences } from '../text/quotation/difference.ts';
import type { FoldedText } from '../text/quotation/folded.ts';
import { formatQuotation, type Quotation } from '../text/quotation/link.ts';
import { quoteStretch, wordsOf } from '../text/quotation/make.ts';
import { differenceView } from './difference-view.ts';
import type { PageText } from './page-text.ts';
import { create, site } from './search-view.ts';
import { loadStyles } from './styles.ts';

const words = quoteWords.verdict;

/** What a link holds, and what became of it on this page. */
export interface Judged {
  quotation: Quotation;
  verdict: Verdict;
  blocks: PageText[];
  text: FoldedText;
  /** Number of the block that the link names; -1 if there is none. */
  home: number;
  /** Judges anew where a link within the page leads. */
  again: () => void;
}

const { style } = document.documentElement;
/** How much of the window the bar takes at its head: what scrolls or sticks there keeps below it. */
const height = new ResizeObserver(([entry]) => {
  if (entry) style.setProperty('--over', `${(entry.target as HTMLElement).offsetHeight}px`);
});

/** At the head of the page's main part, and in sight as long as it is open. */
export async function verdictBar(judged: Judged): Promise<void> {
  const status = create('div', { role: 'status', className: 'quote-said' });
  const close = create('button', { type: 'button', className: 'quote-close', ariaLabel: words.close }, '×');
  const title = create('h2', { id: 'quote-verdict' }, words.title);
  const bar = create('section', { className: 'quote-verdict' }, title, status, close);
  bar.setAttribute('aria-labelledby', title.id);
  bar.dataset.verdict = judged.verdict.kind;
  const dismiss = () => {
    bar.remove();
    height.disconnect();
    style.removeProperty('--over');
    CSS.highlights?.delete('quotation');
  };
  close.addEventListener('click', dismiss);
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') dismiss();
  });
  await loadStyles(stylesheet);
  document.querySelector('.quote-verdict')?.remove();
  document.querySelector('main')?.prepend(bar);
  height.disconnect();
  height.observe(bar);
  // A status is spoken when its content changes while it stands on the page.
  await new Promise(requestAnimationFrame);
  status.append(...said(judged));
}

function said(judged: Judged): HTMLElement[] {
  const { verdict } = judged;
  switch (verdict.kind) {
    case 'unchanged':
      return [create('p', {}, words.unchanged)];
    case 'moved':
      return [create('p', {}, words.moved), places(judged, verdict.at)];
    case 'changed':
      return changed(judged, verdict.at);
    case 'absent':
      return [create('p', {}, words.absent, verifyLink(judged.quotation))];
  }
}

function changed(judged: Judged, at: Stretch): HTMLElement[] {
  const { quotation, blocks, text, home } = judged;
  const here = text.block[at.from] === home;
  const where = here
    ? [create('p', {}, words.changed)]
    : [create('p', {}, words.changedElsewhere), places(judged, [at])];
  if (!('words' in quotation)) return [...where, create('p', {}, words.withoutWords)];
  return [...where, differenceView(differences(quotation.words, wordsOf(blocks, text, at)))];
}

/** Links that quote the words where they stand now. */
function places({ blocks, text, again }: Judged, stretches: Stretch[]): HTMLElement {
  const links = stretches.map((stretch) => {
    const quotation = quoteStretch(blocks, text, stretch);
    const href = `${location.pathname}${formatQuotation(quotation)}`;
    const link = create('a', { href }, quoteWords.place[quotation.anchor] ?? quotation.anchor);
    // The same words in another place: the browser stays on the page.
    link.addEventListener('click', () => addEventListener('hashchange', again, { once: true }));
    return create('li', {}, link);
  });
  return create('ul', {}, ...links);
}

function verifyLink(quotation: Quotation): HTMLElement {
  const query = 'words' in quotation ? `?${new URLSearchParams({ text: quotation.words })}` : '';
  return create('a', { href: `${site('verify/')}${query}` }, words.verify);
}
