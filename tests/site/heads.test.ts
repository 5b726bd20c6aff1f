/** What every page says of itself: one h1, a title, a description, a picture for link previews; and the weight of the styles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type BuiltSite, filesOf, read, sites } from './built.ts';

/** Content of a `<meta>` by its name or property. */
function meta(html: string, name: string): string | undefined {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
}

/** Width and height of a PNG, from its header. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** File that a page's address of a picture names. */
function fileOf({ base, origin }: BuiltSite, address: string): string {
  const start = `${origin ?? ''}${base}`;
  expect(address.startsWith(start), address).toBe(true);
  return address.slice(start.length);
}

for (const site of sites) {
  describe(site.name, () => {
    test.each(['speeches', 'topics', 'places', 'years', 'docs'])(
      'the pages of /%s/ mark it in the navigation, and no other',
      (part) => {
        const pages = filesOf(site, 'index.html').filter((path) => path.startsWith(`${part}/`));
        expect(pages.length).toBeGreaterThan(0);
        for (const path of pages) {
          const marked = [...read(site, path).matchAll(/<a href="([^"]*)" aria-current="true">/g)].map(
            ([, href]) => href,
          );
          expect(marked, path).toEqual([`${site.base}${part}/`]);
        }
      },
    );

    test.each(filesOf(site, '.html'))('%s has one h1, a title, a description and a picture', (path) => {
      const html = read(site, path);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]?.length).toBeGreaterThan(4);
      expect(meta(html, 'description')?.length).toBeGreaterThan(9);
      for (const name of ['og:title', 'og:description', 'twitter:card']) expect(meta(html, name)).toBeTruthy();
      expect(`${meta(html, 'description')}${meta(html, 'og:description')}`).not.toContain('**');
      if (!site.origin) return expect(meta(html, 'og:image')).toBeUndefined();
      expect(meta(html, 'og:image:alt')).toBeTruthy();
      const picture = readFileSync(join(site.dir, fileOf(site, String(meta(html, 'og:image')))));
      expect(sizeOf(picture)).toEqual([1200, 630]);
      expect(picture.length).toBeLessThan(64 * 1024);
    });

    test('every speech has a picture of its own', () => {
      const pages = filesOf(site, '/index.html').filter((path) => /^speeches\/[a-z0-9-]+\/index\.html$/.test(path));
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(filesOf(site, '.png')).toContain(page.replace('index.html', 'preview.png'));
      const pictures = pages.map((path) => meta(read(site, path), 'og:image'));
      expect(new Set(pictures).size).toBe(site.origin ? pages.length : 1);
    });

    test('the icons of the manifest are there in their sizes', () => {
      const { icons, start_url } = JSON.parse(read(site, 'manifest.webmanifest'));
      expect(start_url).toBe(site.base);
      for (const { src, sizes } of icons as { src: string; sizes: string }[]) {
        const side = Number.parseInt(sizes, 10);
        expect(sizeOf(readFileSync(join(site.dir, src.slice(site.base.length))))).toEqual([side, side]);
      }
    });

    test('the styles of a speech weigh at most 12 KB, and those of any page 14 KB', () => {
      for (const page of filesOf(site, '.html')) {
        const own = [...read(site, page).matchAll(/<link rel="stylesheet" href="[^"]*?(_astro\/[^"]+)"/g)];
        const sizes = own.map(([, path]) => gzipSync(read(site, path as string), { level: 9 }).length);
        expect(sizes.length, page).toBeGreaterThan(0);
        expect(
          sizes.reduce((sum, size) => sum + size, 0),
          page,
        ).toBeLessThanOrEqual((page.startsWith('speeches/') ? 12 : 14) * 1024);
      }
    });
  });
}

/** Share of a picture's pixels, in a rectangle of it, that are darker than half. */
async function darkness(file: string, left: number, top: number, width: number, height: number): Promise<number> {
  const pixels = await sharp(file).extract({ left, top, width, height }).greyscale().raw().toBuffer();
  return pixels.filter((value) => value < 128).length / pixels.length;
}

test('a picture has paper at its edge, a title at its head, the slip at its right, nothing over the edge of the measure', async () => {
  const [site] = sites as [BuiltSite];
  for (const path of filesOf(site, '/preview.png')) {
    const file = join(site.dir, path);
    const [corner] = await sharp(file).extract({ left: 0, top: 0, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
    expect(corner).toBeGreaterThan(235);
    expect(await darkness(file, 72, 100, 860, 300), path).toBeGreaterThan(0.04);
    expect(await darkness(file, 1000, 90, 120, 380), path).toBeGreaterThan(0.15);
    expect(await darkness(file, 940, 0, 40, 630), path).toBe(0);
    expect(await darkness(file, 0, 580, 1200, 50), path).toBe(0);
  }
});
