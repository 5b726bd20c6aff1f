import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';
import { stampOf } from '../../../scripts/previews/canvas.ts';
import { speechCard, textOf } from '../../../scripts/previews/card.ts';
import { type Glyphs, SlicedFont } from '../../../scripts/previews/font.ts';
import { balance, place } from '../../../scripts/previews/lines.ts';
import { maskOf } from '../../../scripts/previews/mask.ts';
import { colours, titleLines, turned } from '../../../scripts/previews/picture.ts';
import { isWhole } from '../../../scripts/previews/png.ts';
import { Printer } from '../../../scripts/previews/printer.ts';
import { makePreviews } from '../../../scripts/previews.ts';
import { textLength } from '../../../src/data/summary.ts';

const font = new SlicedFont();
const speeches = (await readSpeeches()).map((speech) => ({ meta: speech.meta, characters: textLength(speech) }));
const folder = mkdtempSync(join(tmpdir(), 'previews-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A face in which every character is as wide as the em. */
const square: Glyphs = new Map();

describe('lines of a title', () => {
  const titles = [
    '在全市科技创新大会上的讲话',
    '关于“十四五”规划（草案）的说明，以及其他',
    '推进5G+工业互联网：AI2.0时代',
    '第一，第二，第三',
  ];

  test.each(titles)('%s: nothing is lost, no line begins or ends with a mark that may not', (title) => {
    for (let width = 4000; width <= 14_000; width += 1000) {
      const lines = balance(title, width, square);
      expect(lines.join('')).toBe(title);
      for (const line of lines) expect(line).not.toMatch(/^[，。：）”]|[（“]$/u);
    }
  });

  test('are of about equal length', () => {
    const lengths = balance('在全市科技创新和产业发展大会上的讲话', 16_000, square).map((line) => line.length);
    expect(lengths).toHaveLength(2);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(4);
  });

  test('leave a little room between Chinese and Latin', () => {
    expect(place('在AI会', square).length).toBe(4250);
  });

  test('of a very long title are cut visibly', () => {
    const { lines } = titleLines('在全市科技创新和产业发展大会上的讲话'.repeat(8), square);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/……$/);
  });
});

describe('glyphs', () => {
  test.each(speeches.map((speech) => [speech.meta.title, speechCard(speech)] as const))(
    '%s: the font has every character of its picture',
    async (_, card) => {
      const { bold, regular } = textOf(card);
      const glyphs = [...(await font.glyphs(bold, 700)), ...(await font.glyphs(regular, 400))];
      expect(glyphs.filter(([, glyph]) => !glyph).map(([character]) => character)).toEqual([]);
    },
  );

  test('are outlines of their own weight', async () => {
    const [bold, regular] = [await font.glyphs('讲', 700), await font.glyphs('讲', 400)];
    expect(bold.get('讲')?.advance).toBe(1000);
    expect(bold.get('讲')?.outline).not.toEqual(regular.get('讲')?.outline);
  });

  test('that the font lacks are said to be lacking once, and drawn as two bars', async () => {
    expect((await font.glyphs('龘𰻝讲', 700)).get('𰻝')).toBeNull();
    const printer = new Printer();
    const card = { tag: null, facts: [], state: null };
    const pictures = [await printer.print({ ...card, title: '𰻝𰻝' }), await printer.print({ ...card, title: '。' })];
    expect([...printer.missing]).toEqual(['𰻝']);
    const [lacking, whole] = await Promise.all(pictures.map((png) => sharp(png).removeAlpha().raw().toBuffer()));
    // In the middle of the upper bar of the first character: 72 px large, on a baseline of 181.
    const at = ((181 - 41) * 1200 + 72 + 36) * 3;
    expect(hex(lacking, at)).toBe(colours.ink);
    expect(hex(whole, at)).not.toBe(colours.ink);
  });
});

function hex(pixels: Buffer | undefined, at: number): string {
  return `#${pixels?.subarray(at, at + 3).toString('hex')}`;
}

describe('pixels of an outline', () => {
  const square = (from: number, to: number, clockwise = true) => {
    const corners = [
      [from, from],
      [from, to],
      [to, to],
      [to, from],
    ];
    return (clockwise ? corners : corners.reverse()).map(
      (args, index) => ({ command: index === 0 ? 'moveTo' : 'lineTo', args }) as const,
    );
  };
  const sum = (cover: Uint8Array) => cover.reduce((total, value) => total + value, 0) / 255;

  test('are covered as much as they lie inside', () => {
    expect(sum(maskOf(square(0, 1000), 10, 0).cover)).toBe(100);
    expect(sum(maskOf(square(0, 1050), 10, 0.25).cover)).toBeCloseTo(110.25, 0);
    const { left, top, width, cover } = maskOf(square(0, 1000), 10, 0.5);
    expect([...cover.subarray(-left, -left + 11)]).toEqual([128, ...Array(9).fill(255), 128]);
    expect([left, top, width]).toEqual([-1, -10, 14]);
  });
  test('stay empty in a hole, and are not covered twice where contours overlap', () => {
    expect(sum(maskOf([...square(0, 1000), ...square(300, 700, false)], 10, 0).cover)).toBe(84);
    expect(sum(maskOf([...square(0, 1000), ...square(300, 700)], 10, 0).cover)).toBe(100);
  });
  test('follow curves', () => {
    const k = 552.28;
    const circle = [
      { command: 'moveTo', args: [1000, 0] },
      { command: 'bezierCurveTo', args: [1000, k, k, 1000, 0, 1000] },
      { command: 'bezierCurveTo', args: [-k, 1000, -1000, k, -1000, 0] },
      { command: 'bezierCurveTo', args: [-1000, -k, -k, -1000, 0, -1000] },
      { command: 'bezierCurveTo', args: [k, -1000, 1000, -k, 1000, 0] },
      { command: 'closePath', args: [] },
    ] as const;
    expect(sum(maskOf(circle, 50, 0).cover) / (Math.PI * 2500)).toBeCloseTo(1, 1.5);
  });
  test('of nothing are none', () => {
    expect(maskOf([], 30, 0).cover).toHaveLength(0);
  });
  test.each(['讲', '龘', 'g', '8', '。'])('of %s are those of another rasteriser', async (character) => {
    const { outline } = (await font.glyphs(character, 700)).get(character) ?? turned;
    const d = outline.map(({ command, args }) => letters[command] + args.map((n, at) => (at % 2 ? -n : n)).join(' '));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path transform="translate(10 80) scale(0.072)" d="${d.join('')}"/></svg>`;
    const other = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
    const { left, top, width, cover } = maskOf(outline, 72, 0);
    const pixels = [...cover].map((value, index) => {
      const [x, y] = [10 + left + (index % width), 80 + top + Math.floor(index / width)];
      return Math.abs(value - (other[y * 100 + x] ?? 0));
    });
    expect(pixels.filter((difference) => difference > 64).length).toBeLessThan(pixels.length / 200);
    expect(Math.abs(sum(cover) / sum(other) - 1)).toBeLessThan(0.02);
  });
});

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

test('a stamp is its mask in an ink, two pixels a byte, from an even column on', () => {
  const mask = { left: -1, top: 0, width: 3, height: 2, cover: Uint8Array.of(255, 0, 255, 0, 255, 0) };
  const { left, width, bytes } = stampOf(mask, 'ink');
  expect({ left, width, bytes: [...bytes] }).toEqual({ left: -1, width: 2, bytes: [0x08, 0x08, 0, 0x80] });
});

test('a file is whole or it is not', async () => {
  const png = await new Printer().print({
    title: '讲话',
    tag: '拟题',
    facts: ['一', '二'],
    state: ['全文', '首尾完整'],
  });
  expect(isWhole(png)).toBe(true);
  for (const length of [0, 7, 8, 40, png.length - 12, png.length - 1])
    expect(isWhole(png.subarray(0, length))).toBe(false);
  const other = Buffer.from(png);
  other[png.length - 20] = (other[png.length - 20] as number) ^ 1;
  expect(isWhole(other)).toBe(false);
});

describe('makePreviews', () => {
  const [speech] = speeches as [(typeof speeches)[0]];
  const path = `speeches/${speech.meta.id}/preview.png`;
  const made = (dist: string, cache: string, now?: number) =>
    makePreviews(join(folder, dist), [speech], join(folder, cache), now);
  const bytes = (dist: string, file = path) => readFileSync(join(folder, dist, file));

  test('the same speeches give the same bytes, from the cache too, and what is cached is not drawn again', async () => {
    expect(await made('first', 'cache')).toEqual({ drawn: 5 });
    expect(await made('second', 'other')).toEqual({ drawn: 5 });
    expect(await made('third', 'cache')).toEqual({ drawn: 0 });
    for (const file of [path, 'preview.png', 'icon-512.png']) {
      expect(bytes('second', file)).toEqual(bytes('first', file));
      expect(bytes('third', file)).toEqual(bytes('first', file));
    }
  });

  test('a picture of the cache that is not whole is drawn anew', async () => {
    await made('before', 'broken');
    for (const name of readdirSync(join(folder, 'broken'))) truncateSync(join(folder, 'broken', name), 500);
    expect(await made('after', 'broken')).toEqual({ drawn: 5 });
    expect(bytes('after', 'icon-512.png')).toEqual(bytes('before', 'icon-512.png'));
    expect(bytes('after')).toEqual(bytes('before'));
    expect(await made('after', 'broken')).toEqual({ drawn: 0 });
  });

  test('what no build has used for thirty days leaves the cache', async () => {
    const day = 24 * 60 * 60 * 1000;
    const start = Date.now();
    const held = () => readdirSync(join(folder, 'aging')).length;
    await made('aging-dist', 'aging', start);
    writeFileSync(join(folder, 'aging/of-another-site.png'), '');
    expect(await made('aging-dist', 'aging', start + 20 * day)).toEqual({ drawn: 0 });
    expect(held()).toBe(6);
    expect(await made('aging-dist', 'aging', start + 40 * day)).toEqual({ drawn: 0 });
    expect(held()).toBe(5);
  });

  test('a file that is shared with another folder is left to that one', async () => {
    await made('served', 'cache');
    mkdirSync(join(folder, 'next/speeches', speech.meta.id), { recursive: true });
    for (const file of [path, 'icon-192.png']) linkSync(join(folder, 'served', file), join(folder, 'next', file));
    const before = bytes('served');
    const other = { ...speech, characters: speech.characters + 1 };
    await makePreviews(join(folder, 'next'), [other], join(folder, 'cache'));
    expect(bytes('served')).toEqual(before);
    expect(bytes('next')).not.toEqual(before);
  });
});
