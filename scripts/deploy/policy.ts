/** The content security policy: nothing from elsewhere, and inline only what the build itself has written, by its hash. */
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Sources such as `'sha256-…'`, sorted, each once. */
export interface Hashes {
  scripts: string[];
  styles: string[];
}

type Element = DefaultTreeAdapterTypes.Element;

/** Types of `<script>` that a browser executes or acts on; any other is data, which the policy does not concern. */
const executed = /^(|module|importmap|speculationrules|(text|application)\/javascript)$/i;

/** Hashes of what stands inline in a page. */
export function inlineHashes(html: string): Hashes {
  const inline = elements(html).filter((element) => attribute(element, 'src') === undefined);
  const scripts = inline.filter(
    (element) => element.tagName === 'script' && executed.test(attribute(element, 'type') ?? ''),
  );
  const styles = inline.filter(({ tagName }) => tagName === 'style');
  return { scripts: hashesOf(scripts), styles: hashesOf(styles) };
}

/** What several pages need together. */
export function unite(all: Hashes[]): Hashes {
  const once = (lists: string[][]) => [...new Set(lists.flat())].sort();
  return { scripts: once(all.map(({ scripts }) => scripts)), styles: once(all.map(({ styles }) => styles)) };
}

/**
 * The policy as one line.
 * @param where browsers heed `frame-ancestors` in a header alone, and complain of it in a `<meta>`
 */
export function policy({ scripts, styles }: Hashes, where: 'header' | 'meta'): string {
  return [
    `default-src 'none'`,
    // Pagefind's search runs as WebAssembly.
    [`script-src 'self' 'wasm-unsafe-eval'`, ...scripts].join(' '),
    [`style-src 'self'`, ...styles].join(' '),
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `require-trusted-types-for 'script'`,
    // The one of `src/browser/trusted.ts`.
    `trusted-types wenku`,
    ...(where === 'header' ? [`frame-ancestors 'none'`] : []),
  ].join('; ');
}

const marker = '<meta http-equiv="Content-Security-Policy"';

/** The page with its own policy right after its charset; a page that has one is given back as it is. */
export function withPolicy(html: string): string {
  if (html.includes(marker)) return html;
  const charset = elements(html).find(
    (element) => element.tagName === 'meta' && attribute(element, 'charset') !== undefined,
  );
  const at = charset?.sourceCodeLocation?.endOffset;
  if (at === undefined) throw new Error('页面没有 <meta charset>，内容安全策略无处可放。');
  return `${html.slice(0, at)}${marker} content="${policy(inlineHashes(html), 'meta')}">${html.slice(at)}`;
}

function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function hashesOf(inline: Element[]): string[] {
  const texts = inline.map(({ childNodes }) => childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
  const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...new Set(hashes)].sort();
}
