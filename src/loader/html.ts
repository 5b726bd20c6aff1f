/** hast as HTML, written as `hast-util-to-html` writes it: only what the site makes of a speech, and several times as fast. */
import type { ElementContent, Properties } from 'hast';

/** The only element of those without an end tag that a speech has. */
const VOID = 'wbr';

/** Names of attributes by those of their properties. */
const names = new Map([['className', 'class']]);

/** @param nodes elements and text; no scripts, styles, pictures or forms, whose rules differ */
export function html(nodes: readonly ElementContent[]): string {
  let written = '';
  for (const node of nodes) {
    if (node.type === 'text') written += textHtml(node.value);
    else if (node.type === 'element') {
      const inner = html(node.children);
      written += `<${node.tagName}${attributes(node.properties)}>`;
      if (node.tagName !== VOID) written += `${inner}</${node.tagName}>`;
    }
  }
  return written;
}

/** A text as it is written between tags. */
export function textHtml(value: string): string {
  return /[<&]/.test(value) ? value.replace(/[<&]/g, reference) : value;
}

function attributes(properties: Properties): string {
  let written = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === null || value === undefined || value === false) continue;
    written += ` ${nameOf(property)}`;
    if (value === true) continue;
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    written += `="${/[\0"&'`]/.test(text) ? text.replace(/[\0"&'`]/g, reference) : text}"`;
  }
  return written;
}

/** `dataLevel` and `ariaLabel` have a hyphen, `colSpan` has none. */
function nameOf(property: string): string {
  const known = names.get(property);
  if (known !== undefined) return known;
  const name = property.replace(/^(data|aria)(?=[A-Z])/, '$1-').toLowerCase();
  names.set(property, name);
  return name;
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
