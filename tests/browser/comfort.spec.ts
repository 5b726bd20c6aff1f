/** Pages bear what readers do to them: zoom, narrow windows, wider spacing, less motion. */
import type { Page } from '@playwright/test';
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage } from './speeches.ts';

const pages = { ...kindsOfPage, search: 'search/' };

/** CSS pixels by which the page is wider than its window. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The values that a reader must be able to set without loss (WCAG 1.4.12), for all text at once. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** Elements whose own text is cut off: too wide or too high for a box that hides what runs over. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY, clipPath, display } = getComputedStyle(element);
      const hides = /hidden|clip/;
      // What is hidden from sight on purpose, and the drawn mark over a hidden word, have no text to cut.
      if (clipPath !== 'none' || display === 'none' || element.matches('.redaction')) continue;
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
      if (!own) continue;
      const wide = hides.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = hides.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (wide || high)
        found.push(`${element.tagName}.${element.className}: ${element.textContent?.trim().slice(0, 30)}`);
    }
    return found;
  });
}

/** Elements that still move though the reader asked for less motion. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const lasting = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.01);
        return lasting || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name} bears zoom, narrow windows, wider spacing and less motion`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    expect(await moving(page)).toEqual([]);
    // 1280 px at 200 % and at 400 % are 640 and 320 CSS px.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: width === 640 ? 512 : 256 });
      expect(await overhang(page), `${width} px`).toBe(0);
    }
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, spacing);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      expect(await overhang(page), `spaced, ${width} px`).toBe(0);
      expect(await clipped(page), `spaced, ${width} px`).toEqual([]);
    }
  });
}
