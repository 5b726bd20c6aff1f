/** What stands inline in a page, as a browser would find it: read off where the page is plain, parsed in full where it is not. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Texts are bytes, a character each (Latin-1): so is what a browser hashes, and no page has to be decoded. */
export interface Inline {
  /** Texts of `<script>` without `src` that a browser executes or acts on. */
  scripts: string[];
  /** Texts of `<style>`. */
  styles: string[];
  /** Where the first `<meta charset>` ends, in bytes; undefined where there is none. */
  charsetEnd: number | undefined;
}

/** Types of `<script>` that a browser executes or acts on; any other is data, which the policy does not concern. */
const executed = /^(|module|importmap|speculationrules|(text|application)\/javascript)$/i;

/** @param page in UTF-8 */
export function inlineOf(page: Buffer): Inline {
  return scan(page.toString('latin1')) ?? parseWhole(page);
}

/** What HTML takes for white space; `\s` is more, and takes bytes of Chinese characters for it too. */
const space = String.raw`[\t\n\f ]`;
const attribute = String.raw`${space}+[\w:.@-]+(?:=(?:"[^"]*"|'[^']*'|[^\t\n\f "'<>=\x60]+(?=[\t\n\f >])))?`;
/** Start tag, end tag, comment or doctype, each only in a form that can be read in one way. */
const token = new RegExp(
  String.raw`<(?:([a-z][\w-]*)((?:${attribute})*)${space}*(/?)>|/([a-z][\w-]*)${space}*>|!--(?!-?>)[^<>]*-->|!doctype html>)`,
  'iy',
);

/** Elements that change how what follows them is read, in ways that are not followed here. */
const unusual = new Set([
  'frameset',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'plaintext',
  'select',
  'xmp',
]);
/** Elements of drawings: any other inside of `<svg>` would end it, or hold HTML again, or a script that is read in another way. */
const drawn = new Set(['svg', 'a', 'circle', 'defs', 'g', 'line', 'path', 'polyline', 'rect', 'text', 'title', 'use']);
/** Elements that stand before anything that can move what follows to another place. */
const heading = new Set(['html', 'head', 'meta', 'title', 'link', 'script', 'style']);

/**
 * Follows the tokenizer of HTML (“Tokenization” in the HTML Standard) over what pages of ours are made of.
 * All that it looks for is ASCII.
 * @param html bytes, a character each
 * @returns null for a page with anything else
 */
export function scan(html: string): Inline | null {
  // A parser replaces or drops these.
  if (html.includes('\r') || html.includes('\0')) return null;
  const found: Inline = { scripts: [], styles: [], charsetEnd: undefined };
  let drawings = 0;
  let headed = true;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    token.lastIndex = at;
    const match = token.exec(html);
    if (!match) return null;
    at = token.lastIndex;
    const [, opened, said = '', closes, closed] = match;
    const name = (opened ?? closed)?.toLowerCase();
    if (!name) continue;
    if (unusual.has(name) || (drawings > 0 && !drawn.has(name))) return null;
    headed &&= heading.has(name);
    if (name === 'svg') drawings = Math.max(0, drawings + (closed ? -1 : closes ? 0 : 1));
    if (name === 'meta' && found.charsetEnd === undefined && attributeOf(said, 'charset') !== undefined) {
      if (!headed) return null;
      found.charsetEnd = at;
    }
    if (closed || !/^(script|style|title|textarea)$/.test(name)) continue;
    const text = closes ? null : textOf(html, at, name);
    const type = attributeOf(said, 'type') ?? '';
    if (text === null || type.includes('&')) return null;
    at += text.length;
    if (name === 'style') found.styles.push(text);
    if (name === 'script' && attributeOf(said, 'src') === undefined && executed.test(type)) found.scripts.push(text);
  }
  return found;
}

/** Text of an element in which no tags are read, which begins at `from`; null where its end is not plain. */
function textOf(html: string, from: number, name: string): string | null {
  const end = html.indexOf(`</${name}>`, from);
  if (end === -1) return null;
  const text = html.slice(from, end);
  // What looks like another end, a comment in a script, or a tag where references are decoded.
  const doubtful = name === 'script' || name === 'style' ? new RegExp(`<!--|</${name}`, 'i') : /</;
  return doubtful.test(text) ? null : text;
}

/** Value of an attribute, of the first of its name. */
function attributeOf(said: string, wanted: string): string | undefined {
  for (const [, name = '', double, single, bare] of said.matchAll(
    /[\t\n\f ]+([\w:.@-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\t\n\f ]+)))?/g,
  ))
    if (name.toLowerCase() === wanted) return double ?? single ?? bare ?? '';
  return undefined;
}

type Element = DefaultTreeAdapterTypes.Element;

/** The same by a parser, which reads whatever there is. */
export function parseWhole(page: Buffer): Inline {
  const html = page.toString();
  const found: Inline = { scripts: [], styles: [], charsetEnd: undefined };
  const read = (element: Element) => {
    const { tagName, attrs, childNodes, sourceCodeLocation } = element;
    const value = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value;
    const text = () => bytesOf(childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
    if (tagName === 'meta' && value('charset') !== undefined && sourceCodeLocation)
      found.charsetEnd ??= bytesOf(html.slice(0, sourceCodeLocation.endOffset)).length;
    if (tagName === 'style') found.styles.push(text());
    if (tagName === 'script' && value('src') === undefined && executed.test(value('type') ?? ''))
      found.scripts.push(text());
  };
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) read(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return found;
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
