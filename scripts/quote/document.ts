/** All links of a document to this site, each with its verdict. */
import { type Address, type Places, readAddress } from './address.ts';
import { wordsBeside } from './beside.ts';
import { readDocxDocument } from './docx.ts';
import { readHtmlDocument } from './html.ts';
import { type Judgement, judge, type Library } from './judge.ts';
import { readMarkdownDocument } from './markdown.ts';
import type { Link, Paragraph } from './types.ts';

export interface CheckedLink extends Judgement {
  line: number;
  href: string;
  /** Words quoted beside the link, null if none. */
  words: string | null;
}

/** The format is told by content: a Word document, a web page, else Markdown, of which plain text is a kind. */
export function readDocument(bytes: Uint8Array, path: string): Paragraph[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readDocxDocument(bytes, path);
  const text = new TextDecoder('utf-8').decode(bytes);
  return isPage(text) || /\.html?$/i.test(path) ? readHtmlDocument(text) : readMarkdownDocument(text);
}

function isPage(text: string): boolean {
  return /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 2048));
}

export function checkDocument(paragraphs: readonly Paragraph[], library: Library, places: Places): CheckedLink[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.links.flatMap((link): CheckedLink[] => {
      const address = readAddress(link.href, places);
      return address ? [check(paragraphs, paragraph, link, address, library)] : [];
    }),
  );
}

function check(
  paragraphs: readonly Paragraph[],
  paragraph: Paragraph,
  link: Link,
  address: Address,
  library: Library,
): CheckedLink {
  const words = address.speech === null ? null : wordsBeside(paragraphs, paragraph, link);
  return { line: link.line, href: link.href, words, ...judge(library, address, words) };
}
