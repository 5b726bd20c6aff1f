/** What holds for the look of every kind of page. */
import type { Page } from '@playwright/test';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage } from './speeches.ts';

const pages = Object.entries({ ...kindsOfPage, search: 'search/', 'a search': 'search/?q=人工智能' });

for (const width of [320, 360, 768, 1440, 2560]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const [name, path] of pages) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, name).toBeLessThanOrEqual(0);
    }
  });
}

/** Links and buttons outside of running text that are smaller than a finger, with their sizes. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inText = 'article[data-speech-text], .manual-text, .entry-title, dd, .aside, .skip, .tile, .page-head p';
    return [...document.querySelectorAll<HTMLElement>('body :is(a, button, summary):not([hidden])')]
      .filter((element) => !element.closest(inText) && element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.round(box.height) < 44)
      .map(({ element, box }) => `${element.className} ${element.textContent?.trim()} ${Math.round(box.height)}`);
  });
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  for (const name of ['home', 'all speeches', 'a topic', 'all topics', 'all places', 'not found'] as const) {
    test(`${name} has targets as large as a finger`, async ({ page }) => {
      await page.goto(kindsOfPage[name] ?? '');
      expect(await smallTargets(page)).toEqual([]);
    });
  }
});

for (const name of ['home', 'all places', 'a topic', 'the state of the sources', 'not found'] as const) {
  test(`${name} is without barriers in forced colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(kindsOfPage[name] ?? '');
    const { violations } = await axe(page).disableRules('color-contrast').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test('the front page counts what is held, and its counts lead to the lists', async ({ page }) => {
  await page.goto('');
  const rows = page.locator('.bars li:has(a)');
  const count = await rows.count();
  expect(count).toBeGreaterThan(5);
  for (let index = 0; index < count; index++) {
    const row = rows.nth(index);
    const stated = await row.locator('.tag-count').innerText();
    const list = await page.request.get(String(await row.locator('a').getAttribute('href')));
    expect((await list.text()).match(/class="entry"/g)?.length).toBe(Number.parseInt(stated, 10));
  }
});

test('every bar is as long as its count among those of its list', async ({ page }) => {
  await page.goto('');
  const lists = await page.locator('.bars').evaluateAll((found) =>
    found.map((list) =>
      [...list.querySelectorAll('li')].map((row) => {
        const [x, width] = ['x', 'width'].map((name) => Number(row.querySelector('rect')?.getAttribute(name)));
        const drawn = row.querySelector('.bar.unknown') ? x : width;
        return { drawn, count: Number.parseInt(row.querySelector('.tag-count')?.textContent ?? '', 10) };
      }),
    ),
  );
  for (const rows of lists) {
    const largest = Math.max(...rows.map(({ count }) => count));
    for (const { drawn, count } of rows) expect(drawn).toBeCloseTo((count / largest) * 100, 0);
  }
});

test('a province on the map leads to its page by keyboard', async ({ page }) => {
  await page.goto('');
  const tile = page.locator('.map a').first();
  const name = String(await tile.getAttribute('aria-label')).split('，')[1];
  await tile.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(name));
});

test('the front page holds nothing that has no bound', async ({ page }) => {
  await page.goto('');
  expect(await page.locator('.entry').count()).toBeLessThanOrEqual(6);
  expect(await page.locator('.bars li').count()).toBeLessThanOrEqual(14 + 15 + 4 + 6 + 9);
  expect(await page.locator('.tile').count()).toBe(34);
});

test('the wordmark is drawn and keeps its name for ears', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('banner').getByRole('link', { name: '讲话文库' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '讲话文库' })).toBeVisible();
  const letters = await page
    .locator('.letters')
    .evaluateAll((drawings) => drawings.map((drawing) => (drawing as SVGSVGElement).getBBox().width > 100));
  expect(letters).toEqual([true, true]);
});
