/** A small XML tree, and the questions that readers of it ask. */
import { SaxesParser } from 'saxes';

export interface Element {
  /** `w:p`: the prefix is that of the namespace, whatever the file calls it. */
  name: string;
  /** By name as in the file, without prefix: `w:val` is `val`, `xml:space` is `space`. */
  attributes: { [name: string]: string };
  children: (Element | string)[];
}

/** Prefixes of the namespaces that matter, in their transitional and strict forms. */
const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
]);
const DEEPEST = 500;

/** @throws Error with a message for a person if the XML is not well-formed or nested too deeply */
export function parseXml(bytes: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > DEEPEST) throw new Error(`嵌套超过 ${DEEPEST} 层`);
    const element: Element = { name: (PREFIXES.get(uri) ?? '') + local, attributes: {}, children: [] };
    for (const attribute of Object.values(attributes)) element.attributes[attribute.local] = attribute.value;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('error', () => {
    throw new Error('XML 格式有误');
  });
  parser.write(decodeXml(bytes)).close();
  const document = root.children.find((child) => typeof child !== 'string');
  if (!document) throw new Error('没有内容');
  return document as Element;
}

/** UTF-8 or, with a byte order mark, UTF-16; the mark is no part of the text. */
function decodeXml(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

export function elements(parent: Element | null | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child of that name, and of that name in it, and so on. */
export function child(parent: Element | null | undefined, ...names: string[]): Element | null {
  let found = parent ?? null;
  for (const name of names) found = elements(found, name)[0] ?? null;
  return found;
}

/** The `w:val` of a property; undefined if the property is not there. */
export function value(parent: Element | null | undefined, ...names: string[]): string | undefined {
  return child(parent, ...names)?.attributes.val;
}

/** A property that is on where it stands without a value; undefined if it is not there. */
export function flag(parent: Element | null | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  return found ? !['0', 'false', 'off'].includes(found.attributes.val ?? '') : undefined;
}
