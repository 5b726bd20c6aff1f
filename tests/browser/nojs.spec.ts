import { textBlocks } from '../../src/text/speech.ts';
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage, pathOf, speeches, speechWith } from './speeches.ts';

test.use({ javaScriptEnabled: false });

test('every speech can be read from the home page without scripts', async ({ page }) => {
  for (const speech of speeches) {
    await page.goto('');
    await page.locator('.entry-title').getByRole('link', { name: speech.meta.title, exact: true }).click();
    const last = textBlocks(speech).at(-1);
    await expect(page.locator(`#${last?.id}`)).toBeVisible();
    await expect(page.locator(`#${last?.id}`)).toHaveText(String(last?.text));
  }
});

test('the outline leads to the parts, beside the text and as a sheet', async ({ page }) => {
  const speech = speechWith(({ outline }) => outline.length > 5);
  const entry = speech.outline.filter(({ present }) => present).at(-1);
  const link = page.locator(`.outline a[href="#${entry?.id}"]`);
  await page.goto(pathOf(speech));
  await link.click();
  await expect(page.locator(`#${entry?.id}`)).toBeInViewport();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pathOf(speech));
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: '目录' }).click();
  await link.click();
  await expect(page.locator(`#${entry?.id}`)).toBeInViewport();
});

test('what needs scripts is not offered', async ({ page }) => {
  await page.goto(pathOf(speechWith(() => true)));
  for (const name of ['切换浅色与深色', '引用', '设置']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
  }
});

test('the search form is a plain link to the search page', async ({ page }) => {
  await page.goto('');
  await page.getByRole('main').getByRole('searchbox').fill('人工智能');
  await page.getByRole('main').getByRole('button', { name: '检索' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(page.locator('h1')).toBeVisible();
});

test('on a narrow screen search is one press away on every page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of Object.values(kindsOfPage)) {
    await page.goto(path);
    await expect(page.getByRole('banner').getByRole('link', { name: '检索' })).toBeVisible();
  }
});
