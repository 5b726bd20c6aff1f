import { check } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../scripts/serve.ts';
import { filesOf, formerSite, sites } from './built.ts';

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
  });
}
