/** Makes the pictures of the built site: one for link previews of each speech, one for the site, and the icons. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAnew, writeAtomic } from './lib/files.ts';
import { root } from './lib/root.ts';
import { type Card, type Pictured, siteCard, speechCard } from './previews/card.ts';
import { icon } from './previews/picture.ts';
import { isWhole } from './previews/png.ts';
import { Printer } from './previews/printer.ts';

const cache = join(root, '.cache/previews');

/** Sides of the square icons in pixels, by name; the manifest and the head of every page name them. */
const icons = { 'apple-touch-icon.png': 180, 'icon-192.png': 192, 'icon-512.png': 512 };

/** A square icon, `side` pixels wide. */
interface Icon {
  side: number;
}

/** Changes whenever the same card could give other bytes. */
function recipe(): string {
  const { icu, zlib } = process.versions;
  const hash = createHash('sha256').update(JSON.stringify([process.platform, process.arch, icu, zlib]));
  const files = readdirSync(join(root, 'scripts/previews')).map((name) => join('scripts/previews', name));
  // The one of sharp names the versions of all that it draws with.
  const packages = ['@fontsource-variable/noto-serif-sc', 'sharp'].map((name) => `node_modules/${name}/package.json`);
  for (const file of [...files.sort(), 'src/data/wordmark.ts', ...packages])
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

export interface Made {
  /** How many pictures were drawn anew; the others came from the cache. */
  drawn: number;
}

/**
 * Writes `speeches/<id>/preview.png`, `preview.png` and the icons into the site that is being built. Same input, same bytes.
 * @param speeches taken one after the other
 * @param cacheDir where pictures are kept under the digest of what decides their bytes
 * @param now in milliseconds since 1970
 */
export async function makePreviews(
  distDir: string,
  speeches: Iterable<Pictured> | AsyncIterable<Pictured>,
  cacheDir: string = cache,
  now: number = Date.now(),
): Promise<Made> {
  const made = recipe();
  const printer = new Printer();
  let drawn = 0;

  /** @param what decides its bytes, besides the recipe */
  async function make(path: string, what: Card | Icon, draw: () => Promise<Buffer>): Promise<void> {
    const digest = createHash('sha256')
      .update(`${made}\n${JSON.stringify(what)}`)
      .digest('hex');
    const kept = join(cacheDir, `${digest}.png`);
    let png = readKept(kept, now);
    if (!png) {
      png = await draw();
      writeAtomic(kept, png);
      drawn++;
    }
    mkdirSync(dirname(join(distDir, path)), { recursive: true });
    writeAnew(join(distDir, path), png);
  }
  const print = (path: string, card: Card) => make(path, card, () => printer.print(card));

  await print('preview.png', siteCard());
  for await (const speech of speeches) await print(`speeches/${speech.meta.id}/preview.png`, speechCard(speech));
  for (const [name, side] of Object.entries(icons)) await make(name, { side }, () => drawIcon(side));
  if (printer.missing.size > 0)
    console.warn(`预览图的字体里没有“${[...printer.missing].sort().join('')}”，图上以 〓 代替。`);
  forget(cacheDir, now);
  return { drawn };
}

async function drawIcon(side: number): Promise<Buffer> {
  // Loading it takes longer than a build does in which nothing has changed.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(icon()), { density: (72 * side) / 64 })
    .resize(side, side)
    .png()
    .toBuffer();
}

const DAY = 24 * 60 * 60 * 1000;
/** Days after which a kept picture that no build has used is removed. */
const KEPT_FOR = 30;

/** A picture of the cache, marked as used; undefined where there is none that is whole. */
function readKept(path: string, now: number): Buffer | undefined {
  const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (used === undefined) return undefined;
  const png = readFileSync(path);
  if (!isWhole(png)) return undefined;
  // Once a day is enough to know, and spares a write for each picture of each build.
  if (now - used > DAY) utimesSync(path, now / 1000, now / 1000);
  return png;
}

/** Several sites share the cache: what goes is what none of them has used for long. */
function forget(cacheDir: string, now: number): void {
  for (const name of readdirSync(cacheDir)) {
    const path = join(cacheDir, name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - used > KEPT_FOR * DAY) rmSync(path, { force: true });
  }
}
