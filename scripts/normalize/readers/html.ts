/** HTML, a whole page or a fragment → the text that a viewer shows, and what the page says about its lines. */
import type { Hint, RawDocument } from '../types.ts';
import { furnitureHints } from './html/furniture.ts';
import { layOut } from './html/layout.ts';
import { pageLines } from './html/lines.ts';
import { markupHints } from './html/markup.ts';

/** @param encoding WHATWG label of the encoding that the characters came in */
export function readHtml(html: string, encoding: string): RawDocument {
  const page = layOut(html);
  const lines = pageLines(page);
  const hints: Hint[] = [...furnitureHints(page, lines), ...markupHints(page, lines)];
  hints.sort((a, b) => a.from - b.from || b.to - a.to);
  return { format: 'html', encoding, text: page.text, hints };
}

const OPENING =
  /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const BLOCK_TAG =
  /<\/?(?:p|div|br|table|tbody|tr|td|th|h[1-6]|span|ul|ol|li|section|article|font|center|strong)(?:\s[^<>]{0,4000})?\/?>/gi;
/** Characters of text for each tag, at most, in a fragment of HTML that does not begin with one. */
const LETTERS_A_TAG = 400;

/** A text that is HTML: it says so, begins with a tag of a block, or is full of tags. */
export function isHtml(text: string): boolean {
  if (OPENING.test(text.slice(0, 4000))) return true;
  const sample = text.slice(0, 100_000);
  const tags = sample.match(BLOCK_TAG)?.length ?? 0;
  const begins = /^\s*<(?:p|div|table|section|article|h[1-6]|ul|ol|font|center|span)(?:\s[^<>]{0,4000})?>/i.test(
    sample,
  );
  return begins ? tags >= 2 : tags >= 5 && tags * LETTERS_A_TAG >= sample.length;
}
