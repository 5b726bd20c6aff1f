/** Outlines of characters from the packaged Noto Serif SC, which comes in slices by code point. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';
import { decompress } from 'wawoff2';

/** A step of an outline, with the points it needs as x, y, x, y … */
export interface Command {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: readonly number[];
}

export interface Glyph {
  /** y upwards, the baseline at 0, in thousandths of the em. */
  outline: readonly Command[];
  /** Thousandths of the em. */
  advance: number;
}

export type Weight = 400 | 700;

/** Glyphs by character; null where the font has none. */
export type Glyphs = Map<string, Glyph | null>;

const folder = dirname(fileURLToPath(import.meta.resolve('@fontsource-variable/noto-serif-sc/LICENSE')));

type Sliced = Map<Weight, ReturnType<typeof create>>;

/** Opens slices as they are needed and keeps them. */
export class SlicedFont {
  readonly #slices = new Map<string, Promise<Sliced>>();
  readonly #known: Record<Weight, Glyphs> = { 400: new Map(), 700: new Map() };
  #ranges: Promise<{ from: number; to: number; file: string }[]> | undefined;

  /** Glyphs of all characters of a text. */
  async glyphs(text: string, weight: Weight): Promise<Glyphs> {
    const characters = [...new Set(text)];
    const known = this.#known[weight];
    const unknown = characters.filter((character) => !known.has(character));
    const found = await Promise.all(unknown.map((character) => this.#glyph(character, weight)));
    for (const [index, character] of unknown.entries()) known.set(character, found[index] ?? null);
    return new Map(characters.map((character) => [character, known.get(character) ?? null]));
  }

  async #glyph(character: string, weight: Weight): Promise<Glyph | null> {
    const code = character.codePointAt(0) as number;
    this.#ranges ??= readRanges();
    const file = (await this.#ranges).find(({ from, to }) => from <= code && code <= to)?.file;
    if (!file) return null;
    const slice = this.#slices.get(file) ?? openSlice(file);
    this.#slices.set(file, slice);
    const font = (await slice).get(weight);
    if (!font || !('glyphForCodePoint' in font) || !font.hasGlyphForCodePoint(code)) return null;
    const glyph = font.glyphForCodePoint(code);
    return { outline: glyph.path.commands, advance: glyph.advanceWidth };
  }
}

async function readRanges(): Promise<{ from: number; to: number; file: string }[]> {
  const slices = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(slices).flatMap(([name, ranges]) =>
    ranges.split(',').map((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return { from, to, file: `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2` };
    }),
  );
}

/** A variable font can be set to a weight only when it is unpacked. */
async function openSlice(file: string): Promise<Sliced> {
  const unpacked = create(Buffer.from(await decompress(await readFile(join(folder, 'files', file)))));
  if (unpacked.isCollection) throw new Error(`${file} 不是单个字体。`);
  const weights: Weight[] = [400, 700];
  return new Map(weights.map((weight) => [weight, unpacked.getVariation({ wght: weight })]));
}
