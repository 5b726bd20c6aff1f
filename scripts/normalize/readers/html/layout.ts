/** Tree → the text that a viewer shows, and where in it each element stands. */
import { type Attributes, blockElements, centres, isBold, isHidden, isLink, preservesSpace } from './elements.ts';
import { OrderedList } from './ordered.ts';
import { dataTables } from './tables.ts';
import { type Element, parseHtml, walk } from './tree.ts';
import { LineWriter } from './writer.ts';

/** An element that is shown, in the order of the document. Its descendants follow it, up to `end`. */
export interface Box {
  name: string;
  attributes: Attributes;
  block: boolean;
  /** Index of the element around it; -1 for the outermost. */
  parent: number;
  /** Index of the first box that is no descendant. */
  end: number;
  /** Range of the text. */
  from: number;
  to: number;
  centred: boolean;
  bold: boolean;
  /** Inside a link to another page; links within the page and to files are part of a text. */
  linked: boolean;
  /** `row` and `cell` of a table that holds data. */
  role: 'table' | 'row' | 'cell' | null;
}

/** Characters that follow each other in one element. */
export interface Run {
  from: number;
  to: number;
  /** Index of the element. */
  box: number;
}

export interface Page {
  text: string;
  boxes: Box[];
  runs: Run[];
  /** The page's `<title>`, which is not shown. */
  title: string;
}

export function layOut(html: string): Page {
  const tree = parseHtml(html);
  const drawer = new Drawer(dataTables(tree));
  walk(tree, drawer);
  return { text: drawer.writer.text, boxes: drawer.boxes, runs: drawer.runs, title: drawer.title.trim() };
}

class Drawer {
  readonly boxes: Box[] = [];
  readonly runs: Run[] = [];
  readonly writer = new LineWriter();
  title = '';
  readonly #tables: Set<Element>;
  readonly #lists = new Map<Element, OrderedList>();
  /** Indexes of the open boxes. */
  readonly #open: number[] = [];
  /** How many open elements keep their white space. */
  #preserving = 0;

  constructor(tables: Set<Element>) {
    this.#tables = tables;
  }

  enter(element: Element, attributes: Attributes): boolean {
    const name = element.tagName;
    if (name === 'title' && this.title === '') this.title = titleOf(element);
    if (name === 'br') this.writer.lineBreak();
    if (name === 'head') return true;
    if (isHidden(name, attributes)) return false;
    const around = this.boxes[this.#open.at(-1) ?? -1];
    const role = this.#roleOf(element, around);
    const block = blockElements.has(name);
    if (role === 'row') this.writer.openRow();
    else if (role === 'cell') this.#openCell();
    else if (block) this.writer.block();
    this.#open.push(this.boxes.length);
    this.boxes.push({
      name,
      attributes,
      block,
      parent: this.#open.at(-2) ?? -1,
      end: 0,
      from: this.writer.length,
      to: 0,
      centred: centres(name, attributes) ?? around?.centred ?? false,
      bold: isBold(name, attributes) || (around?.bold ?? false),
      linked: isLink(name, attributes) || (around?.linked ?? false),
      role,
    });
    if (preservesSpace(name, attributes)) this.#preserving++;
    this.#number(element, attributes);
    return true;
  }

  leave(element: Element): void {
    if (element.tagName === 'head') return;
    const box = this.boxes[this.#open.pop() as number] as Box;
    box.end = this.boxes.length;
    if (preservesSpace(box.name, box.attributes)) this.#preserving--;
    box.to = this.writer.length;
    if (box.role === 'row') this.writer.closeRow();
    else if (box.block && box.role !== 'cell') this.writer.block();
  }

  text(value: string): void {
    const from = this.writer.length;
    if (this.#preserving > 0) this.writer.preserving(value);
    else this.writer.collapsing(value);
    if (this.writer.length > from) this.runs.push({ from, to: this.writer.length, box: this.#open.at(-1) ?? 0 });
  }

  /** The number of an item in an ordered list, which a browser shows and the markup does not hold. */
  #number(element: Element, attributes: Attributes): void {
    const name = element.tagName;
    if (name === 'ol') this.#lists.set(element, new OrderedList(element, attributes));
    const list = name === 'li' ? this.#lists.get(element.parentNode as Element) : undefined;
    const label = list?.label(element, attributes) ?? '';
    if (label !== '') this.writer.label(label);
  }

  /** A row or cell belongs to the nearest table, which is open around it. */
  #roleOf(element: Element, around: Box | undefined): Box['role'] {
    const name = element.tagName;
    if (name === 'table') return this.#tables.has(element) ? 'table' : null;
    if (name === 'tr') return this.#inTable() ? 'row' : null;
    return (name === 'td' || name === 'th') && around?.role === 'row' ? 'cell' : null;
  }

  /** A row stands in a table or in a group of its rows. */
  #inTable(): boolean {
    const at = this.#open.at(-1) ?? -1;
    const box = this.boxes[at];
    return box?.role === 'table' || this.boxes[box?.parent ?? -1]?.role === 'table';
  }

  #openCell(): void {
    const row = this.#open.at(-1) ?? 0;
    if (this.boxes.length > row + 1) this.writer.nextCell();
  }
}

function titleOf(element: Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
