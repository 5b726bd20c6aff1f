import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { check } from 'linkinator';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import { type BuiltSite, filesOf, formerSite, read, sites } from './built.ts';

/** Absolute addresses that a page at a path links to, and those of the files that it is made of. */
function addressesIn(site: BuiltSite, page: URL, file: string): { links: URL[]; assets: URL[] } {
  const links: URL[] = [];
  const assets: URL[] = [];
  visit(fromHtml(read(site, file)), 'element', ({ tagName, properties }) => {
    const { href, src, rel } = properties;
    if (tagName === 'a' && href) links.push(new URL(String(href), page));
    if (tagName === 'link' && href && /stylesheet|icon/.test(String(rel))) assets.push(new URL(String(href), page));
    if (tagName === 'script' && src) assets.push(new URL(String(src), page));
  });
  return { links, assets };
}

for (const site of [...sites, formerSite]) {
  describe(`links of the ${site.name}`, () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({ dir: site.dir, base: site.base });
    });
    afterAll(() => served.close());

    test('every internal link and fragment opens what it names', async () => {
      const pages = filesOf(site, '.html').map((path) => served.url + path.replace(/(^|\/)index\.html$/, '$1'));
      const here = new URL(served.url).origin;
      const { links } = await check({
        path: pages,
        checkFragments: true,
        checkCss: true,
        linksToSkip: async (link) => !(link.startsWith(here) || (site.origin && link.startsWith(site.origin))),
        // A site that knows its origin names itself by it: those addresses are checked here.
        urlRewriteExpressions: site.origin ? [{ pattern: new RegExp(`^${site.origin}`), replacement: here }] : [],
      });
      const broken = links
        .filter(({ state }) => state === 'BROKEN')
        .map(({ parent, url, status }) => `${parent} → ${url} (${status})`);
      expect(broken).toEqual([]);
      expect(links.filter(({ state }) => state === 'OK').length).toBeGreaterThan(pages.length);
    });

    test('every page is reached from the home page, and nothing points outside of the base', () => {
      const home = new URL(`http://127.0.0.1${site.base}`);
      const fileOf = ({ pathname }: URL) =>
        decodeURIComponent(pathname.slice(site.base.length)).replace(/(^|\/)$/, '$1index.html');
      const open = [home];
      const seen = new Set([fileOf(home)]);
      for (let page = open.pop(); page; page = open.pop()) {
        const { links, assets } = addressesIn(site, page, fileOf(page));
        for (const address of [...links, ...assets]) {
          if (address.origin !== home.origin) continue;
          expect(address.href.startsWith(home.href), `${page} names ${address}`).toBe(true);
          const file = fileOf(address);
          expect(existsSync(join(site.dir, file)), `${page} names ${address}`).toBe(true);
          if (seen.has(file)) continue;
          seen.add(file);
          if (file.endsWith('.html')) open.push(address);
        }
      }
      // Addresses of former times are kept for those who have them, and are linked from nowhere.
      const pages = filesOf(site, 'index.html').filter((file) => !read(site, file).includes('class="page departed"'));
      expect(pages.filter((file) => !seen.has(file))).toEqual([]);
    });
  });
}
