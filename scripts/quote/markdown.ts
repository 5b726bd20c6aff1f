/** Paragraphs and links of a Markdown document, HTML in it included. */
import { fromHtml } from 'hast-util-from-html';
import type { Definition, Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { Collector } from './collector.ts';
import { collectHtml } from './html.ts';
import type { Paragraph } from './types.ts';

const parser = unified().use(remarkParse);
/** Between the lines of front matter, which is no text. */
const FRONT = /^---\n[\s\S]*?\n---(?=\n|$)/;

export function readMarkdownDocument(markdown: string): Paragraph[] {
  const lines = markdown.replace(/\r\n?/g, '\n').replace(FRONT, (front) => front.replace(/[^\n]/g, ''));
  const root = parser.parse(lines);
  const collector = new Collector();
  new Walk(root, collector).read(root);
  collector.end();
  return collector.paragraphs;
}

class Walk {
  readonly #into: Collector;
  readonly #definitions = new Map<string, string>();

  constructor(root: Root, into: Collector) {
    this.#into = into;
    this.#define(root);
  }

  read(node: Nodes): void {
    this.#into.at(node.position?.start.line);
    const inside = () => this.#children(node);
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#into.write(node.value);
        break;
      case 'break':
        this.#into.write('\n');
        break;
      case 'link':
        this.#into.link(node.url, inside);
        break;
      case 'linkReference': {
        const url = this.#definitions.get(node.identifier);
        if (url === undefined) inside();
        else this.#into.link(url, inside);
        break;
      }
      case 'blockquote':
        this.#into.quotation(inside);
        break;
      case 'html':
        collectHtml(fromHtml(node.value, { fragment: true }), this.#into, (node.position?.start.line ?? 1) - 1);
        break;
      case 'paragraph':
      case 'heading':
        inside();
        this.#into.end();
        break;
      default:
        inside();
    }
  }

  /** HTML inside a paragraph comes in pieces, a link's beginning, words and end each their own. */
  #children(node: Nodes): void {
    const children = 'children' in node ? (node.children as Nodes[]) : [];
    for (let at = 0; at < children.length; at++) {
      const child = children[at] as Nodes;
      const href = child.type === 'html' ? openedLink(child.value) : undefined;
      const end = href === undefined ? -1 : children.findIndex((each, index) => index > at && isEnd(each));
      if (href === undefined || end < 0) {
        this.read(child);
        continue;
      }
      this.#into.at(child.position?.start.line);
      this.#into.link(href, () => {
        for (const each of children.slice(at + 1, end)) this.read(each);
      });
      at = end;
    }
  }

  #define(node: Nodes): void {
    if (node.type === 'definition') this.#definitions.set(node.identifier, (node as Definition).url);
    if ('children' in node) for (const child of node.children) this.#define(child);
  }
}

/** Address of a piece of HTML that is the beginning of a link alone. */
function openedLink(html: string): string | undefined {
  const [element, ...others] = fromHtml(html, { fragment: true }).children;
  const isLink = element?.type === 'element' && element.tagName === 'a' && element.children.length === 0;
  return isLink && others.length === 0 ? String(element.properties.href ?? '') || undefined : undefined;
}

function isEnd(node: Nodes): boolean {
  return node.type === 'html' && /^<\/a\s*>$/i.test(node.value);
}
