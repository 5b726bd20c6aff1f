import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

/** A phone, a tablet, a laptop, a large screen; in px. */
const windows = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
];
/** Half a pixel is rounding. */
const NEAR = 0.51;

const longest = speeches.toSorted((one, other) => other.blocks.length - one.blocks.length)[0];
const speech = pathOf(longest as (typeof speeches)[number]);
const pages = [
  '',
  'speeches/',
  speech,
  `${speech}source/`,
  'topics/',
  'topics/artificial-intelligence/',
  'places/',
  'years/',
  'genres/',
  'completeness/',
  'search/',
  'docs/',
  'docs/rights/',
  'editors/',
  'offline/',
  'nowhere/',
];

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error(`${locator} is not shown`);
  return { ...found, right: found.x + found.width, bottom: found.y + found.height };
}

/** Pairs of blocks that follow each other and overlap: text over text. */
function overlaps(): string[] {
  const found: string[] = [];
  const lies = (element: Element) =>
    element.checkVisibility() &&
    !getComputedStyle(element).display.startsWith('inline') &&
    !element.matches('.handle, .fold-toggle, .unseen, .walk, .reading-bar, .way-back, [popover]');
  for (const parent of document.querySelectorAll(
    'main, main :is(article, section, header, details, li, ul, ol, div)',
  )) {
    const children = [...parent.children].filter(lies);
    children.slice(1).forEach((child, index) => {
      const before = (children[index] as Element).getBoundingClientRect();
      const after = child.getBoundingClientRect();
      const across = Math.min(before.right, after.right) - Math.max(before.left, after.left);
      const down = Math.min(before.bottom, after.bottom) - Math.max(before.top, after.top);
      if (across > 1 && down > 1)
        found.push(`${children[index]?.outerHTML.slice(0, 80)} | ${child.outerHTML.slice(0, 80)}`);
    });
  }
  return found;
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const window of windows) {
  test.describe(`${window.width} px`, () => {
    test.use({ viewport: window });

    test('every page: head, main part and foot share their edges, nothing overlaps or sticks out', async ({ page }) => {
      for (const path of pages) {
        await page.goto(path);
        expect(await sideways(page), path).toBeLessThanOrEqual(0);
        expect(await page.evaluate(overlaps), path).toEqual([]);
        const head = await box(page.locator('.wordmark'));
        const foot = await box(page.locator('.colophon-name'));
        expect(Math.abs(head.x - foot.x), path).toBeLessThan(NEAR);
        const main = await box(page.locator('main'));
        expect((await box(page.locator('.masthead'))).bottom, path).toBeLessThanOrEqual(main.y + NEAR);
        expect((await box(page.locator('.colophon'))).y, path).toBeGreaterThanOrEqual(main.bottom - NEAR);
      }
    });

    test('a speech: title, notes and text stand on one edge, and the measure holds', async ({ page }) => {
      await page.goto(speech);
      const title = await box(page.locator('h1'));
      const text = await box(page.locator('.speech-body'));
      const notes = await box(page.locator('.speech-notes'));
      for (const { x } of [title, notes]) expect(Math.abs(x - text.x)).toBeLessThan(NEAR);
      expect(title.bottom).toBeLessThanOrEqual(notes.y);
      expect(notes.bottom).toBeLessThanOrEqual(text.y);
      const size = await page
        .locator('.speech')
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      expect(text.width / size).toBeLessThanOrEqual(38.01);
      const bar = await box(page.locator('.reading-bar'));
      if (window.width < 1152) {
        expect(bar.bottom).toBeCloseTo(window.height, 0);
        return;
      }
      expect(text.width / size).toBeGreaterThan(36);
      expect((await box(page.locator('.outline'))).right).toBeLessThan(text.x);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const each of speeches) {
    test(`${each.meta.id}: text begins in the first screen, and what is missing stands above it`, async ({ page }) => {
      await page.goto(pathOf(each));
      const bar = await box(page.locator('.reading-bar'));
      const first = page.locator('.speech-body > p:not(.salutation, .byline)').first();
      expect((await box(first)).y + 60).toBeLessThan(bar.y);
      const essentials = page.locator('.essentials');
      await expect(essentials).toContainText(each.meta.place ?? '地点未注明');
      await expect(essentials).toContainText(each.meta.delivered ? '年' : each.meta.issued ? '发布' : '讲话日期未注明');
      for (const omission of each.blocks.filter(({ kind }) => kind === 'omission'))
        await expect(essentials.locator(`a[href="#${omission.id}"]`)).toBeVisible();
      await expect(page.locator('.honesty')).toBeHidden();
      await page.locator('.speech-details > summary').click();
      await expect(page.locator('.honesty')).toBeVisible();
      await expect(page.locator('.facts')).toBeVisible();
    });
  }
});
