/** The comparison page in a browser: pointer, finger, keyboard, filters, without scripts, on paper-narrow screens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { root } from '../../scripts/lib/root.ts';
import { changeKinds } from '../../src/source/kinds.ts';
import { type Account, accountSchema } from '../../src/text/account.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

function accountOf(id: string): Account {
  return accountSchema.parse(JSON.parse(readFileSync(join(root, `src/content/accounts/${id}.json`), 'utf8')));
}

/** The speech with the most kinds of change. */
const speech = speeches.toSorted(
  (a, b) => kindsIn(b.meta.id).length - kindsIn(a.meta.id).length,
)[0] as (typeof speeches)[number];
const { id } = speech.meta;
const path = `${pathOf(speech)}source/`;
const account = accountOf(id);

function kindsIn(of: string) {
  return changeKinds.filter((kind) => accountOf(of).edits.some((edit) => firstKind(edit) === kind));
}

function firstKind(edit: Account['edits'][number]) {
  return changeKinds.find(({ is }) => is(edit));
}

const bar = (page: Page) => page.getByRole('group', { name: '逐处查看' });
const status = (page: Page) => bar(page).getByRole('status');
const current = (page: Page): Locator => page.locator('.copy .current').first();

test('one comes from the strip above the text and goes back to the same paragraph', async ({ page }) => {
  await page.goto(pathOf(speech));
  await page.getByRole('region', { name: '文本来历与完整程度' }).getByRole('link', { name: '对照原文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('对照原文');
  await page.getByRole('rowheader', { name: 'p2', exact: true }).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/${pathOf(speech)}#p2$`));
});

test('next and previous walk through every change and around', async ({ page }) => {
  await page.goto(path);
  const total = await page
    .locator('.copy [data-c], .copy .hand, .text .hidden')
    .evaluateAll(
      (marks) => new Set(marks.map((mark, index) => (mark as HTMLElement).dataset.c ?? `no change ${index}`)).size,
    );
  const next = bar(page).getByRole('button', { name: '下一处' });
  await next.click();
  await expect(status(page)).toContainText(`1/${total}`);
  await bar(page).getByRole('button', { name: '上一处' }).click();
  await expect(status(page)).toContainText(`${total}/${total}`);
  const seen = new Set<string>();
  for (let step = 1; step <= total; step++) {
    await next.press('Enter');
    for (const each of await page
      .locator('.current')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-c')))) {
      if (each) seen.add(each);
    }
  }
  expect(seen.size).toBe(account.edits.length);
  await expect(page.locator('.current').first()).toBeInViewport();
});

for (const kind of kindsIn(id)) {
  const index = account.edits.findIndex((edit) => firstKind(edit) === kind);
  const edit = account.edits[index] as Account['edits'][number];

  test(`${kind.name} is explained under the pointer and put out of sight by its box`, async ({ page }) => {
    await page.goto(path);
    const marks = page.locator(`[data-c="${index + 1}"]`);
    await page
      .locator(`.copy [data-c="${index + 1}"]`)
      .first()
      .dispatchEvent('pointerover');
    await expect(status(page)).toContainText(kind.name);
    if (edit.reason !== kind.name) await expect(status(page)).toContainText(edit.reason);
    await expect(page.locator('.current')).toHaveCount(await marks.count());

    const look = () =>
      marks.first().evaluate((mark) => {
        const { textDecorationLine, backgroundImage } = getComputedStyle(mark);
        return [textDecorationLine, backgroundImage, getComputedStyle(mark, '::before').content].join();
      });
    const before = await look();
    await page.getByRole('checkbox', { name: kind.name }).uncheck();
    expect(await look()).not.toBe(before);
    await expect(status(page)).not.toContainText(kind.name);
    await expect(page.locator('.current')).toHaveCount(0);
  });
}

test('what is out of sight is left out of the walk', async ({ page }) => {
  await page.goto(path);
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await bar(page).getByRole('button', { name: '下一处' }).click();
  await expect(status(page)).toHaveText('没有标出的改动。');
  await page.getByRole('checkbox', { name: '恢复全角标点' }).check();
  await bar(page).getByRole('button', { name: '下一处' }).click();
  const widths = account.edits.filter(({ rule }) => rule === 'full-width').length;
  await expect(status(page)).toContainText(`1/${widths}`);
});

test('one tab stop leads into the marks, arrows walk on', async ({ page }) => {
  await page.goto(path);
  await expect(page.locator('.rows [tabindex]')).toHaveCount(1);
  await page.locator('.rows [tabindex]').focus();
  await expect(status(page)).toContainText('1/');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(status(page)).toContainText('3/');
  await expect(page.locator('.rows :focus')).toHaveClass(/current/);
  await page.keyboard.press('ArrowLeft');
  await expect(status(page)).toContainText('2/');
  await expect(page.locator('.rows [tabindex]')).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(status(page)).toContainText('2/');
});

test('a finger on a change explains it', async ({ browser, site }) => {
  const page = await browser.newPage({ hasTouch: true, viewport: { width: 360, height: 740 }, baseURL: site.url });
  await page.goto(path);
  await page.locator('.text .width').nth(3).tap();
  await expect(status(page)).toContainText('恢复全角标点');
  await expect(current(page)).toHaveAttribute(
    'data-c',
    String(await page.locator('.text .current').getAttribute('data-c')),
  );
  await page.close();
});

test('a finding leads to its line', async ({ page }) => {
  await page.goto(path);
  const link = page.locator('.found-head a').last();
  await link.click();
  await expect(page.locator(':target')).toBeInViewport();
});

test('the copy is downloaded under its own name', async ({ page }) => {
  await page.goto(path);
  const wanted = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载原文件' }).click();
  const download = await wanted;
  expect(download.suggestedFilename()).toBe(speech.meta.source.file);
  expect(readFileSync(await download.path()).equals(readFileSync(join(root, account.source)))).toBe(true);
});

test('below a base path everything is there too', async ({ page, baseSite, request }) => {
  await page.goto(baseSite.url + path);
  const file = await page
    .getByRole('link', { name: '下载原文件' })
    .evaluate((link) => (link as HTMLAnchorElement).href);
  expect((await (await request.get(file)).body()).equals(readFileSync(join(root, account.source)))).toBe(true);
  await bar(page).getByRole('button', { name: '下一处' }).click();
  await expect(status(page)).toContainText('1/');
});

test('search engines are led to the speech, not to the comparison', async ({ page }) => {
  await page.goto(path);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all changes stand there with their reasons, and a kind can be put out of sight', async ({ page }) => {
    await page.goto(path);
    await expect(bar(page)).toBeHidden();
    for (const { reason } of account.edits) await expect(page.getByText(reason).first()).toBeVisible();
    const mark = page.locator('.copy .width').first();
    const line = () => mark.evaluate((element) => getComputedStyle(element).textDecorationLine);
    expect(await line()).toBe('underline');
    await page.getByRole('checkbox', { name: '恢复全角标点' }).uncheck();
    expect(await line()).toBe('none');
  });

  test('copy and text stand under each other on a narrow screen, beside each other on a wide one', async ({ page }) => {
    await page.goto(path);
    const places = () =>
      page
        .locator('tr', { has: page.locator('.copy + *, .text') })
        .last()
        .evaluate((row) =>
          [...row.querySelectorAll('.copy, .text')].map((cell) => {
            const { left, top } = cell.getBoundingClientRect();
            return { left, top };
          }),
        );
    const [copy, text] = await places();
    expect(text?.left).toBeGreaterThan(copy?.left ?? 0);
    expect(Math.abs((text?.top ?? 0) - (copy?.top ?? 99))).toBeLessThan(8);
    await page.setViewportSize({ width: 320, height: 640 });
    const [above, below] = await places();
    expect(below?.top).toBeGreaterThan(above?.top ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.describe('报告错误', () => {
  test('is left out where the site has no address for it', async ({ page }) => {
    await page.goto(path);
    const foot = page.getByRole('contentinfo');
    await expect(foot.getByRole('link', { name: '权利与撤回' })).toBeVisible();
    await expect(foot.getByRole('link', { name: '报告错误' })).toHaveCount(0);
  });

  test('names the page and the place one looks at', async ({ page }) => {
    await page.route(`**/${pathOf(speech)}`, async (route) => {
      const response = await route.fetch();
      const link = '<a data-report="mailto:a@example.org" href="mailto:a@example.org">报告错误</a></footer>';
      await route.fulfill({ response, body: (await response.text()).replace('</footer>', link) });
    });
    await page.goto(pathOf(speech));
    const report = page.getByRole('link', { name: '报告错误' });
    await expect(report).toHaveAttribute('href', new RegExp(encodeURIComponent(`/${pathOf(speech)}`)));
    await page.goto(`${pathOf(speech)}#p2`);
    await expect(report).toHaveAttribute('href', new RegExp(`${encodeURIComponent('#p2')}$`));
  });
});
