import { expect, it } from 'vitest';
import { type OutlineNode, outlineTree } from '../../../src/data/outline-tree.ts';
import type { OutlineEntry } from '../../../src/text/speech.ts';

function entry(id: string, level: number): OutlineEntry {
  return { id, level, marker: '', heading: id, kind: 'heading', present: true };
}

function shape(nodes: OutlineNode[]): unknown {
  return nodes.map(({ entry: { id }, children }) => (children.length ? [id, shape(children)] : id));
}

it('hangs every entry under the last one above it, over skipped levels too', () => {
  const outline = [
    entry('s1', 1),
    entry('s1-1', 2),
    entry('s1-1-1', 3),
    entry('s1-2', 2),
    entry('s2', 1),
    entry('x1', 3),
  ];
  expect(shape(outlineTree(outline))).toEqual([
    ['s1', [['s1-1', ['s1-1-1']], 's1-2']],
    ['s2', ['x1']],
  ]);
});
