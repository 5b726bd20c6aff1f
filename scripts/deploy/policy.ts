/** The content security policy: nothing from elsewhere, and inline only what the build itself has written, by its hash. */
import { hash } from 'node:crypto';
import { type Inline, inlineOf } from './inline.ts';

/** Sources such as `'sha256-…'`, sorted, each once. */
export interface Hashes {
  scripts: string[];
  styles: string[];
}

/** Hashes of what stands inline in a page. */
export function inlineHashes(page: Buffer): Hashes {
  return hashesOf(inlineOf(page));
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

const marker = '<meta http-equiv="Content-Security-Policy" content="';

/** A page with its own policy right after its charset, and what it needs; a page that has one stays as it is. */
export function finishPage(page: Buffer): { page: Buffer; hashes: Hashes } {
  const inline = inlineOf(page);
  const hashes = hashesOf(inline);
  if (page.includes(marker)) return { page, hashes };
  const at = inline.charsetEnd;
  if (at === undefined) throw new Error('页面没有 <meta charset>，内容安全策略无处可放。');
  const own = Buffer.from(`${marker}${policy(hashes, 'meta')}">`);
  return { page: Buffer.concat([page.subarray(0, at), own, page.subarray(at)]), hashes };
}

/**
 * What the policy in a finished page allows inline.
 * @throws where the page has none
 */
export function declaredHashes(page: Buffer): Hashes {
  const from = page.indexOf(marker) + marker.length;
  if (from < marker.length) throw new Error('页面没有内容安全策略。');
  const directives = page.toString('latin1', from, page.indexOf('"', from)).split('; ');
  const of = (name: string) => directives.find((each) => each.startsWith(`${name} `))?.split(' ') ?? [];
  const hashes = (name: string) => of(name).filter((source) => source.startsWith(`'sha256-`));
  return { scripts: hashes('script-src'), styles: hashes('style-src') };
}

function hashesOf({ scripts, styles }: Inline): Hashes {
  const source = (text: string) => `'sha256-${hash('sha256', Buffer.from(text, 'latin1'), 'base64')}'`;
  const each = (texts: string[]) => [...new Set(texts.map(source))].sort();
  return { scripts: each(scripts), styles: each(styles) };
}
