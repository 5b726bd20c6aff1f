/** One block as Markdown. */
import type { RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Signs that some readers of Markdown take for syntax beyond the common rules: strikethrough and formulas. */
const beyond = ['~', '$'].map((character) => ({ character, inConstruct: 'phrasing' as const }));
const stringifier = unified().use(remarkStringify, { bullet: '-', rule: '-', unsafe: beyond });

/** Any block, with its line feed. */
export function written(node: RootContent): string {
  return stringifier.stringify({ type: 'root', children: [node] });
}

/** Signs that may have to be escaped wherever they stand in a line. `*` always has to be, and is no such case. */
const SIGNS = /[\p{Cc}#$&<[\\\]_`~]| $/u;

/**
 * A heading or paragraph that begins with a target and holds nothing but targets and texts without signs, as almost all are: the same
 * as `written`, at a fraction of its time. null for any other block.
 */
export function usual(node: RootContent): string | null {
  if ((node.type !== 'paragraph' && node.type !== 'heading') || node.children[0]?.type !== 'html') return null;
  let line = node.type === 'heading' ? `${'#'.repeat(node.depth)} ` : '';
  for (const child of node.children) {
    if (child.type === 'html') line += child.value;
    else if (child.type === 'text' && !SIGNS.test(child.value)) line += child.value.replaceAll('*', '\\*');
    else return null;
  }
  return `${line}\n`;
}
