/** What happens to a text on its way through sites, copies and programs. Each breakage by itself; a text suffers several. */
import { debrisRules } from '../../normalize/rules/debris.ts';
import { siteLines } from '../../normalize/rules/site-lines.ts';
import type { Random } from '../random.ts';
import { flattened, wrapped } from '../synthetic.ts';

export interface Breakage {
  id: string;
  /** Share of texts that suffer it. */
  share: number;
  /** Lines before → lines after. */
  harm: (lines: string[], random: Random) => string[];
}

/** Furniture that may stand above or below any text. Rules of one line of their own, by their own examples. */
const FURNITURE = [...debrisRules, ...siteLines]
  .filter(({ id, scope }) => scope === 'line' && !['ellipsis-line', 'file-name', 'page-code'].includes(id))
  .map(({ example }) => example);

/** In the order in which they happen: to the words, to the lines, to the page. */
export const breakages: Breakage[] = [
  { id: 'half-width', share: 0.35, harm: (lines) => lines.map(flattened) },
  {
    id: 'mixed-width',
    share: 0.15,
    harm: (lines, random) => lines.map((line) => (random.chance(0.5) ? flattened(line) : line)),
  },
  { id: 'redactions', share: 0.25, harm: redacted },
  { id: 'entities', share: 0.05, harm: (lines) => lines.map((line) => `&nbsp;&nbsp;${line}`) },
  { id: 'indents', share: 0.3, harm: (lines) => lines.map((line) => `　　${line}`) },
  { id: 'blank-lines', share: 0.25, harm: (lines) => lines.flatMap((line) => [line, '']) },
  { id: 'hard-wrap', share: 0.15, harm: (lines) => lines.flatMap(wrapped) },
  { id: 'page-numbers', share: 0.08, harm: numberedPages },
  { id: 'chunks', share: 0.06, harm: chunked },
  { id: 'top-furniture', share: 0.45, harm: (lines, random) => [...some(random, 3), ...lines] },
  { id: 'bottom-furniture', share: 0.45, harm: (lines, random) => [...lines, ...some(random, 4)] },
];

/** Harms that need the lines as their author left them. */
const ALONE = new Set(['chunks', 'hard-wrap', 'entities']);

/** The lines after all that befell them, and the ids of what did. */
export function messOf(lines: string[], random: Random): { lines: string[]; mess: string[] } {
  const suffered = breakages.filter(({ share }) => random.chance(share));
  const alone = suffered.find(({ id }) => ALONE.has(id));
  const chosen = suffered.filter(
    (each) => each === alone || (!ALONE.has(each.id) && !(alone && /^(?:indents|blank)/.test(each.id))),
  );
  return {
    lines: chosen.reduce((text, { harm }) => harm(text, random), lines),
    mess: chosen.map(({ id }) => id),
  };
}

function some(random: Random, most: number): string[] {
  return Array.from({ length: random.between(1, most) }, () => random.pick(FURNITURE));
}

/** A number every forty lines, be it in mid sentence. */
function numberedPages(lines: string[]): string[] {
  return lines.flatMap((line, index) => (index % 40 === 39 ? [line, `— ${(index + 1) / 40} —`] : [line]));
}

/** Names of places in the text; what the title says is left, as it is on most sites. */
function redacted(lines: string[], random: Random): string[] {
  const hide = (name: string) => (random.chance(0.5) ? '**' : name);
  return lines.map((line) => (line.length > 60 ? line.replace(/全市|我市|金华市/gu, hide) : line));
}

/** Numbered pieces of some hundred characters each, cut wherever they end, as a site that shows files does; a heading keeps a stop. */
function chunked(lines: string[], random: Random): string[] {
  const head = lines.findIndex((line) => line.endsWith('：'));
  // Where nothing tells the title from the text, nobody could say what it was.
  if (head < 0) return lines;
  const text = lines.map((line, index) => (index <= head || /[。：]$/u.test(line) ? line : `${line}。`)).join('');
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + random.between(300, 500);
    pieces.push(`${pieces.length + 1}、${text.slice(at, end)}`);
    at = end;
  }
  return pieces;
}
