/** Words looked for in an open speech: the bar *n of m*, the keys, and the search above the outline. */
import type { Page } from '@playwright/test';
import { textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

const word = '发展';
const timesIn = (text: string) => text.split(word).length - 1;
const counts = new Map(
  speeches.map((each) => [each, textBlocks(each).reduce((sum, { text }) => sum + timesIn(text), 0)]),
);
const speech = speeches.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] as (typeof speeches)[number];
const total = counts.get(speech) ?? 0;
const path = pathOf(speech);
const wide = { width: 1440, height: 900 };
const narrow = { width: 360, height: 740 };

const bar = (page: Page) => page.locator('.hit-bar');
const current = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('search-hit-current') ?? [])].map(String));
const marked = (page: Page) => page.evaluate(() => CSS.highlights.get('search-hit')?.size ?? 0);
/** The current hit lies in the window, and not below the bar. */
const inSight = (page: Page) =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('search-hit-current') ?? [])] as Range[];
    const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    const covered = document.querySelector('.hit-bar')?.getBoundingClientRect().top ?? innerHeight;
    return top >= 0 && bottom <= covered;
  });

async function arrive(page: Page, search: string): Promise<void> {
  await page.goto(`${path}?${search}`);
  await expect(bar(page)).toBeVisible();
}

