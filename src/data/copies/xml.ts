/** XML written by hand: small, and always escaped. */

/** Characters that no XML 1.0 document may hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replaceAll(FORBIDDEN, '\u{FFFD}').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

type Attributes = Record<string, string>;

/** An element; a string is its text, a list its children. */
export function xml(name: string, attributes: Attributes, content: string | string[] = []): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = typeof content === 'string' ? escapeXml(content) : content.map((child) => `\n${child}`).join('');
  if (inner === '') return `<${name}${said.join('')}/>`;
  return `<${name}${said.join('')}>${inner}${typeof content === 'string' ? '' : '\n'}</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
