/** Makes the pictures of the built site: one for link previews of each speech, one for the site, and the icons. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Speech } from '../src/text/speech.ts';
import { writeAtomic } from './lib/files.ts';
import { root } from './lib/root.ts';
import { type Card, siteCard, speechCard, textOf } from './previews/card.ts';
import { SlicedFont } from './previews/font.ts';
import { icon, picture } from './previews/picture.ts';

const cache = join(root, '.cache/previews');

/** Sides of the square icons in pixels, by name; the manifest and the head of every page name them. */
const icons = { 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 };

/** Pictures made at a time; each is one thread of the rasteriser. */
const AT_ONCE = 4;

/** Changes whenever the same card could give other bytes. */
function recipe(): string {
  const hash = createHash('sha256').update(JSON.stringify([sharp.versions, process.versions.icu]));
  const files = readdirSync(join(root, 'scripts/previews')).map((name) => join('scripts/previews', name));
  const font = 'node_modules/@fontsource-variable/noto-serif-sc/package.json';
  for (const file of [...files.sort(), 'scripts/previews.ts', 'src/data/wordmark.ts', font])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** PNG with a palette: flat colours and their soft edges. */
async function raster(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
}

/** @returns characters that the font lacks and the picture shows as 〓 */
async function draw(card: Card, font: SlicedFont): Promise<{ png: Buffer; missing: string[] }> {
  const text = textOf(card);
  const [bold, regular] = [await font.glyphs(text.bold, 700), await font.glyphs(text.regular, 400)];
  const missing = [...bold, ...regular].filter(([, glyph]) => !glyph).map(([character]) => character);
  return { png: await raster(picture(card, bold, regular)), missing };
}

export interface Made {
  /** How many pictures were drawn anew; the others came from the cache. */
  drawn: number;
}

/**
 * Writes `speeches/<id>/preview.png`, `preview.png` and the icons into the built site. Same input, same bytes.
 * @param cacheDir where pictures are kept under the digest of what decides their bytes
 */
export async function makePreviews(
  distDir: string,
  speeches: readonly Speech[],
  cacheDir: string = cache,
): Promise<Made> {
  const made = recipe();
  const font = new SlicedFont();
  let drawn = 0;

  async function make(path: string, card: Card): Promise<void> {
    const digest = createHash('sha256')
      .update(`${made}\n${JSON.stringify(card)}`)
      .digest('hex');
    const kept = join(cacheDir, `${digest}.png`);
    if (!existsSync(kept)) {
      const { png, missing } = await draw(card, font);
      if (missing.length > 0) console.warn(`预览图 ${path}：字体里没有“${missing.join('')}”，以 〓 代替。`);
      writeAtomic(kept, png);
      drawn++;
    }
    await mkdir(dirname(join(distDir, path)), { recursive: true });
    await copyFile(kept, join(distDir, path));
  }

  const wanted = [
    { path: 'preview.png', card: siteCard() },
    ...speeches.map((speech) => ({ path: `speeches/${speech.meta.id}/preview.png`, card: speechCard(speech) })),
  ];
  for (let at = 0; at < wanted.length; at += AT_ONCE)
    await Promise.all(wanted.slice(at, at + AT_ONCE).map(({ path, card }) => make(path, card)));
  for (const [name, side] of Object.entries(icons)) {
    const png = await sharp(Buffer.from(icon()), { density: (72 * side) / 64 })
      .resize(side, side)
      .png()
      .toBuffer();
    await writeFile(join(distDir, name), png);
  }
  return { drawn };
}
