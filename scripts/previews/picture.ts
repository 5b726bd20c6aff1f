/** The picture of a card: where each character stands. Everything is drawn from outlines, so that no machine's fonts have a say in it. */
import { letter, seal, wordmark } from '../../src/data/wordmark.ts';
import type { Card } from './card.ts';
import type { Glyph, Glyphs, Weight } from './font.ts';
import { balance, place } from './lines.ts';

export const size = { width: 1200, height: 630 };

/** The light colours of `src/styles/tokens.css`. */
export const colours = {
  paper: '#f7f5f0',
  raised: '#fdfcf9',
  ink: '#1f1c18',
  soft: '#4f4a43',
  rule: '#8c8478',
  seal: '#a3261b',
  onSeal: '#fdf8f3',
};

const left = 72;
const measure = 860;
/** Sizes of the title from the largest, and how many lines each may take. */
const titleSizes = [
  { em: 72, lines: 2 },
  { em: 60, lines: 3 },
  { em: 50, lines: 4 },
];

/** The two bars of a turned type (〓) for a character that the font lacks, never an empty box. */
export const turned: Glyph = { outline: [...bar(460), ...bar(0)], advance: 1000 };

function bar(bottom: number): Glyph['outline'] {
  const corners = [80, bottom, 920, bottom, 920, bottom + 220, 80, bottom + 220];
  return [0, 2, 4, 6].map((at) => ({ command: at === 0 ? 'moveTo' : 'lineTo', args: corners.slice(at, at + 2) }));
}

/** A line of text as it is set. */
export interface Line {
  text: string;
  /** Where it begins, and its baseline, in whole pixels. */
  x: number;
  y: number;
  /** Pixels. */
  em: number;
  weight: Weight;
  ink: 'ink' | 'soft' | 'seal';
}

export interface Picture {
  lines: Line[];
  /** Around the first words of the state, in pixels. */
  box: { x: number; y: number; width: number; height: number } | null;
}

/** Lines of a title at the largest size at which all of it fits; at the least size the rest is cut with …… */
export function titleLines(title: string, glyphs: Glyphs): { em: number; lines: string[] } {
  for (const { em, lines } of titleSizes) {
    const broken = balance(title, (measure / em) * 1000, glyphs);
    if (broken.length <= lines) return { em, lines: broken };
  }
  const { em, lines } = titleSizes.at(-1) as (typeof titleSizes)[0];
  const kept = balance(title, (measure / em) * 1000, glyphs).slice(0, lines);
  const last = [...(kept[lines - 1] ?? '')].slice(0, -2).join('');
  return { em, lines: [...kept.slice(0, -1), `${last}……`] };
}

function slip(x: number, y: number): string {
  const scale = 0.42;
  const step = (letter.size + letter.gap) * scale;
  const letters = wordmark.map(
    ({ outline }, index) => `<path transform="translate(0 ${index * step}) scale(${scale})" d="${outline}"/>`,
  );
  return `<g transform="translate(${x} ${y})">
<rect x="-6" y="-6" width="152" height="498" fill="none" stroke="${colours.ink}" stroke-width="4"/>
<rect x="2" y="2" width="136" height="482" fill="${colours.raised}" stroke="${colours.ink}" stroke-width="1.5"/>
<g fill="${colours.ink}" transform="translate(28 26)">${letters.join('')}</g>
<g transform="translate(43 414) scale(0.84)"><rect width="64" height="64" rx="4" fill="${colours.seal}"/>
<path d="${seal.strokes}" fill="none" stroke="${colours.onSeal}" stroke-width="${seal.width}" stroke-linecap="round"/></g></g>`;
}

/** Pieces in a row, each but the first behind a point; those that no longer fit go to a second row. */
function factLines(facts: string[], em: number, glyphs: Glyphs): string[] {
  const lines: string[] = [];
  for (const fact of facts.flatMap((each) => balance(each, (measure / em) * 1000, glyphs))) {
    const joined = lines.length > 0 ? `${lines.at(-1)} · ${fact}` : fact;
    if (lines.length > 0 && (place(joined, glyphs).length * em) / 1000 <= measure) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines;
}

export function layOut(card: Card, bold: Glyphs, regular: Glyphs): Picture {
  const { em, lines } = titleLines(card.title, bold);
  const leading = em * 1.4;
  const top = 138 + em * 0.6;
  const title = lines.map((text, index) => line(text, left, top + index * leading, em, 700, 'ink'));
  const end = top + (lines.length - 1) * leading;
  const facts = [...(card.tag ? [card.tag] : []), ...card.facts];
  const below = factLines(facts, 30, regular).map((text, index) =>
    line(text, left, end + 76 + index * 46, 30, 400, 'soft'),
  );
  if (!card.state) return { lines: [...title, ...below], box: null };
  const [name, meaning] = card.state;
  const width = Math.round((place(name, bold).length * 30) / 1000) + 36;
  const state = [line(name, left + 18, 540, 30, 700, 'seal'), line(meaning, left + width + 22, 539, 28, 400, 'soft')];
  return { lines: [...title, ...below, ...state], box: { x: left - 1, y: 501, width: width + 2, height: 56 } };
}

function line(text: string, x: number, y: number, em: number, weight: Weight, ink: Line['ink']): Line {
  return { text, x, y: Math.round(y), em, weight, ink };
}

/** What is the same on every picture, as SVG. */
export function ground(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="${size.width}" height="${size.height}" fill="${colours.paper}"/>
<rect x="${left}" y="72" width="${measure}" height="6" fill="${colours.ink}"/><rect x="${left}" y="82" width="${measure}" height="2" fill="${colours.ink}"/>
${slip(990, 72)}
</svg>`;
}

/** The seal on a square without corners, with room for any mask an operating system lays over it. */
export function icon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colours.seal}"/><path transform="translate(6.4 6.4) scale(0.8)" d="${seal.strokes}" fill="none" stroke="${colours.onSeal}" stroke-width="${seal.width}" stroke-linecap="round"/></svg>`;
}
