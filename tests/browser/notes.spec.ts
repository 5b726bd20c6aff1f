/** Notes of a copy, put into a page on its way, so that the test does not wait for a speech that has some. */
import type { Page } from '@playwright/test';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const path = pathOf(speechWith(({ blocks }) => blocks.some(({ id }) => id === 'p6')));
const mark = (number: number) =>
  `<a class="note-mark" href="#n${number}" id="n${number}-mark" role="doc-noteref">[${number}]</a>`;
const note = (number: number) => `<p class="note" id="n${number}">[${number}] 注文${'之一'.repeat(20)}</p>`;

/** Both signs in one paragraph, so that their notes compete for the same place. */
async function withNotes(page: Page): Promise<void> {
  await page.route(/\/speeches\/[^/]+\/$/, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/(<p id="p6">.*?)(<a class="handle")/s, `$1${mark(1)}${mark(2)}$2`)
      .replace('</div></article>', `${note(1)}${note(2)}</div></article>`);
    await route.fulfill({ response, body: html });
  });
}

const top = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);

test('on a wide screen notes stand beside their signs, one below the other', async ({ page }) => {
  await withNotes(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  await expect.poll(async () => Math.abs((await top(page, '#n1')) - (await top(page, '#n1-mark')))).toBeLessThan(2);
  const first = await page.locator('#n1').boundingBox();
  const second = await page.locator('#n2').boundingBox();
  const text = await page.locator('#p6').boundingBox();
  expect(first?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThanOrEqual(1440);
  expect(second?.y).toBeGreaterThanOrEqual((first?.y ?? 0) + (first?.height ?? 0));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('on a narrow screen and without scripts notes stand below the text, a link away', async ({
  page,
  browser,
  site,
}) => {
  await withNotes(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await page.locator('#n2-mark').click();
  await expect(page.locator('#n2')).toBeInViewport();
  expect(await top(page, '#n1')).toBeGreaterThan(await top(page, '#p6'));

  const plain = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  await withNotes(plain);
  await plain.goto(site.url + path);
  await plain.locator('#n2-mark').click();
  await expect(plain.locator('#n2')).toBeInViewport();
  await expect(plain.locator('#n2')).toHaveCSS('position', /static|relative/);
  await plain.close();
});
