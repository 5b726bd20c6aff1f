import type { Page } from '@playwright/test';
import { entryWords } from '../../src/text/outline.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const speech = speechWith(
  ({ outline }) =>
    outline.filter(({ level, kind }) => level === 1 && kind === 'heading').length > 1 &&
    outline.some(({ level, kind }) => level === 2 && kind === 'heading'),
);
const path = pathOf(speech);
const parts = speech.outline.filter(({ kind, present }) => kind === 'heading' && present);
const section = parts.find(({ id }) => parts.some((other) => other.id.startsWith(`${id}-`)));
const inner = parts.find(({ id }) => id.startsWith(`${section?.id}-`));
const paragraph = textBlocks(speech).find((block) => block.kind === 'paragraph' && block.section === inner?.id);
if (!section || !inner || !paragraph) throw new Error('no speech with sections in sections');

const fold = (page: Page, id: string) => page.locator(`#${id} > .fold-toggle`);

test('a part of the outline is closed and opened, by pointer and keyboard, and stays marked', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const outline = page.getByRole('navigation', { name: '目录' });
  const child = outline.locator(`a[href="#${inner.id}"]`);
  const close = outline.getByRole('button', { name: `收起：${entryWords(section)}` });
  await close.click();
  await expect(child).toBeHidden();
  const open = outline.getByRole('button', { name: `展开：${entryWords(section)}` });
  await expect(open).toHaveAttribute('aria-expanded', 'false');
  await page.goto(`${path}#${inner.id}`);
  await open.focus().catch(() => {});
  await page.reload();
  await close.focus();
  await page.keyboard.press('Space');
  await expect(child).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(child).toBeVisible();

  await outline.getByRole('button', { name: '只看大纲' }).click();
  await expect(child).toBeHidden();
  await expect(outline.locator(`a[href="#${section.id}"]`)).toBeVisible();
  await outline.getByRole('button', { name: '全部展开' }).click();
  await expect(child).toBeVisible();
});

test('a section of the text is closed and opened, and a section in it keeps its own state', async ({ page }) => {
  await page.goto(path);
  await fold(page, inner.id).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${paragraph.id}`)).toBeHidden();
  await expect(page.locator(`#${inner.id}`)).toBeVisible();
  await fold(page, section.id).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${inner.id}`)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${inner.id}`)).toBeVisible();
  await expect(page.locator(`#${paragraph.id}`)).toBeHidden();
});

test('closed text is opened by links, by addresses, by the browser’s find and in print', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const text = page.locator(`#${paragraph.id}`);
  const close = async () => {
    await fold(page, section.id).focus();
    await page.keyboard.press('Enter');
    await expect(text).toBeHidden();
    await expect(text).toHaveAttribute('hidden', 'until-found');
  };
  await close();
  await page.locator(`.outline a[href="#${inner.id}"]`).click();
  await expect(text).toBeVisible();
  await expect(page.locator(`#${inner.id}`)).toBeInViewport();

  await close();
  await page.evaluate((id) => {
    location.hash = id;
  }, paragraph.id);
  await expect(text).toBeVisible();
  await expect(text).toBeInViewport();
  await expect(fold(page, section.id)).toHaveAttribute('aria-expanded', 'true');

  await close();
  const words = paragraph.text.slice(0, 12);
  await page.goto('about:blank');
  await page.goto(path);
  await close();
  await text.evaluate((element) => element.dispatchEvent(new Event('beforematch', { bubbles: true })));
  await expect(text, words).toBeVisible();

  await close();
  await page.emulateMedia({ media: 'print' });
  await expect(text).toBeVisible();
});

test('progress is said in words and drawn, from nothing to all', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto(path);
  const words = page.locator('[data-progress]');
  const drawn = () => page.locator('.reading-bar').evaluate((bar) => Number(bar.style.getPropertyValue('--read')));
  await expect(words).toHaveText(/^已读 0%，约剩 \d+ 分钟$/);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect(words).toHaveText(/^已读 [1-9]\d?%/);
  expect(await drawn()).toBeGreaterThan(0.1);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(words).toHaveText('已读完');
  expect(await drawn()).toBe(1);
});

test('the time for reading is said with its rate', async ({ page }) => {
  await page.goto(path);
  await expect(page.locator('.facts')).toContainText(/默读约 \d+ 分钟\s*按每分钟 450 字估算/);
});

test('who returns is offered the place of last time, who followed a link the place before', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(path);
  await expect(page.locator('[data-back]')).toBeHidden();
  await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), paragraph.id);
  await page.goto('speeches/');
  await page.goto(path);
  const lastTime = page.getByRole('link', { name: '回到上次读到的地方' });
  await expect(lastTime).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  await lastTime.click();
  await expect(page.locator(`#${paragraph.id}`)).toBeInViewport();
  await expect(lastTime).toBeHidden();

  await page.getByRole('button', { name: '目录' }).click();
  await page.locator(`.outline a[href="#${parts.at(-1)?.id}"]`).click();
  const before = page.getByRole('link', { name: '回到刚才读的地方' });
  await expect(before).toHaveAttribute('href', /#p\d+$|#s[\d-]+$/);
  await before.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${paragraph.id}`)).toBeInViewport();

  await page.goto('speeches/');
  await page.goto(path);
  await page.getByRole('button', { name: '不必回去' }).click();
  await expect(lastTime).toBeHidden();
  await page.goto('speeches/');
  await page.goto(`${path}#p1`);
  await expect(lastTime).toBeHidden();
});

test('what the browser kept may be anything', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  for (const kept of [
    'null',
    '[]',
    '7',
    '{',
    '{"x":1}',
    `{"${speech.meta.id}":"nowhere"}`,
    `{"${speech.meta.id}":7}`,
  ]) {
    await page.addInitScript((value) => localStorage.setItem('places', value), kept);
    await page.goto(path);
    await expect(page.locator('[data-back]'), kept).toBeHidden();
  }
  expect(errors).toEqual([]);
});

test('handles are there for a finger without hovering, and large enough', async ({ browser, site }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await page.goto(`${site.url}${path}#${paragraph.id}`);
  const handle = page.locator(`#${paragraph.id} > .handle`);
  await expect(handle).toHaveCSS('opacity', '1');
  const target = await handle.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const grown = getComputedStyle(element, '::after');
    return { width: Math.max(box.width, Number.parseFloat(grown.width)), height: Number.parseFloat(grown.height) };
  });
  expect(target.height).toBeGreaterThanOrEqual(43);
  expect(target.width).toBeGreaterThanOrEqual(36);
  await handle.tap();
  await expect(page).toHaveURL(new RegExp(`#${paragraph.id}$`));
  await page.close();
});

test('related speeches are named with the reason, and lead there', async ({ page }) => {
  await page.goto(path);
  const related = page.getByRole('region', { name: '相关讲话' });
  const items = related.getByRole('listitem');
  expect(await items.count()).toBeGreaterThan(0);
  expect(await items.count()).toBeLessThanOrEqual(3);
  for (const item of await items.all()) await expect(item).toContainText(/同谈：|字相同：/);
  const title = await items.first().getByRole('link').first().textContent();
  await items.first().getByRole('link').first().click();
  await expect(page.locator('h1')).toContainText(title ?? '—');
});
