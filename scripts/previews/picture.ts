/** The picture of a card as SVG: everything in outlines, so that no machine's fonts have a say in it. */
import { letter, seal, wordmark } from '../../src/data/wordmark.ts';
import type { Card } from './card.ts';
import type { Glyphs } from './font.ts';
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

interface Type {
  em: number;
  fill: string;
  glyphs: Glyphs;
}

/** A line of text; a character that the font lacks is the two bars of a turned type (〓), never an empty box. */
function set(line: string, x: number, baseline: number, { em, fill, glyphs }: Type): string {
  const scale = em / 1000;
  const paths = place(line, glyphs).placed.map(({ character, x: at }) => {
    const path = glyphs.get(character)?.path ?? 'M80-680h840v220h-840zM80-220h840v220h-840z';
    return path && `<path transform="translate(${Math.round(at)})" d="${path}"/>`;
  });
  return `<g fill="${fill}" transform="translate(${x} ${baseline}) scale(${scale})">${paths.join('')}</g>`;
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

function state([name, meaning]: [string, string], bold: Glyphs, regular: Glyphs): string {
  const width = (place(name, bold).length * 30) / 1000 + 36;
  return `<rect x="${left}" y="502" width="${width}" height="54" fill="none" stroke="${colours.seal}" stroke-width="2"/>
${set(name, left + 18, 540, { em: 30, fill: colours.seal, glyphs: bold })}
${set(meaning, left + width + 22, 539, { em: 28, fill: colours.soft, glyphs: regular })}`;
}

export function picture(card: Card, bold: Glyphs, regular: Glyphs): string {
  const { em, lines } = titleLines(card.title, bold);
  const leading = em * 1.4;
  const top = 138 + em * 0.6;
  const title = lines.map((line, index) =>
    set(line, left, top + index * leading, { em, fill: colours.ink, glyphs: bold }),
  );
  const end = top + (lines.length - 1) * leading;
  const facts = [...(card.tag ? [card.tag] : []), ...card.facts];
  const below = factLines(facts, 30, regular).map((line, index) =>
    set(line, left, end + 76 + index * 46, { em: 30, fill: colours.soft, glyphs: regular }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<rect width="${size.width}" height="${size.height}" fill="${colours.paper}"/>
<rect x="${left}" y="72" width="${measure}" height="6" fill="${colours.ink}"/><rect x="${left}" y="82" width="${measure}" height="2" fill="${colours.ink}"/>
${title.join('\n')}
${below.join('\n')}
${card.state ? state(card.state, bold, regular) : ''}
${slip(990, 72)}
</svg>`;
}

/** The seal on a square without corners, with room for any mask an operating system lays over it. */
export function icon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colours.seal}"/><path transform="translate(6.4 6.4) scale(0.8)" d="${seal.strokes}" fill="none" stroke="${colours.onSeal}" stroke-width="${seal.width}" stroke-linecap="round"/></svg>`;
}
