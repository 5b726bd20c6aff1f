/**
 * A heading or paragraph on one line without a character that Markdown would take for a sign, other than `*`: almost all are.
 * They are written and read here, the same as Markdown would, at a fraction of its time; all else is left to Markdown.
 */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';

const SIGNS = '\\p{Cc}\\\\`_[\\]<>{}&#~';
/** Markdown drops spaces at the end of a line: those at either end of a text are left to it. */
const TEXT = new RegExp(`^(?! )[^${SIGNS}]+(?<! )$`, 'u');
const VALUE = /^[^\p{Cc}"&]*$/u;
const ATTRIBUTES = '((?: [a-z]+="[^\\p{Cc}"&]*")*)';
const TOKEN = new RegExp(`<([A-Za-z]+)${ATTRIBUTES}( /)?>|</([A-Za-z]+)>|((?:[^*${SIGNS}]|\\\\\\*)+)`, 'uy');

/** The line with its line feed; null for what is not of the usual form. */
export function writeUsual(node: RootContent): string | null {
  if (node.type !== 'paragraph' && node.type !== 'heading') return null;
  // Signs that count at the beginning of a line only can not stand there.
  if (node.children[0]?.type !== 'mdxJsxTextElement') return null;
  const words = written(node.children);
  const rank = node.type === 'heading' ? `${'#'.repeat(node.depth)} ` : '';
  return words === null ? null : `${rank}${words}\n`;
}

function written(nodes: readonly PhrasingContent[]): string | null {
  let all = '';
  for (const node of nodes) {
    const one = node.type === 'text' ? textOf(node.value) : elementOf(node);
    if (one === null) return null;
    all += one;
  }
  return all;
}

function textOf(value: string): string | null {
  return TEXT.test(value) ? value.replaceAll('*', '\\*') : null;
}

function elementOf(node: PhrasingContent): string | null {
  if (node.type !== 'mdxJsxTextElement') return null;
  let tag = `<${node.name}`;
  for (const { name, value } of node.attributes as MdxJsxAttribute[]) {
    if (typeof value !== 'string' || !VALUE.test(value)) return null;
    tag += ` ${name}="${value}"`;
  }
  const words = written(node.children);
  if (words === null) return null;
  return words === '' ? `${tag} />` : `${tag}>${words}</${node.name}>`;
}

/** @param line without line feed @returns the node without its place; null for what is not of the usual form */
export function readUsual(line: string): Paragraph | Heading | null {
  const depth = /^(#{1,6}) </u.exec(line)?.[1]?.length ?? 0;
  const from = depth > 0 ? depth + 1 : 0;
  const children = line[from] === '<' ? read(line, from) : null;
  if (children === null) return null;
  return depth > 0 ? { type: 'heading', depth: depth as Heading['depth'], children } : { type: 'paragraph', children };
}

/** The line as nodes; null where it is not of the usual form, or has no text: elements alone are no paragraph. */
function read(line: string, from: number): PhrasingContent[] | null {
  const all: PhrasingContent[] = [];
  const open = [{ name: '', children: all }];
  let hasText = false;
  for (TOKEN.lastIndex = from; TOKEN.lastIndex < line.length; ) {
    const [, name, attributes = '', isEmpty, end, escaped = ''] = TOKEN.exec(line) ?? [];
    const { children } = open.at(-1) as (typeof open)[number];
    if (name) {
      const inner: PhrasingContent[] = [];
      children.push({ type: 'mdxJsxTextElement', name, attributes: attributesIn(attributes), children: inner });
      if (!isEmpty) open.push({ name, children: inner });
    } else if (end) {
      if (open.pop()?.name !== end) return null;
    } else {
      const value = escaped.replaceAll('\\*', '*');
      if (!TEXT.test(value)) return null;
      children.push({ type: 'text', value });
      hasText = true;
    }
  }
  return hasText && open.length === 1 ? all : null;
}

function attributesIn(words: string): MdxJsxAttribute[] {
  return Array.from(words.matchAll(/ ([a-z]+)="([^"]*)"/gu), ([, name = '', value]) => ({
    type: 'mdxJsxAttribute',
    name,
    value,
  }));
}
