/** The site's own pages as search records: the main content of the built HTML, split where a reader sees a new block. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { noTags, type SearchBlock, type SearchRecord } from './record.ts';

const HEADING = /^h[1-6]$/;
/** Elements that begin and end a block of their own. */
const BLOCK =
  /^(address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
/** Elements whose words are not the page's text. */
const SILENT = /^(button|form|nav|noscript|script|style|svg|template)$/;

/** @param path address below the base path, e.g. `docs/marks/` */
export function docsRecord(html: string, path: string): SearchRecord {
  const main = findMain(fromHtml(html));
  const reader = new Reader();
  if (main) reader.read(main);
  const { blocks, outline } = reader.finish();
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? path;
  return {
    id: path.split('/').filter(Boolean).join('-'),
    path,
    title,
    titleDerived: false,
    date: null,
    place: null,
    tags: noTags,
    outline,
    blocks,
  };
}

function findMain(node: Root | Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'main' ? child : findMain(child);
    if (found) return found;
  }
  return undefined;
}

/** Collects text between block boundaries, under the nearest heading that has an id. */
class Reader {
  readonly #blocks: SearchBlock[] = [];
  readonly #outline: Record<string, string> = {};
  #text = '';
  #section = '';
  #kind: SearchBlock['kind'] = 'paragraph';

  read(node: Nodes): void {
    if (node.type === 'text') this.#text += node.value;
    if (node.type !== 'element' || SILENT.test(node.tagName) || 'dataNote' in node.properties) return;
    const block = BLOCK.test(node.tagName) || node.tagName === 'br';
    if (block) this.#flush();
    if (HEADING.test(node.tagName)) this.#open(node);
    for (const child of node.children) this.read(child);
    if (block) this.#flush();
    if (HEADING.test(node.tagName)) this.#kind = 'paragraph';
  }

  finish(): { blocks: SearchBlock[]; outline: Record<string, string> } {
    this.#flush();
    return { blocks: this.#blocks, outline: this.#outline };
  }

  #open(heading: Element): void {
    this.#kind = heading.tagName === 'h1' ? 'title' : 'heading';
    this.#section = heading.tagName === 'h1' ? '' : String(heading.properties.id ?? this.#section);
  }

  #flush(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    if (text === '') return;
    if (this.#kind === 'heading' && this.#section) this.#outline[this.#section] ??= text;
    const path = this.#section ? [this.#section] : [];
    this.#blocks.push({ id: this.#section, kind: this.#kind, text, marks: [], places: [{ from: 0, path }] });
  }
}
