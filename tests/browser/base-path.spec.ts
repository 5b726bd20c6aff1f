import { expect, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

test('below a base path every page is reached from the home page and nothing points outside', async ({
  page,
  baseSite,
  request,
}) => {
  const open = [baseSite.url];
  const seen = new Set(open);
  const assets = new Set<string>();
  for (let address = open.pop(); address; address = open.pop()) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => new URL(String(link.getAttribute('href')), document.baseURI).href));
    for (const link of links) {
      const { origin, pathname } = new URL(link);
      if (origin !== new URL(baseSite.url).origin) continue;
      const target = origin + pathname;
      expect(target.startsWith(baseSite.url), `${address} links to ${link}`).toBe(true);
      if (!seen.has(target)) open.push(target);
      seen.add(target);
    }
    const used = await page
      .locator('link[rel="stylesheet"], link[rel="icon"], script[src]')
      .evaluateAll((all) =>
        all.map((each) => (each instanceof HTMLLinkElement ? each.href : (each as HTMLScriptElement).src)),
      );
    for (const asset of used) assets.add(asset);
  }
  for (const speech of speeches) expect([...seen]).toContain(baseSite.url + pathOf(speech));
  for (const asset of assets) {
    expect(asset.startsWith(baseSite.url), asset).toBe(true);
    expect((await request.get(asset)).status(), asset).toBe(200);
  }
});

test('below a base path one reads, follows the outline and comes home', async ({ page, baseSite }) => {
  const speech = speechWith(({ outline }) => outline.some(({ present }) => present));
  const entry = speech.outline.find(({ present }) => present);
  await page.goto(baseSite.url);
  await page.locator('.entry-title').getByRole('link', { name: speech.meta.title, exact: true }).click();
  await page.locator(`.outline a[href="#${entry?.id}"]`).click();
  await expect(page.locator(`#${entry?.id}`)).toBeInViewport();
  await page.getByRole('banner').getByRole('link', { name: '讲话文库' }).click();
  await expect(page).toHaveURL(baseSite.url);
});

test('a site that knows its address names the address of each page, one that does not leaves it out', async ({
  page,
  site,
  baseSite,
}) => {
  const path = pathOf(speechWith(() => true));
  await page.goto(baseSite.url + path);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `https://example.test/repo/${path}`);
  await page.goto(site.url + path);
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
});
