/** Which lines of a page are its furniture: told by elements and their names, by links, and by standing outside the main text. */
import { furnitureNamed } from '../../rules/site-furniture.ts';
import type { Hint } from '../../types.ts';
import type { Page } from './layout.ts';
import { type LineRange, type PageLine, summer, wholeLines } from './lines.ts';
import { findMain, type Main } from './main.ts';

/** Furniture holds at most this share of the page's prose. */
const MOST_PROSE = 0.1;
/** Share of letters in links from which on a block is a list of links, and the fewest links of one. */
const LINK_DENSITY = 0.6;
const FEWEST_LINKS = 3;
/** Lines of links outside the main text that make a file a whole page and no fragment. */
const PAGE_LINKS = 4;

export function furnitureHints(page: Page, lines: PageLine[]): Hint[] {
  const main = findMain(page, lines);
  const marks = new Marks(lines, main);
  const links = linkCounter(page);
  for (const [index, box] of page.boxes.entries()) {
    const range = wholeLines(lines, box.from, box.to);
    if (range === null) continue;
    const listed = box.block && links(index) >= FEWEST_LINKS && marks.density(range) >= LINK_DENSITY;
    const rule = furnitureNamed(box.name, box.attributes) ?? (listed ? 'link-list' : null);
    if (rule) marks.mark(range, rule);
  }
  if (main && isWholePage(lines, main, marks)) outside(page, lines, main, marks);
  return marks.all() ? [] : marks.hints();
}

/** How many links an element holds. */
function linkCounter({ boxes }: Page): (index: number) => number {
  const sums = [0];
  for (const { name, linked } of boxes) sums.push((sums.at(-1) ?? 0) + (name === 'a' && linked ? 1 : 0));
  return (index) => (sums[boxes[index]?.end ?? 0] ?? 0) - (sums[index] ?? 0);
}

function isWholePage(lines: PageLine[], { lines: range }: Main, marks: Marks): boolean {
  const others = lines.filter((_, index) => index < range.first || index >= range.end);
  return (
    marks.any() || others.filter(({ letters, linked }) => letters > 0 && linked * 2 > letters).length >= PAGE_LINKS
  );
}

/** What stands before or behind the main text on a page, but for what belongs to it: lines right beside it in the same element. */
function outside(page: Page, lines: PageLine[], main: Main, marks: Marks): void {
  const around = page.boxes[page.boxes[main.box]?.parent ?? -1];
  const near = (around && wholeLines(lines, around.from, around.to)) ?? main.lines;
  let end = main.lines.end;
  while (end < near.end && marks.isFree(end)) end++;
  let first = main.lines.first;
  if (main.title === null) while (first > near.first && marks.isFree(first - 1)) first--;
  marks.rest({ first: 0, end: first }, 'page-header');
  marks.rest({ first: end, end: lines.length }, 'page-footer');
}

class Marks {
  readonly #lines: PageLine[];
  readonly #main: Main | null;
  readonly #rules: (string | null)[];
  readonly #prose: (range: LineRange) => number;
  readonly #letters: (range: LineRange) => number;
  readonly #linked: (range: LineRange) => number;

  constructor(lines: PageLine[], main: Main | null) {
    this.#lines = lines;
    this.#main = main;
    this.#rules = lines.map(() => null);
    this.#prose = summer(lines, 'prose');
    this.#letters = summer(lines, 'letters');
    this.#linked = summer(lines, 'linked');
  }

  density(range: LineRange): number {
    const letters = this.#letters(range);
    return letters === 0 ? 0 : this.#linked(range) / letters;
  }

  /** Nothing would be left of the page: it is a list, and that is what it is there for. */
  all(): boolean {
    return this.#lines.every(({ letters }, index) => letters === 0 || this.#rules[index] !== null);
  }

  any(): boolean {
    return this.#rules.some((rule) => rule !== null);
  }

  /** A line without a rule and without links. */
  isFree(index: number): boolean {
    return this.#rules[index] === null && (this.#lines[index]?.linked ?? 0) === 0;
  }

  /** The outermost element that is furniture names it. What holds the title, or much of the text, is none. */
  mark(range: LineRange, rule: string): void {
    if (this.#rules[range.first] !== null && this.#rules[range.end - 1] !== null) return;
    const title = this.#main?.title ?? -1;
    if (title >= range.first && title < range.end) return;
    if (this.#prose(range) > this.#prose({ first: 0, end: this.#lines.length }) * MOST_PROSE) return;
    this.rest(range, rule);
  }

  rest({ first, end }: LineRange, rule: string): void {
    for (let index = first; index < end; index++) this.#rules[index] ??= rule;
  }

  /** Neighbouring lines of one rule as one range; blank lines at its ends stay out. */
  hints(): Hint[] {
    const hints: Hint[] = [];
    let before: string | null = null;
    for (const [index, { letters, start, stop }] of this.#lines.entries()) {
      const rule = this.#rules[index] ?? null;
      const last = rule === before ? hints.at(-1) : undefined;
      if (rule !== null && letters > 0) {
        if (last) last.to = stop;
        else hints.push({ kind: 'debris', from: start, to: stop, why: rule });
      }
      if (rule === null || letters > 0) before = rule;
    }
    return hints;
  }
}
