import type { Page } from '@playwright/test';
import { textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const speech = speechWith(({ blocks }) => blocks.some(({ id }) => id === 'p4'));
const path = pathOf(speech);
const firstText = textBlocks(speech).find(({ id }) => id === 'p1')?.text ?? '';

const openSettings = (page: Page) => page.getByRole('button', { name: '设置' }).click();
const choose = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();

/** What a reader can change, as it is drawn. */
const look = (page: Page) =>
  page.locator('#p1').evaluate((element) => {
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    return {
      size,
      fontFamily,
      leading: Number.parseFloat(lineHeight) / size,
      measure: element.getBoundingClientRect().width / size,
    };
  });

test('leading and width are chosen and stay, and one press brings everything back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const before = await look(page);
  await openSettings(page);
  await choose(page, '行距', '松');
  await choose(page, '行宽', '窄');
  await choose(page, '字号', '大');
  await choose(page, '明暗', '深色');
  await page.reload();
  const after = await look(page);
  expect(after.leading).toBeGreaterThan(before.leading + 0.2);
  expect(after.measure).toBeLessThan(before.measure - 4);
  expect(after.size).toBeGreaterThan(before.size);
  await openSettings(page);
  await expect(page.getByRole('group', { name: '行距' }).getByRole('radio', { name: '松' })).toBeChecked();
  await page.getByRole('button', { name: '恢复默认' }).click();
  expect(await look(page)).toEqual(before);
  await page.reload();
  expect(await look(page)).toEqual(before);
  expect(await page.evaluate(() => localStorage.getItem('leading'))).toBeNull();
});

test('choices are there before the first paint', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('leading', 'loose');
    localStorage.setItem('size', 'larger');
    localStorage.setItem('script', 'hant');
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, { moved: Reflect.get(window, 'moved') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let parsed = '';
  await page.route('**/_astro/*.js', async (route) => {
    parsed ||= await page.evaluate(() => JSON.stringify(document.documentElement.dataset));
    await route.continue();
  });
  await page.goto(path);
  expect(JSON.parse(parsed)).toEqual({ leading: 'loose', size: 'larger', script: 'hant' });
  await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
  // The traditional forms come later; their punctuation is set a little differently.
  expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toBeLessThan(0.001);
});

test('where storage is refused, choices hold for the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(path);
  const before = await look(page);
  await openSettings(page);
  await choose(page, '字号', '特大');
  expect((await look(page)).size).toBeGreaterThan(before.size);
  await page.getByRole('button', { name: '恢复默认' }).click();
  expect(await look(page)).toEqual(before);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  expect(errors).toEqual([]);
});

test('the settings are worked by keyboard alone, and Escape gives the focus back', async ({ page }) => {
  await page.goto(path);
  const button = page.getByRole('button', { name: '设置' });
  await button.focus();
  await page.keyboard.press('Enter');
  const size = page.getByRole('group', { name: '字号' });
  await expect(size).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(size.getByRole('radio', { name: '中' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(size.getByRole('radio', { name: '大', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(size).toBeHidden();
  await expect(button).toBeFocused();
});

for (const width of [320, 1440]) {
  test(`the open settings are without barriers and inside the window, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 560 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await openSettings(page);
    const box = await page.locator('#settings').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
    await page.getByRole('button', { name: '关闭' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('button', { name: '关闭' })).toBeInViewport();
  });
}

test('traditional forms are shown on demand, said to be so, and taken back', async ({ page }) => {
  const tables: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('traditional')) tables.push(request.url());
  });
  await page.goto(path);
  const note = page.locator('.honesty');
  const noteBefore = await note.textContent();
  await openSettings(page);
  expect(tables).toEqual([]);
  await expect(page.getByText('繁体显示由软件转换')).toBeHidden();
  await choose(page, '字形', '繁体');
  await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
  const shown = await page.locator('#p1').textContent();
  expect(shown).not.toBe(firstText);
  expect(shown).toHaveLength(firstText.length);
  await expect(page.getByText('繁体显示由软件转换')).toBeVisible();
  expect(await note.textContent()).toBe(noteBefore);
  expect(await page.locator('[data-note] [lang], [data-note][lang]').count()).toBe(0);
  expect(tables).toHaveLength(1);

  await page.reload();
  await expect(page.locator('#p1')).toHaveText(shown ?? '');
  await openSettings(page);
  await choose(page, '字形', '原文简体');
  await expect(page.locator('#p1')).toHaveText(firstText);
  await expect(page.locator('[lang="zh-Hant"]')).toHaveCount(0);
  await choose(page, '字形', '繁体');
  await choose(page, '字形', '原文简体');
  await choose(page, '字形', '繁体');
  await expect(page.locator('#p1')).toHaveText(shown ?? '');
});

test('what is copied is the original, whatever forms are shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => localStorage.setItem('script', 'hant'));
  await page.goto(path);
  await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
  const shown = await page.locator('#p1').textContent();
  await page.locator('#p1').evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(firstText);
  // The menu of the selection stands in the paragraph as a note.
  const withoutNotes = (element: Element) => {
    const copy = element.cloneNode(true) as Element;
    for (const note of copy.querySelectorAll('[data-note]')) note.remove();
    return copy.textContent;
  };
  expect(await page.locator('#p1').evaluate(withoutNotes)).toBe(shown);
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(shown);
});

test('the words of a search are marked in the original places of a converted text', async ({ page }) => {
  const query = firstText.slice(4, 12);
  const marks = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('search-hit') ?? [])].map((range) => [range.toString(), (range as Range).startOffset]),
    );
  await page.goto(`${path}?q=${encodeURIComponent(query)}`);
  await expect.poll(async () => (await marks()).length).toBeGreaterThan(0);
  const plain = await marks();
  await openSettings(page);
  await choose(page, '字形', '繁体');
  await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
  const converted = await marks();
  expect(converted.map(([, at]) => at)).toEqual(plain.map(([, at]) => at));
  expect(converted.map(([words]) => String(words).length)).toEqual(plain.map(([words]) => String(words).length));
  await page.reload();
  await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
  await expect.poll(async () => (await marks()).map(([, at]) => at)).toEqual(plain.map(([, at]) => at));
});

test('if the tables do not come, the page says so and shows the original', async ({ page }) => {
  await page.route('**/traditional*.js', (route) => route.abort());
  await page.goto(path);
  await openSettings(page);
  await choose(page, '字形', '繁体');
  await expect(page.getByText('繁体字表未能载入')).toBeVisible();
  await expect(page.locator('#p1')).toHaveText(firstText);
});
