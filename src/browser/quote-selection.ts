/** What is selected on a speech page, as a quotation. */
import { foldBlocks } from '../text/quotation/folded.ts';
import { formatQuotation } from '../text/quotation/link.ts';
import { quoteStretch, type Spot, stretchBetween, wordsOf } from '../text/quotation/make.ts';
import { type PageText, pageTexts } from './page-text.ts';

export interface Selected {
  /** Address that quotes the words. */
  address: string;
  /** What of the address quotes, `?quote=…`. */
  search: string;
  /** The words as published, the paragraphs apart by line ends. */
  words: string;
  /** Title of the speech. */
  title: string;
  /** Id of the first block. */
  anchor: string;
  /** The block in which the selection ends. */
  last: HTMLElement;
}

/** @returns null where none of the speech's own words is selected */
export function readSelection(document: Document): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const texts = pageTexts();
  const spots = spotsOf(texts, selection.getRangeAt(0));
  if (!spots) return null;
  const folded = foldBlocks(texts);
  const stretch = stretchBetween(folded, ...spots);
  if (!stretch) return null;
  const quotation = quoteStretch(texts, folded, stretch);
  const query = formatQuotation(quotation);
  return {
    address: `${location.origin}${location.pathname}${query}`,
    search: query.slice(0, query.lastIndexOf('#')),
    words: wordsOf(texts, folded, stretch, '\n'),
    title: document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '',
    anchor: quotation.anchor,
    last: (texts[folded.block[stretch.to - 1] as number] as PageText).element,
  };
}

/** Where the source's text begins and ends inside the range. */
function spotsOf(texts: PageText[], range: Range): [Spot, Spot] | null {
  const inside = texts.flatMap(({ pieces }, block) =>
    pieces.filter(({ node }) => range.intersectsNode(node)).map((piece) => ({ ...piece, block })),
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  const start = first.node === range.startContainer ? range.startOffset : 0;
  const end = last.node === range.endContainer ? range.endOffset : last.node.length;
  return [
    { block: first.block, offset: first.from + start },
    { block: last.block, offset: last.from + end },
  ];
}
