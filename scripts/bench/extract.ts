/** The scorer's own reading of a document, apart from the readers that it judges: Han characters only, crude on purpose. */

import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const HAN = /\p{Script=Han}/gu;

/** Han characters of a file in order; null where the format can't be read crudely. */
export function hanOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('PK') || head.startsWith('%PDF')) return null;
  const text = decode(bytes);
  return han(/^\s*<(?:!doctype|html|head|body|div|p|table)/i.test(text) ? strip(text) : text);
}

export function han(text: string): string {
  return (text.match(HAN) ?? []).join('');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return commonest(['gb18030', 'big5'].map((encoding) => new TextDecoder(encoding).decode(bytes)));
  }
}

/** The reading that has most of the characters that every Chinese text has. */
function commonest(readings: string[]): string {
  const common = (text: string) =>
    (text.match(/[的是不在有人我他大中上和以到要就出可也会會们們这這个個为為国國时時来來]/gu) ?? []).length;
  return readings.reduce((best, each) => (common(each) > common(best) ? each : best));
}

/** Elements that a page does not show. */
const UNSEEN = new Set(['script', 'style', 'head', 'noscript', 'template', 'object', 'iframe', 'datalist']);

/** Text of a page in document order, hidden elements left out. */
function strip(html: string): string {
  const out: string[] = [];
  const stack: Nodes[] = [unified().use(rehypeParse).parse(html)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') out.push(node.value);
    else if ('children' in node && !(node.type === 'element' && isHidden(node)))
      stack.push(...node.children.toReversed());
  }
  return out.join('');
}

function isHidden({ tagName, properties }: Element): boolean {
  return (
    UNSEEN.has(tagName) || properties.hidden !== undefined || /display:\s*none/i.test(String(properties.style ?? ''))
  );
}
