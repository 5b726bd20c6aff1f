/** Running heads and feet and page numbers: what stands at the same place of several pages. */
import type { PageLine } from './lines.ts';

/** How many lines at the top and at the bottom of a page may be furniture. */
const DEPTH = 3;
/** Points by which the places of one running line may differ. */
const TOLERANCE = 3;
/** Numbers that are recognisable as page numbers on a single page. */
const NUMBER_ALONE = /^(?:[-–—─·~]\s*\d{1,4}\s*[-–—─·~]|第\s*\d{1,4}\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?)$/u;
const BARE_NUMBER = /^\d{1,4}(?:\s*\/\s*\d{1,4})?$/;

export type Furniture = Map<PageLine, string>;

/** Lines that are furniture, each with what it is; lines are in the order of pages. */
export function findFurniture(pages: PageLine[][]): Furniture {
  const found: Furniture = new Map();
  for (const edge of ['页眉', '页脚'] as const) {
    const edges = pages.map((page) => edgeLines(page, edge));
    const repeated = new Set([...groupBy(edges.flat(), pattern).values()].flatMap(running));
    for (const line of edges.flatMap((lines) => outermost(lines, repeated))) found.set(line, kindOf(line, edge));
  }
  for (const line of pages.flat()) if (!line.level) found.set(line, '水印');
  return found;
}

/** The line without its numbers. */
function pattern(line: PageLine): string {
  return line.text.replace(/\d+/g, '#');
}

function kindOf({ text }: PageLine, edge: string): string {
  return BARE_NUMBER.test(text) || NUMBER_ALONE.test(text) ? '页码' : edge;
}

/** Furniture has no text outside of it. */
function outermost(lines: PageLine[], repeated: Set<PageLine>): PageLine[] {
  const inner = lines.findIndex((line) => !repeated.has(line) && !NUMBER_ALONE.test(line.text));
  return inner < 0 ? lines : lines.slice(0, inner);
}

function groupBy(lines: PageLine[], key: (line: PageLine) => string): Map<string, PageLine[]> {
  const groups = new Map<string, PageLine[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return groups;
}

/** From the edge inwards. */
function edgeLines(page: PageLine[], edge: '页眉' | '页脚'): PageLine[] {
  const level = page.filter((line) => line.level);
  return edge === '页眉' ? level.slice(0, DEPTH) : level.slice(-DEPTH).reverse();
}

/** How many lines before and after are compared: enough to see that a line runs, and few however long the document is. */
const NEIGHBOURS = 4;

/** Lines that stand at the place of another one, and whose numbers stay or count up with the pages. */
function running(lines: PageLine[]): PageLine[] {
  return lines.filter((line, index) =>
    lines
      .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1)
      .some((other) => other.page !== line.page && Math.abs(other.y - line.y) <= TOLERANCE && countsUp(line, other)),
  );
}

function countsUp(line: PageLine, other: PageLine): boolean {
  const ours = numbers(line.text);
  const theirs = numbers(other.text);
  const pages = other.page - line.page;
  const moved = ours.filter((number, index) => theirs[index] !== number);
  return moved.length === 0
    ? ours.length === 0 || !BARE_NUMBER.test(line.text)
    : ours.every((number, index) => [0, pages].includes((theirs[index] ?? Number.NaN) - number));
}

function numbers(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