for (const viewport of [narrow, wide]) {
  test(`someone who comes from a search stands at the hit, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await arrive(page, `q=${word}&hit=${total - 1}`);
    await expect(bar(page).getByRole('status')).toContainText(`第 ${total - 1}/${total} 处`);
    expect(await marked(page)).toBe(total);
    await expect.poll(() => current(page)).toEqual([word]);
    await expect.poll(() => inSight(page)).toBe(true);
    await bar(page).getByRole('button', { name: '下一处' }).click();
    await expect(bar(page)).toHaveAttribute('data-hit', String(total));
    expect(await inSight(page)).toBe(true);
    await bar(page).getByRole('button', { name: '下一处' }).click();
    await expect(bar(page)).toHaveAttribute('data-hit', '1');
    expect(await inSight(page)).toBe(true);
    await expect(page).toHaveURL(/hit=1$/);
    await bar(page).getByRole('button', { name: '上一处' }).click();
    await expect(bar(page)).toHaveAttribute('data-hit', String(total));
  });
}

test('the keys go on and back, and Escape ends it and cleans the address', async ({ page }) => {
  await arrive(page, `q=${word}&hit=2`);
  await page.keyboard.press('n');
  await expect(bar(page)).toHaveAttribute('data-hit', '3');
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+N');
  await expect(bar(page)).toHaveAttribute('data-hit', '1');
  await page.keyboard.press('/');
  await expect(page.locator('dialog[data-ready]')).toBeVisible();
  await page.keyboard.type('n');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[data-ready]')).toBeHidden();
  await expect(bar(page)).toHaveAttribute('data-hit', '1');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await marked(page)).toBe(0);
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('n');
  await expect(bar(page)).toHaveCount(0);
});

test('the bar is reached by Tab, and its button gives the focus back to the text', async ({ page }) => {
  await arrive(page, `q=${word}&hit=2#title`);
  await page.locator('main').focus();
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: '上一处' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveAttribute('data-hit', '3');
  await expect(bar(page).getByRole('button', { name: '下一处' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
  await expect(page).toHaveURL(/#title$/);
});

test('without a number the first hit from the place on is meant, without a place none', async ({ page }) => {
  const blocks = textBlocks(speech);
  const at = blocks.findLastIndex(({ text, kind }) => kind === 'paragraph' && timesIn(text) > 0);
  const before = blocks.slice(0, at).reduce((sum, { text }) => sum + timesIn(text), 0);
  await arrive(page, `q=${word}#${blocks[at]?.id}`);
  await expect(bar(page)).toHaveAttribute('data-hit', String(before + 1));
  await arrive(page, `q=${word}`);
  await expect(bar(page).getByRole('status')).toContainText(`本篇共 ${total} 处`);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('several words, alternatives and fields are marked as the search means them', async ({ page }) => {
  const times = (sought: string, kind?: string) =>
    textBlocks(speech)
      .filter((block) => !kind || block.kind === kind)
      .reduce((sum, { text }) => sum + text.split(sought).length - 1, 0);
  await arrive(page, `q=${encodeURIComponent(`${word} 产业`)}`);
  expect(await marked(page)).toBe(times(word) + times('产业'));
  await arrive(page, `q=${encodeURIComponent(`标题:${word}`)}`);
  await expect(bar(page)).toHaveAttribute('data-hits', String(times(word, 'title')));
  await arrive(page, `q=${encodeURIComponent('鸜鹆龘靐')}`);
  await expect(bar(page)).toContainText('本篇没有');
  await expect(bar(page).getByRole('button', { name: '下一处' })).toBeHidden();
});

test('a run-in heading is a heading', async ({ page }) => {
  const found = speeches.flatMap((each) =>
    textBlocks(each).flatMap(({ text, marks }) =>
      marks.flatMap((mark) => (mark.kind === 'runin' ? [{ each, words: text.slice(mark.from + 1, mark.to - 1) }] : [])),
    ),
  )[0];
  if (!found) throw new Error('no speech has a run-in heading');
  await page.goto(`${pathOf(found.each)}?q=${encodeURIComponent(`小节:"${found.words}"`)}&hit=1`);
  await expect.poll(() => current(page)).toEqual([found.words]);
});

test('other forms of the characters are marked, unless exact ones are asked for', async ({ page }) => {
  await arrive(page, `q=${encodeURIComponent('發展')}`);
  await expect(bar(page)).toHaveAttribute('data-hits', String(total));
  await arrive(page, `q=${encodeURIComponent('發展')}&exact=1`);
  await expect(bar(page)).toHaveAttribute('data-hits', '0');
});

test('a section that was closed opens for the hit in it', async ({ page }) => {
  await page.setViewportSize(wide);
  await arrive(page, `q=${word}&hit=1`);
  for (const toggle of await page.locator('.speech-body .fold-toggle[aria-expanded=true]').all())
    if (await toggle.isVisible()) await toggle.click();
  await page.keyboard.press('Shift+N');
  await expect(bar(page)).toHaveAttribute('data-hit', String(total));
  await expect.poll(() => inSight(page)).toBe(true);
});

test('print shows neither bar nor marks', async ({ page }) => {
  await arrive(page, `q=${word}&hit=1`);
  await page.emulateMedia({ media: 'print' });
  await expect(bar(page)).toBeHidden();
});

const field = (page: Page) => page.getByRole('searchbox', { name: '在本篇里找' });

for (const viewport of [narrow, wide]) {
  test(`the outline says where the words stand, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(path);
    if (viewport === narrow) await page.getByRole('button', { name: '目录' }).click();
    await field(page).fill(word);
    const entries = page.locator('.outline-count');
    await expect(page.locator('.outline-found')).toHaveText(`本篇共 ${total} 处`);
    const numbers = (await entries.allTextContents()).map((text) => Number.parseInt(text, 10));
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(total);
    const last = entries.last();
    await last.click();
    await expect(last).toHaveAttribute('aria-expanded', 'true');
    const line = page.locator('.outline-hits a:visible').last();
    await expect(line.locator('mark').first()).toHaveText(word);
    await line.click();
    await expect.poll(() => current(page)).toEqual([word]);
    await expect.poll(() => inSight(page)).toBe(true);
    await expect(page).toHaveURL(/q=.*hit=/);
    if (viewport === narrow) await expect(field(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toHaveCount(0);
    await expect(page.locator('.outline-count')).toHaveCount(0);
  });
}

test('the same by keys alone: Enter goes to the next hit', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(path);
  await field(page).focus();
  await page.keyboard.type(word);
  await expect(bar(page)).toHaveAttribute('data-hits', String(total));
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveAttribute('data-hit', '1');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveAttribute('data-hit', '2');
  await expect(field(page)).toBeFocused();
});

test('nothing of it is loaded until it is used, and no text is fetched then', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.setViewportSize(wide);
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(asked.filter((each) => /hits|outline-find|match|catalogue/.test(each))).toEqual([]);
  await field(page).fill(word);
  await expect(bar(page)).toBeVisible();
  expect(asked.filter((each) => /records|index\//.test(each))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`bar and outline are without barriers (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(wide);
    await arrive(page, `q=${word}&hit=3`);
    await field(page).focus();
    await page.locator('.outline-count').first().click();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test('it works under a base path', async ({ page, baseSite }) => {
  await page.goto(`${baseSite.url}${path}?q=${encodeURIComponent('發展')}&hit=2`);
  await expect(bar(page)).toHaveAttribute('data-hits', String(total));
  await expect(bar(page)).toHaveAttribute('data-hit', '2');
});
