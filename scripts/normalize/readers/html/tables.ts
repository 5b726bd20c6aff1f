/** Which tables hold data; the others only lay a page out. */
import { type Attributes, blockElements, isHidden } from './elements.ts';
import { type Element, walk } from './tree.ts';

/** A cell with more text or more blocks is a column of a page. */
const LONGEST_CELL = 2000;
const MOST_BLOCKS = 15;

interface Shape {
  rows: number;
  /** Cells in the widest row, and in this one. */
  widest: number;
  cells: number;
  /** Of the cell that is being read. */
  letters: number;
  blocks: number;
  lays: boolean;
}

export function dataTables(root: Parameters<typeof walk>[0]): Set<Element> {
  const found = new Set<Element>();
  const shapes: Shape[] = [];
  walk(root, {
    enter(element, attributes) {
      if (isHidden(element.tagName, attributes)) return false;
      if (element.tagName === 'table') {
        const outer = shapes.at(-1);
        if (outer) outer.lays = true;
        shapes.push({ rows: 0, widest: 0, cells: 0, letters: 0, blocks: 0, lays: laysOut(attributes) });
      }
      const shape = shapes.at(-1);
      if (shape) count(shape, element.tagName);
      return true;
    },
    leave(element) {
      if (element.tagName !== 'table') return;
      const shape = shapes.pop();
      if (shape && !shape.lays && shape.rows >= 2 && shape.widest >= 2) found.add(element);
    },
    text(value) {
      const shape = shapes.at(-1);
      if (!shape) return;
      shape.letters += value.trim().length;
      if (shape.letters > LONGEST_CELL) shape.lays = true;
    },
  });
  return found;
}

function laysOut(attributes: Attributes): boolean {
  return attributes.role === 'presentation' || attributes.role === 'none';
}

function count(shape: Shape, name: string): void {
  if (name === 'tr') {
    shape.rows++;
    shape.cells = 0;
  } else if (name === 'td' || name === 'th') {
    shape.widest = Math.max(shape.widest, ++shape.cells);
    shape.letters = 0;
    shape.blocks = 0;
  } else if (blockElements.has(name) && ++shape.blocks > MOST_BLOCKS) {
    shape.lays = true;
  }
}
