/** Prints cards: sets the lines, keeps each drawn character for the next picture. */
import { Canvas, drawGround, type Stamp, stampOf } from './canvas.ts';
import { type Card, textOf } from './card.ts';
import { type Glyph, type Glyphs, SlicedFont } from './font.ts';
import { place } from './lines.ts';
import { maskOf } from './mask.ts';
import { type Line, layOut, turned } from './picture.ts';

/** Characters are set to a quarter of a pixel. */
const STEPS = 4;

export class Printer {
  readonly #font = new SlicedFont();
  readonly #stamps = new Map<string, Stamp>();
  #canvas: Promise<Canvas> | undefined;
  /** Characters that the font lacks and the pictures show as 〓. */
  readonly missing = new Set<string>();

  /** @returns the file */
  async print(card: Card): Promise<Buffer> {
    const text = textOf(card);
    const [bold, regular] = [await this.#font.glyphs(text.bold, 700), await this.#font.glyphs(text.regular, 400)];
    for (const [character, glyph] of [...bold, ...regular]) if (!glyph) this.missing.add(character);
    this.#canvas ??= drawGround().then((ground) => new Canvas(ground));
    const canvas = await this.#canvas;
    canvas.clear();
    const { lines, box } = layOut(card, bold, regular);
    for (const line of lines) this.#set(canvas, line, line.weight === 700 ? bold : regular);
    if (box) canvas.frame(box.x, box.y, box.width, box.height, 2, 'seal');
    return canvas.file();
  }

  #set(canvas: Canvas, { text, x, y, em, weight, ink }: Line, glyphs: Glyphs): void {
    for (const { character, x: at } of place(text, glyphs).placed) {
      const left = Math.round((x + (at * em) / 1000) * STEPS) / STEPS;
      // A stamp begins with a byte, that is, in an even column.
      const column = Math.floor(left / 2) * 2;
      const shift = left - column;
      const key = `${character} ${weight} ${em} ${ink} ${shift}`;
      const stamp = this.#stamps.get(key) ?? stampOf(maskOf(this.#outline(character, glyphs), em, shift), ink);
      this.#stamps.set(key, stamp);
      canvas.print(stamp, column, y);
    }
  }

  #outline(character: string, glyphs: Glyphs): Glyph['outline'] {
    return (glyphs.get(character) ?? turned).outline;
  }
}
