/** An HTML tree walked without recursion, so that no depth of nesting can exhaust the stack. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Attributes } from './elements.ts';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export interface Visitor {
  /** @returns false to pass over what is inside; `leave` is not called then */
  enter(element: Element, attributes: Attributes): boolean;
  leave(element: Element): void;
  text(value: string, parent: Element | null): void;
}

/** Scripts are off, so that the contents of `noscript` are elements and no text. */
export function parseHtml(html: string): Node {
  return parse(html, { scriptingEnabled: false });
}

/** Visits elements and characters in the order of the document; comments and declarations are passed over. */
export function walk(root: Node, visitor: Visitor): void {
  const stack: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = childrenOf(top.node)[top.next++];
    if (child === undefined) {
      stack.pop();
      if (isElement(top.node)) visitor.leave(top.node);
    } else if (child.nodeName === '#text') {
      visitor.text((child as DefaultTreeAdapterTypes.TextNode).value, isElement(top.node) ? top.node : null);
    } else if (isElement(child) && visitor.enter(child, attributesOf(child))) {
      stack.push({ node: child, next: 0 });
    }
  }
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function attributesOf(element: Element): Attributes {
  const attributes: Attributes = Object.create(null);
  for (const { name, value } of element.attrs) attributes[name] = value;
  return attributes;
}
