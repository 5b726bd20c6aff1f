/** Where on a page the text stands that the page is there for, and its title. */
import { containers } from './elements.ts';
import type { Page } from './layout.ts';
import { type LineRange, type PageLine, summer, wholeLines } from './lines.ts';

export interface Main {
  /** From the title to the end of the text. */
  lines: LineRange;
  /** Index of the smallest element that holds the text without the title, and its lines. */
  box: number;
  body: LineRange;
  title: number | null;
}

/** Share of a page's prose that the main text has at least. */
const SHARE = 0.8;
/** How many lines above the text a title may stand, and how long a title is. */
const REACH = 60;
const LONGEST_TITLE = 120;

/** @returns null for a page without prose */
export function findMain(page: Page, lines: PageLine[]): Main | null {
  const prose = summer(lines, 'prose');
  const total = prose({ first: 0, end: lines.length });
  if (total === 0) return null;
  let found: { box: number; body: LineRange } | null = null;
  for (const [index, box] of page.boxes.entries()) {
    if (!box.block || !containers.has(box.name) || box.role) continue;
    const range = wholeLines(lines, box.from, box.to);
    if (range && prose(range) >= total * SHARE) found = { box: index, body: range };
  }
  if (!found) return null;
  let opening = found.body.first;
  while (lines[opening]?.prose === 0) opening++;
  const title = titleLine(page, lines, opening);
  const first = Math.min(title ?? found.body.first, found.body.first);
  return { ...found, title, lines: { first, end: found.body.end } };
}

/** The line above the first of the text (`start`) that the page's `<title>` repeats or that is marked up as a heading, the higher the better; the nearest of equals. */
function titleLine(page: Page, lines: PageLine[], start: number): number | null {
  let best: { line: number; score: number } | null = null;
  const ranks = new Map(
    page.boxes.flatMap((box): [number, number][] => {
      const rank = /^h([1-4])$/.exec(box.name)?.[1];
      return rank ? [[wholeLines(lines, box.from, box.to)?.first ?? -1, 5 - Number(rank)]] : [];
    }),
  );
  for (let index = Math.max(0, start - REACH); index < start; index++) {
    const line = lines[index] as PageLine;
    if (line.letters < 4 || line.letters > LONGEST_TITLE || line.linked * 2 > line.letters) continue;
    const score = likeness(line.text, page.title) * 10 + (ranks.get(index) ?? 0);
    if (score > 0 && score >= (best?.score ?? 0)) best = { line: index, score };
  }
  return best?.line ?? null;
}

/** Letters that a line and a part of the page's title have in common, if one holds the other; 0 for fewer than `LEAST`. */
function likeness(line: string, title: string): number {
  const LEAST = 6;
  const words = bare(line);
  if (words.length >= LEAST && bare(title).includes(words)) return words.length;
  const parts = title.split(/[-_|–—>»]+/u).map(bare);
  return Math.max(
    0,
    ...parts.filter((part) => part.length >= LEAST && words.includes(part)).map((part) => part.length),
  );
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
