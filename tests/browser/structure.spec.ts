/** Tables and notes on a speech page, with the text of a speech that has them put into it. */
import type { Page } from '@playwright/test';
import { renderSpeech } from '../../src/loader/render.ts';
import { structuredSpeech } from '../support/structured.ts';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const { body } = renderSpeech(structuredSpeech);
const TEXT = /(<div class="speech-body"[^>]*>).*?(<\/div>\s*<\/article>)/s;

async function open(page: Page): Promise<void> {
  const path = pathOf(speechWith(() => true));
  await page.route(`**/${path}`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(TEXT, (_, opening, closing) => opening + body + closing);
    await route.fulfill({ response, body: html });
  });
  await page.goto(path);
}

test('a wide table scrolls in its own box, and the page grows no wider', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const before = await width();
  await page
    .locator('.table td')
    .first()
    .evaluate((cell) => {
      cell.style.minWidth = '60rem';
    });
  const box = page.locator('.table-box');
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
  expect(await width()).toBe(before);
  await box.focus();
  await expect(box).toBeFocused();
});

test('a sign leads to its note and the note back, as plain links', async ({ page }) => {
  await open(page);
  await page.locator('#n1-mark').click();
  await expect(page.locator('#n1')).toBeInViewport();
  expect(new URL(page.url()).hash).toBe('#n1');
  await page.locator('#n1 .note-back').click();
  await expect(page.locator('#n1-mark')).toBeInViewport();
  expect(new URL(page.url()).hash).toBe('#n1-mark');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`tables and notes are without barriers, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    const { violations } = await axe(page).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  });
}
