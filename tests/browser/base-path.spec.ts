import { expect, looking as test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

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
