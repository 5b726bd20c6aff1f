/** Drawing in the few colours of a preview picture, on a ground that all of them share. */
import type { Mask } from './mask.ts';
import { colours, ground, size } from './picture.ts';
import { type Colour, encode, type Pixels, stride } from './png.ts';

/** From `#rrggbb`. */
function rgb(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;
}

/** The colour a share of the way from one to the other. */
function mix(from: Colour, to: Colour, share: number): Colour {
  return from.map((value, index) => Math.round(value + ((to[index] as number) - value) * share)) as never;
}

const paper = rgb(colours.paper);
const ink = rgb(colours.ink);
const soft = rgb(colours.soft);
const seal = rgb(colours.seal);

/** Paper first, then each ink from its lightest edge to itself: of two inks on one pixel the later colour wins. */
const palette: Colour[] = [
  paper,
  ...[1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1].map((share) => mix(paper, soft, share)),
  mix(soft, ink, 0.5),
  ink,
  ...[0.2, 0.4, 0.6, 0.8, 1].map((share) => mix(paper, seal, share)),
  rgb(colours.raised),
  rgb(colours.onSeal),
];

function nearest(colour: Colour): number {
  const distances = palette.map((each) =>
    each.reduce((sum, value, at) => sum + (value - (colour[at] as number)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

export type Ink = 'ink' | 'soft' | 'seal';

/** Number of the colour for each degree to which an ink covers the paper. */
const shades = Object.fromEntries(
  (['ink', 'soft', 'seal'] as const).map((name) => [
    name,
    Uint8Array.from({ length: 256 }, (_, cover) => nearest(mix(paper, rgb(colours[name]), cover / 255))),
  ]),
) as Record<Ink, Uint8Array>;

const row = stride(size.width);

/** What is the same on all pictures. */
export async function drawGround(): Promise<Pixels> {
  // Loading it takes longer than a build does in which nothing has changed.
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(Buffer.from(ground())).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const rows = new Uint8Array(row * size.height);
  const known = new Map<number, number>();
  for (let pixel = 0; pixel < size.width * size.height; pixel++) {
    const at = pixel * info.channels;
    const key = data.readUIntBE(at, 3);
    const number = known.get(key) ?? nearest([data[at], data[at + 1], data[at + 2]] as never);
    known.set(key, number);
    setLater(rows, pixel % size.width, Math.floor(pixel / size.width), number);
  }
  return { ...size, rows };
}

/** A number of a colour as the half of a byte that belongs to its column. */
function half(x: number, number: number): number {
  return x & 1 ? number : number << 4;
}

/** Of two bytes, in either half the later of two colours of the palette. */
function later(one: number, other: number): number {
  return Math.max(one & 0xf0, other & 0xf0) | Math.max(one & 15, other & 15);
}

function setLater(rows: Uint8Array, x: number, y: number, number: number): void {
  const at = y * row + 1 + (x >> 1);
  rows[at] = later(rows[at] as number, half(x, number));
}

/** A mask in an ink, two pixels a byte, as it is printed from an even column on. */
export interface Stamp {
  /** Of the first byte, from the origin of the mask, in bytes. */
  left: number;
  /** Of the first row, in pixels. */
  top: number;
  /** Bytes. */
  width: number;
  /** Pixels. */
  height: number;
  bytes: Uint8Array;
}

export function stampOf({ left, top, width, height, cover }: Mask, ink: Ink): Stamp {
  const shade = shades[ink];
  const first = left >> 1;
  const wide = ((left + width + 1) >> 1) - first;
  const bytes = new Uint8Array(wide * height);
  for (const [index, covers] of cover.entries()) {
    const x = left + (index % width);
    const at = Math.floor(index / width) * wide + (x >> 1) - first;
    bytes[at] = (bytes[at] as number) | half(x, shade[covers] as number);
  }
  return { left: first, top, width: wide, height, bytes };
}

/** One picture after the other, each on a fresh ground. */
export class Canvas {
  readonly #ground: Pixels;
  readonly #rows: Uint8Array;

  constructor(ground: Pixels) {
    this.#ground = ground;
    this.#rows = ground.rows.slice();
  }

  clear(): void {
    this.#rows.set(this.#ground.rows);
  }

  /** @param x even */
  print({ left, top, width, height, bytes }: Stamp, x: number, y: number): void {
    const from = x / 2 + left;
    const [first, end] = [Math.max(0, -from), Math.min(width, size.width / 2 - from)];
    for (let line = Math.max(0, -(y + top)); line < height && y + top + line < size.height; line++) {
      const start = (y + top + line) * row + 1 + from;
      for (let column = first; column < end; column++) {
        const byte = bytes[line * width + column] as number;
        if (byte > 0) this.#rows[start + column] = later(this.#rows[start + column] as number, byte);
      }
    }
  }

  /** The outline of a rectangle, its lines inside of it. */
  frame(x: number, y: number, width: number, height: number, line: number, ink: Ink): void {
    const number = shades[ink][255] as number;
    for (let down = 0; down < height; down++) {
      for (let across = 0; across < width; across++) {
        const inside = down >= line && down < height - line && across >= line && across < width - line;
        if (!inside) setLater(this.#rows, x + across, y + down, number);
      }
    }
  }

  file(): Buffer {
    return encode({ ...size, rows: this.#rows }, palette);
  }
}
