/** Marks the words of a query in the text of a speech page, without touching the text itself. */
import { matcher } from '../search/match.ts';
import type { Mark } from '../text/speech.ts';

/** Name under which the style sheet knows the marks: `::highlight(search-hit)`. */
const HIGHLIGHT = 'search-hit';

/**
 * Marks every occurrence in the blocks of `[data-speech-text]`; notes (`[data-note]`) are no text. An empty query takes the marks away.
 * @param original the text of a node as published, as long as what the node shows
 * @returns the number of occurrences; 0 where the browser has no CSS Custom Highlight API
 */
export function highlight(query: string, original: (node: Text) => string): number {
  if (!('highlights' in CSS)) return 0;
  CSS.highlights.delete(HIGHLIGHT);
  const sought = matcher(query);
  const ranges = textBlocks().flatMap((block) => {
    const text = readText(block, original);
    return sought.find(text).map(({ from, to }) => text.range(from, to));
  });
  if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return ranges.length;
}

function textBlocks(): HTMLElement[] {
  const blocks = document.querySelectorAll<HTMLElement>(
    '[data-speech-text] :is(p, h1, h2, h3, h4, h5, h6, .table)[id]',
  );
  return [...blocks].filter((block) => !block.closest('[data-note]'));
}

/** A block as the speech has it: text, redaction marks, and the way back to the page. */
interface PageText {
  text: string;
  marks: Mark[];
  range(from: number, to: number): Range;
}

function readText(block: HTMLElement, original: (node: Text) => string): PageText {
  const pieces: { node: Text; from: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('[data-note]')) continue;
    const from = text.length;
    text += original(node);
    pieces.push({ node, from });
    if (node.parentElement?.closest('.redaction')) marks.push({ kind: 'redaction', from, to: text.length });
  }
  const place = (offset: number, edge: 'start' | 'end'): [Text, number] => {
    const piece = pieces.findLast(({ from }) => (edge === 'start' ? from <= offset : from < offset));
    return [piece?.node as Text, offset - (piece?.from ?? 0)];
  };
  return {
    text,
    marks,
    range(from, to) {
      const range = new Range();
      range.setStart(...place(from, 'start'));
      range.setEnd(...place(to, 'end'));
      return range;
    },
  };
}
