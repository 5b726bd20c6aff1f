import type { OutlineEntry } from '../text/speech.ts';

export interface OutlineNode {
  entry: OutlineEntry;
  children: OutlineNode[];
}

/** The flat outline as a tree: an entry belongs to the last one before it whose level is lower. */
export function outlineTree(outline: readonly OutlineEntry[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  let path: OutlineNode[] = [];
  for (const entry of outline) {
    const node: OutlineNode = { entry, children: [] };
    path = path.filter((above) => above.entry.level < entry.level);
    (path.at(-1)?.children ?? top).push(node);
    path.push(node);
  }
  return top;
}
