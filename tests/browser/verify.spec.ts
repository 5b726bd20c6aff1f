import type { Page } from '@playwright/test';
import { type TextBlock, textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

const found = speeches
  .flatMap((speech) => textBlocks(speech).map((block) => ({ speech, block })))
  .find(({ block }) => block.kind === 'paragraph' && block.text.length > 300);
if (!found) throw new Error('no long paragraph');
const { speech, block } = found as { speech: (typeof speeches)[number]; block: TextBlock };
const words = block.text.slice(100, 140);

const page$ = (page: Page) => page.locator('[data-verify]');
const check = async (page: Page, passage: string) => {
  await page.getByLabel('要核对的文字').fill(passage);
  await page.getByRole('button', { name: '核对', exact: true }).click();
};
const violations = async (page: Page) => (await axe(page).analyze()).violations;

test('a passage that stands word for word leads to its place', async ({ page }) => {
  await page.goto('verify/');
  await expect(page$(page)).toHaveAttribute('data-state', 'idle');
  await check(page, words);
  await expect(page$(page)).toHaveAttribute('data-state', 'exact');
  await expect(page.getByRole('status')).toContainText(`已检索全部 ${speeches.length} 篇讲话`);
  expect(await violations(page)).toEqual([]);
  await expect(page).toHaveURL(/\?text=/);
  await page.reload();
  await expect(page$(page)).toHaveAttribute('data-state', 'exact');
  await page
    .locator(`[data-document="${speech.meta.id}"]`)
    .getByRole('link', { name: `打开 ${block.id}` })
    .click();
  await expect(page.getByRole('region', { name: '引文核对' }).getByRole('status')).toHaveText('与引用时相同。');
});

test('a passage that nearly stands shows which characters differ', async ({ page }) => {
  await page.goto('verify/');
  await check(page, `${words.slice(0, 20)}鸜鹆${words.slice(21)}`);
  await expect(page$(page)).toHaveAttribute('data-state', 'near');
  const group = page.locator(`[data-document="${speech.meta.id}"]`);
  await expect(group.locator('del')).toContainText('鸜鹆');
  await expect(group.locator('ins')).toContainText(words[20] as string);
  await expect(group).toContainText('相差 2 字');
  expect(await violations(page)).toEqual([]);
});

test('a long passage is found, and its address stays short', async ({ page }) => {
  const passage = textBlocks(speech)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 1500);
  await page.goto('verify/');
  await check(page, passage);
  await expect(page$(page)).toHaveAttribute('data-state', 'exact');
  await expect(page).toHaveURL(/\/verify\/$/);
});

test('a passage that stands nowhere, and those that are too short or too long, are told apart', async ({ page }) => {
  await page.goto(`verify/?${new URLSearchParams({ text: '鸜鹆龘靐齉爩鱻麤鸜鹆' })}`);
  await expect(page$(page)).toHaveAttribute('data-state', 'nowhere');
  await expect(page.getByRole('status')).toContainText('没有一处');
  await check(page, '发展');
  await expect(page.getByRole('status')).toContainText('太短');
  await check(page, '发展'.repeat(2600));
  await expect(page.getByRole('status')).toContainText('太长');
});

test('what fails says so and can be tried again', async ({ page }) => {
  await page.goto('verify/');
  await page.route(/search\/(records|catalogue)/, (route) => route.abort());
  await check(page, words);
  await expect(page$(page)).toHaveAttribute('data-state', 'failed');
  await page.unroute(/search\/(records|catalogue)/);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page$(page)).toHaveAttribute('data-state', 'exact');
});

test('below a base path, and without scripts', async ({ page, baseSite, browser }) => {
  await page.goto(`${baseSite.url}verify/?${new URLSearchParams({ text: words })}`);
  await expect(page$(page)).toHaveAttribute('data-state', 'exact');
  await expect(page.locator('[data-verify-results] h3 a').first()).toHaveAttribute('href', `/repo/${pathOf(speech)}`);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${baseSite.url}verify/`);
  await expect(bare.getByText('需要开启 JavaScript')).toBeVisible();
  await expect(bare.getByRole('textbox', { name: '要核对的文字' })).toBeHidden();
  await plain.close();
});
