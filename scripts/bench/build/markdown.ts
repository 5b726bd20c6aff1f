/** A speech as a page of Markdown for builders that know nothing of speeches. */
import type { Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { Block, Speech } from '../../../src/text/speech.ts';

const stringifier = unified().use(remarkStringify);

/** Title in the front matter, then headings and paragraphs; a table is a paragraph a row. */
export function plainMarkdown({ meta, blocks }: Speech): string {
  const description = [meta.delivered, meta.place].filter(Boolean).join(' ');
  // What looks like a date must stay a string.
  const front = stringify(
    { title: meta.title, description },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  );
  const tree: Root = { type: 'root', children: blocks.flatMap(nodesOf) };
  return `---\n${front}---\n\n${stringifier.stringify(tree)}`;
}

function nodesOf(block: Block): RootContent[] {
  if (block.kind === 'omission' || block.kind === 'title') return [];
  const children = [{ type: 'text' as const, value: block.text }];
  if (block.kind === 'heading')
    return [{ type: 'heading', depth: Math.min(block.level + 1, 6) as 2 | 3 | 4 | 5 | 6, children }];
  if (block.kind !== 'table') return [{ type: 'paragraph', children }];
  const rows = block.text.split('\n').filter(Boolean);
  return rows.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}
