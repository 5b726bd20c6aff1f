/** Paragraphs and links of a web page. */
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { Collector } from './collector.ts';
import type { Paragraph } from './types.ts';

const BLOCK =
  /^(address|article|aside|body|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const SILENT = /^(head|noscript|script|style|svg|template|title)$/;

export function readHtmlDocument(html: string): Paragraph[] {
  const collector = new Collector();
  collectHtml(fromHtml(html), collector, 0);
  collector.end();
  return collector.paragraphs;
}

/** @param above lines above the first one of the HTML */
export function collectHtml(node: Nodes, into: Collector, above: number): void {
  if (node.position) into.at(node.position.start.line + above);
  if (node.type === 'text') into.write(node.value);
  if (node.type !== 'element' && node.type !== 'root') return;
  const inside = () => {
    for (const child of node.children) collectHtml(child, into, above);
  };
  if (node.type === 'root') inside();
  else if (node.tagName === 'blockquote') into.quotation(inside);
  else if (node.tagName === 'a' && node.properties.href) into.link(String(node.properties.href), inside);
  else if (BLOCK.test(node.tagName)) {
    into.end();
    inside();
    into.end();
  } else if (!SILENT.test(node.tagName)) inside();
}
