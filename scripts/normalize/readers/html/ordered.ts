/** The numbers that a browser puts before the items of an ordered list. */
import { formatNumber } from '../docx/number-formats.ts';
import { type Attributes, isLink } from './elements.ts';
import type { Element } from './tree.ts';

/** Names of formats by what `type` and `list-style-type` call them. */
const FORMATS = new Map([
  ['1', 'decimal'],
  ['decimal', 'decimal'],
  ['a', 'lowerLetter'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['lower-roman', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['upper-roman', 'upperRoman'],
  ['cjk-ideographic', 'chineseCountingThousand'],
  ['simp-chinese-informal', 'chineseCountingThousand'],
  ['trad-chinese-informal', 'chineseCountingThousand'],
]);

/** Numbers of one list, given out in order. */
export class OrderedList {
  readonly #style: string;
  readonly #step: number;
  #next: number;

  constructor(list: Element, { type, start, style, reversed }: Attributes) {
    const items = list.childNodes.filter(({ nodeName }) => nodeName === 'li').length;
    this.#style = listStyle(style) ?? type ?? '1';
    this.#step = reversed === undefined ? 1 : -1;
    this.#next = whole(start) ?? (reversed === undefined ? 1 : items);
  }

  /** What stands before the item, e.g. `1.`, `一、`; empty where a style hides it, a link begins the item or its words have a number. */
  label(item: Element, { value, style }: Attributes): string {
    const number = whole(value) ?? this.#next;
    this.#next = number + this.#step;
    const format = FORMATS.get(listStyle(style) ?? this.#style);
    const { text, linked } = opening(item);
    if (!format || number < 1 || text === '' || linked || NUMBERED.test(text)) return '';
    return formatNumber(number, format) + (format === 'chineseCountingThousand' ? '、' : '.');
  }
}

/** Words that bring a number of their own: the list was only to indent them. */
const NUMBERED =
  /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]|第[\d一二三四五六七八九十百]{1,4}[条章节，、]|[①-⑳])/u;

function listStyle(style = ''): string | undefined {
  return /(?:^|;)\s*list-style(?:-type)?\s*:[^;]*?\b(none|decimal|cjk-ideographic|(?:lower|upper)-(?:alpha|latin|roman)|(?:simp|trad)-chinese-informal)\b/i
    .exec(style)?.[1]
    ?.toLowerCase();
}

function whole(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}

/** The first words of an element, and whether they are a link to another page, as in a list of links. */
function opening(item: Element): { text: string; linked: boolean } {
  const stack: { node: Element['childNodes'][number]; linked: boolean }[] = [];
  const push = (children: Element['childNodes'], linked: boolean) => {
    for (const node of children.toReversed()) stack.push({ node, linked });
  };
  push(item.childNodes, false);
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top;
    if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '')
      return { text: node.value.trim(), linked: top.linked };
    if (!('tagName' in node)) continue;
    if (node.tagName === 'ol' || node.tagName === 'ul') break;
    const href = node.attrs.find(({ name }) => name === 'href')?.value;
    push(node.childNodes, top.linked || isLink(node.tagName, { href }));
  }
  return { text: '', linked: false };
}
