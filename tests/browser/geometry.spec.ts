import type { Locator, Page } from '@playwright/test';
import { expect, looking as test } from './fixtures.ts';
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
  'verify/',
  'concordance/?q=产业',
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

/** How many lines the text of a link takes. */
function linesOf(link: Element): number {
  const range = document.createRange();
  range.selectNodeContents(link);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
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
        const title = page.locator('main > .page h1');
        if ((await title.count()) > 0 && !path.startsWith('docs'))
          expect(Math.abs(head.x - (await box(title)).x), path).toBeLessThan(NEAR);
        const broken = page.locator('.colophon li a').filter({ visible: true });
        for (const link of await broken.all())
          expect(await link.evaluate(linesOf), `${path} ${await link.textContent()}`).toBe(1);
        const main = await box(page.locator('main'));
        expect((await box(page.locator('.masthead'))).bottom, path).toBeLessThanOrEqual(main.y + NEAR);
        expect((await box(page.locator('.colophon'))).y, path).toBeGreaterThanOrEqual(main.bottom - NEAR);
      }
    });

    test('a list of speeches: what is known of each follows its title closely', async ({ page }) => {
      await page.goto('speeches/');
      for (const entry of await page.locator('.entry').all()) {
        const title = await box(entry.locator('.entry-title a'));
        expect((await box(entry.locator('.entry-facts'))).y - title.bottom).toBeLessThan(12);
      }
    });

    test('a speech: title, notes, text and foot stand on one edge, and the measure holds', async ({ page }) => {
      await page.goto(speech);
      const title = await box(page.locator('h1'));
      const text = await box(page.locator('.speech-body'));
      const notes = await box(page.locator('.speech-notes'));
      const foot = await box(page.locator('.speech-foot'));
      for (const { x } of [title, notes, foot]) expect(Math.abs(x - text.x)).toBeLessThan(NEAR);
      expect(Math.abs(foot.right - text.right)).toBeLessThan(NEAR);
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
      await page.getByRole('button', { name: '设置' }).click();
      expect((await box(page.locator('.settings'))).right).toBeLessThanOrEqual(text.x);
    });

    test('what is said for a moment does not stand on the offered way back', async ({ page }) => {
      await page.goto(speech);
      await page.evaluate(() => {
        document.querySelector('.way-back')?.removeAttribute('hidden');
        (document.querySelector('.bar-status') as Element).textContent = '已复制链接';
      });
      const [said, offered] = [await box(page.locator('.bar-status')), await box(page.locator('.way-back'))];
      expect(said.bottom).toBeLessThanOrEqual(offered.y);
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
