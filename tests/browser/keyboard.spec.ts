/** Everything that a pointer does, done with keys alone: no mouse in this file. */
import type { Page } from '@playwright/test';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speechWith } from './speeches.ts';

const speech = speechWith(
  ({ outline }) => outline.filter(({ present, kind }) => present && kind === 'heading').length > 3,
);
const path = pathOf(speech);

/** What has the focus, in the words that a screen reader would begin with. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  });
}

/** Presses Tab until the focus is on something with that beginning of its name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.startsWith(name)) return;
    passed.push(stop);
  }
  throw new Error(`Tab never came to ${name}, but to ${passed.join('、')}`);
}

/** The focus can be seen: an outline, and no part of the page over it. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      outline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      free: !!over && element.contains(over),
    };
  });
  expect(seen).toEqual({ outline: true, free: true });
}

test('the first stop skips to the text, and every stop of the head shows itself', async ({ page }) => {
  await page.goto(path);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('跳到正文');
  await expectVisibleFocus(page);
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Tab');
    await expectVisibleFocus(page);
  }
  await page.goto(path);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
  expect(inside).toBe(true);
});

test('the navigation leads to the list, and the list to a speech', async ({ page }) => {
  await page.goto('');
  await tabTo(page, '讲话');
  if ((await focused(page)) !== '讲话') await tabTo(page, '讲话');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/speeches\/$/);
  await tabTo(page, speech.meta.title);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText(speech.meta.title);
});

test('search opens, finds, and closing it gives the focus back', async ({ page }) => {
  await page.goto(path);
  await tabTo(page, '主题');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('产业');
  await expect(dialog.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await focused(page)).toBe('主题');
});

test('an entry of the outline opens its place, and the next stop is there', async ({ page }) => {
  const entry = speech.outline.findLast(({ present, kind }) => present && kind === 'heading');
  await page.goto(path);
  await tabTo(page, `${entry?.marker}${entry?.heading}`);
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.locator(`#${entry?.id}`)).toBeInViewport();
  await page.keyboard.press('Tab');
  const follows = await page.evaluate(
    (id) =>
      !!(
        (document.getElementById(id as string) as Element).compareDocumentPosition(document.activeElement as Element) &
        (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)
      ),
    entry?.id,
  );
  expect(follows).toBe(true);
});

test('the settings open, choose by arrows and close', async ({ page }) => {
  await page.goto(path);
  await tabTo(page, '设置');
  await page.keyboard.press('Enter');
  const dark = page.getByRole('radio', { name: '深色' });
  await expect(dark).toBeVisible();
  const theme = () => page.locator('html').getAttribute('data-theme');
  for (
    let presses = 0;
    presses < 200 && !(await page.evaluate(() => document.activeElement?.matches('input[name="theme"]')));
    presses++
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dark).toBeChecked();
  expect(await theme()).toBe('dark');
  await page.keyboard.press('Escape');
  await expect(dark).toBeHidden();
  expect(await focused(page)).toBe('设置');
});

test('the handle of a paragraph gives its address', async ({ page }) => {
  await page.goto(path);
  await tabTo(page, '本段链接 p2');
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#p2$/);
});

test('the comparison is reached, a kind put out of sight, and the rest walked through', async ({ page }) => {
  await page.goto(path);
  await tabTo(page, '对照原文');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('对照原文');
  const first = page.getByRole('checkbox').first();
  for (let presses = 0; presses < 60 && !(await first.evaluate((box) => box === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  const next = page.getByRole('button', { name: '下一处' });
  await tabTo(page, '下一处');
  await expectVisibleFocus(page);
  // On its way the focus came through the first change.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('2/');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('3/');
  await expect(next).toBeFocused();
});

test('what is folded opens and closes', async ({ page }) => {
  await page.goto('editors/');
  await tabTo(page, '提示');
  const folded = page.locator('.notes').first();
  await page.keyboard.press('Enter');
  await expect(folded).toHaveAttribute('open');
  await page.keyboard.press('Enter');
  await expect(folded).not.toHaveAttribute('open');
});

test('the foot leads to the note on rights', async ({ page }) => {
  await page.goto('places/');
  await tabTo(page, '权利与撤回');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('权利与撤回');
});
