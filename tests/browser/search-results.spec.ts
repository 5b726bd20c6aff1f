/** Working with what a search finds: order, filters, counts, the address, suggestions, and the statement of nothing found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { newestFirst } from '../../src/search/record.ts';
import { speechRecord } from '../../src/search/speech-record.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { type LargeLibrary, largeLibrary } from './large-library.ts';

/** Stands in every speech, and in every one of the large library. */
const frequent = '的';
const nowhere = '鸜鹆龘靐';
const DOCUMENTS = 70;

const panel = (page: Page) => page.locator('[data-search-page] [data-search-panel]');
const field = (page: Page) => panel(page).getByRole('combobox');
const status = (page: Page) => panel(page).locator('[data-search-status]');
const groups = (page: Page) => panel(page).locator('[data-document]');
const topics = (page: Page) => panel(page).getByRole('group', { name: '主题' }).getByRole('checkbox');
const asked = (page: Page) => new URL(page.url()).searchParams;

async function look(page: Page, parameters: Record<string, string>): Promise<void> {
  await page.goto(`search/?${new URLSearchParams(parameters)}`);
  await expect(panel(page)).toHaveAttribute('data-state', /^(idle|found|nothing|failed)$/);
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await axe(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The number behind the name of a filter. */
async function countOf(page: Page, label: string): Promise<number> {
  const row = panel(page).locator('.search-side label', { has: page.getByText(label, { exact: true }) });
  return Number(await row.locator('.search-facet-count').innerText());
}

test('a filter narrows the results to the number that stood beside it, and is taken back', async ({ page }) => {
  await look(page, { q: frequent });
  const all = await groups(page).count();
  const row = panel(page).getByRole('group', { name: '主题' }).locator('label:visible').last();
  const label = await row.locator('input + span').innerText();
  const expected = await countOf(page, label);
  expect(expected).toBeLessThan(all);
  await row.click();
  await expect(groups(page)).toHaveCount(expected);
  await expect.poll(() => asked(page).getAll('topics').length).toBe(1);
  const chip = panel(page).getByRole('button', { name: `取消筛选：主题 ${label}` });
  await expect(chip).toBeVisible();
  await page.reload();
  await expect(groups(page)).toHaveCount(expected);
  await chip.click();
  await expect(groups(page)).toHaveCount(all);
  await expect(chip).toHaveCount(0);
  await expect(status(page)).toBeFocused();
  await page.goBack();
  await expect(chip).toBeVisible();
  await expect(groups(page)).toHaveCount(expected);
  await page.goForward();
  await expect(groups(page)).toHaveCount(all);
});

test('filters are chosen by keys, together, and cleared at once', async ({ page }) => {
  await look(page, { q: frequent });
  const first = topics(page).first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => asked(page).getAll('topics').length).toBe(1);
  await expect(first).toBeChecked();
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(() => asked(page).getAll('topics').length).toBe(2);
  await expect(panel(page).getByRole('button', { name: /^取消筛选/ })).toHaveCount(2);
  await panel(page).getByRole('button', { name: '清除全部' }).press('Enter');
  await expect.poll(() => asked(page).has('topics')).toBe(false);
  await expect(panel(page).getByRole('button', { name: /^取消筛选/ })).toHaveCount(0);
});

test('a filter from an address has its name, even if nothing has it', async ({ page, site }) => {
  const tags = JSON.parse(readFileSync(join(site.dir, 'search/tags.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const [slug, label] = Object.entries(tags.places ?? {})[0] ?? [];
  await look(page, { q: nowhere, places: slug ?? '' });
  await expect(panel(page).getByRole('button', { name: `取消筛选：地点 ${label}` })).toBeVisible();
  await expect(panel(page).locator('.search-statement')).toContainText(`地点 ${label}`);
  await panel(page).getByRole('button', { name: '去掉筛选再找' }).click();
  await expect.poll(() => asked(page).has('places')).toBe(false);
});

test('the switch of forms stands in the address and goes along to the place', async ({ page }) => {
  await look(page, { q: frequent });
  await panel(page)
    .getByRole('checkbox', { name: /只查原字形/ })
    .click();
  await expect.poll(() => asked(page).get('exact')).toBe('1');
  const hit = groups(page).first().locator('[data-block] a').nth(1);
  await expect(hit).toHaveAttribute('href', /\?q=[^&]+&exact=1&hit=\d+#/);
  await page.goBack();
  await expect(panel(page).getByRole('checkbox', { name: /只查原字形/ })).not.toBeChecked();
});

test('a hit in another form of the characters says so, and is none for exact forms', async ({ page }) => {
  await look(page, { q: '發展' });
  const line = groups(page).first().locator('[data-block]').first();
  await expect(line).toContainText('另一字形');
  await expect(line.locator('mark').first()).toHaveText('发展');
  await look(page, { q: '發展', exact: '1' });
  await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
  await panel(page).getByRole('button', { name: '连同繁简两体再找' }).click();
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
});

test('each line says which hit of the speech it begins with', async ({ page }) => {
  await look(page, { q: frequent });
  const first = groups(page).first();
  await first.getByRole('button', { name: /^显示其余/ }).click();
  const lines = await first.locator('[data-block]').evaluateAll((items) =>
    items.map((item) => ({
      count: Number((item as HTMLElement).dataset.count),
      hit: Number(new URL(item.querySelector('a')?.href ?? '').searchParams.get('hit')),
    })),
  );
  let next = 1;
  for (const { count, hit } of lines.sort((a, b) => a.hit - b.hit)) {
    expect(hit).toBe(next);
    next += count;
  }
  expect(lines.length).toBeGreaterThan(5);
});

test('examples of the language can be pressed', async ({ page }) => {
  await look(page, {});
  const help = panel(page).getByRole('button', { name: '检索语法' });
  await expect(help).toHaveAttribute('aria-expanded', 'false');
  await help.press('Enter');
  await expect(help).toHaveAttribute('aria-expanded', 'true');
  await panel(page).getByRole('button', { name: '检索 产业 人才' }).click();
  await expect(field(page)).toHaveValue('产业 人才');
  await expect(panel(page)).toHaveAttribute('data-query', '产业 人才');
});

test('letters suggest words: chosen by keys or a press, and put away', async ({ page }) => {
  await look(page, {});
  const options = panel(page).getByRole('option');
  await field(page).fill('rgzn');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(options.first()).toContainText('人工智能');
  await field(page).press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '');
  await expect(field(page)).toBeFocused();
  await field(page).press('Escape');
  await expect(options).toHaveCount(0);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).fill('rengongzhineng');
  await expect(options.first()).toBeVisible();
  await field(page).press('ArrowDown');
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('人工智能');
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
  await field(page).fill('rgzn');
  await options.first().click();
  await expect(field(page)).toHaveValue('人工智能');
  await expect(field(page)).toBeFocused();
});

test('putting the suggestions away leaves the dialog open', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  const dialog = page.locator('dialog[data-search-dialog]');
  await dialog.getByRole('combobox').fill('rgzn');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('nothing found is a statement with its version and address, ready to be copied', async ({
  page,
  context,
  site,
}) => {
  const { version } = JSON.parse(readFileSync(join(site.dir, 'version.json'), 'utf8')) as { version: string };
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await look(page, { q: `${nowhere}|发${nowhere} -产业` });
  const statement = panel(page).locator('.search-statement');
  for (const part of [`“${nowhere}”或“发${nowhere}”，不含“产业”`, '繁简两体都试过', '發', version]) {
    await expect(statement).toContainText(part);
  }
  await expect(statement.getByRole('link')).toHaveAttribute('href', page.url());
  await statement.getByRole('button', { name: '复制这段说明' }).click();
  await expect(statement.getByRole('status')).toHaveText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(page.url());
  expect(copied).toContain(version);
});

test('where copying is refused the statement is marked to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    document.execCommand = () => false;
  });
  await look(page, { q: nowhere });
  await panel(page).getByRole('button', { name: '复制这段说明' }).click();
  await expect(panel(page).locator('.search-statement')).toContainText('浏览器不让复制');
  expect(await page.evaluate(() => String(getSelection()))).toContain(nowhere);
});

test('near words are offered where nothing is found, and lead to hits', async ({ page }) => {
  await look(page, { q: '人工智熊' });
  await panel(page).locator('.search-near').getByRole('button').first().click();
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
  await expect(status(page)).toBeFocused();
});

test('a query too long for an address is kept in the history', async ({ page }) => {
  const long = nowhere.repeat(400);
  await look(page, {});
  await field(page).fill(long);
  await field(page).press('Enter');
  await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
  await expect(panel(page).locator('.search-statement')).toContainText('写不进地址');
  expect(asked(page).has('q')).toBe(false);
  await field(page).fill('产业');
  await field(page).press('Enter');
  await expect.poll(() => asked(page).get('q')).toBe('产业');
  await page.goBack();
  await expect(field(page)).toHaveValue(long);
});

test('what was sent off is a step of its own, even when the next words are typed at leisure', async ({ page }) => {
  await look(page, {});
  for (const query of ['产业', '人才']) {
    await field(page).fill(query);
    await expect.poll(() => asked(page).get('q')).toBe(query);
    await field(page).press('Enter');
  }
  await page.goBack();
  await expect(field(page)).toHaveValue('产业');
});

test('results begin at the same place whatever is found', async ({ page }) => {
  await look(page, { q: '产业' });
  const box = () => panel(page).locator('[data-search-results]').boundingBox();
  const before = await box();
  await field(page).fill('产业园');
  await expect(panel(page)).toHaveAttribute('data-query', '产业园');
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
  const after = await box();
  await field(page).fill(nowhere);
  await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
  const nothing = await box();
  expect(after).toMatchObject({ x: before?.x, y: before?.y });
  expect(nothing).toMatchObject({ x: before?.x, y: before?.y });
});

test('filters and the rest work under a base path', async ({ page, baseSite }) => {
  await page.goto(`${baseSite.url}search/?q=${encodeURIComponent(nowhere)}&completeness=unknown`);
  await expect(panel(page).getByRole('button', { name: /^取消筛选：完整程度 (?!unknown)/ })).toBeVisible();
  await expect(panel(page).locator('.search-statement').getByRole('link')).toHaveAttribute(
    'href',
    /\/repo\/search\/\?q=/,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`filters, help, suggestions and the statement are accessible (${colorScheme}, ${width})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await look(page, { q: '产业', genres: 'speech' });
      await panel(page).getByRole('button', { name: '检索语法' }).click();
      const fold = panel(page).getByRole('button', { name: '筛选与排序' });
      if (await fold.isVisible()) await fold.click();
      await expect(panel(page).getByRole('group', { name: '主题' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await field(page).fill('rgzn');
      await expect(panel(page).getByRole('option').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await look(page, { q: `${nowhere.repeat(30)}`, exact: '1' });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test.describe('in a library larger than one search reads', () => {
  let library: LargeLibrary;
  test.beforeAll(async () => {
    library = await largeLibrary(DOCUMENTS);
  });
  test.afterAll(() => library.remove());
  test.beforeEach(({ page }) => library.open(page));

  test('counts are at least until all is verified, which a press does', async ({ page }) => {
    await look(page, { q: frequent });
    await expect(status(page)).toHaveText(/^至少 [\d,]+ 处，已核对 \d+\/70 篇。$/);
    await expect(panel(page).locator('.search-facet-count').first()).toHaveText(/^\d+\+$/);
    await panel(page).getByRole('button', { name: '全部核对' }).click();
    await expect(status(page)).toHaveText(/^共 [\d,]+ 处，见于 70 篇讲话。$/);
    await expect(panel(page).getByRole('button', { name: '全部核对' })).toHaveCount(0);
    expect(asked(page).get('all')).toBe('1');
    await page.reload();
    await expect(status(page)).toHaveText(/^共 [\d,]+ 处，见于 70 篇讲话。$/);
  });

  test('verifying all shows how far it is, stays silent on the way and can be stopped', async ({ page }) => {
    await look(page, { q: frequent });
    const before = await groups(page).count();
    const held = Promise.withResolvers<void>();
    let through = 8;
    await page.route('**/search/records/*.bin', async (route) => {
      if (through-- <= 0) await held.promise;
      await route.fallback();
    });
    await status(page).evaluate((element) => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      new MutationObserver(() => said.push(element.textContent ?? '')).observe(element, { childList: true });
    });
    await panel(page).getByRole('button', { name: '全部核对' }).press('Enter');
    await expect(panel(page).getByRole('progressbar')).toBeVisible();
    await expect(groups(page)).toHaveCount(before);
    await panel(page).getByRole('button', { name: '停止' }).press('Enter');
    await expect(status(page)).toHaveText(/^至少/);
    await expect(panel(page)).toHaveAttribute('data-state', 'found');
    await expect.poll(() => asked(page).has('all')).toBe(false);
    held.resolve();
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said.filter(Boolean)).toHaveLength(1);
  });

  test('what breaks off in the middle keeps what was found and offers another try', async ({ page }) => {
    await look(page, { q: frequent });
    const before = await groups(page).count();
    await page.route('**/search/records/*.bin', (route) => route.abort());
    await panel(page).getByRole('button', { name: '全部核对' }).click();
    await expect(panel(page)).toHaveAttribute('data-state', 'failed');
    await expect(status(page)).toContainText('以下是中断以前找到的：至少');
    expect(await groups(page).count()).toBeGreaterThanOrEqual(before);
    await page.unroute('**/search/records/*.bin');
    await panel(page).getByRole('button', { name: '再试一次' }).click();
    await expect(status(page)).toHaveText(/^共 [\d,]+ 处，见于 70 篇讲话。$/);
  });

  test('the documents below those shown follow on a press, and on a second one where they could not be had', async ({
    page,
  }) => {
    await look(page, { q: frequent, all: '1' });
    const more = panel(page).getByRole('button', { name: /^再显示 50 篇|^显示其余 50 篇/ });
    await expect(more).toBeVisible();
    await expect(groups(page)).toHaveCount(20);
    await page.route('**/search/records/*.bin', (route) => route.abort());
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error('the thread is lost, and with it the texts');
      });
    });
    await expect.poll(() => page.workers().length).toBe(0);
    await more.press('Enter');
    await expect(status(page)).toHaveText(/^检索用的数据没有载入/);
    await expect(more).toBeFocused();
    await page.unroute('**/search/records/*.bin');
    await more.press('Enter');
    await expect(groups(page)).toHaveCount(70);
    await expect(more).toHaveCount(0);
    await expect(status(page)).toHaveText(/^共 [\d,]+ 处，见于 70 篇讲话。$/);
    await expect(groups(page).nth(20).locator('a').first()).toBeFocused();
    const ids = await groups(page).evaluateAll((all) => all.map((group) => (group as HTMLElement).dataset.document));
    expect(new Set(ids).size).toBe(70);
  });

  test('by date the newest stand first, and the choice is a step back', async ({ page }) => {
    await look(page, { q: frequent, all: '1' });
    const ids = () => groups(page).evaluateAll((all) => all.map((group) => (group as HTMLElement).dataset.document));
    const ranked = await ids();
    await panel(page).getByRole('radio', { name: /^日期/ }).check();
    await expect.poll(() => asked(page).get('order')).toBe('date');
    const newest = library.speeches.map(speechRecord).sort(newestFirst);
    await expect.poll(ids).toEqual(newest.slice(0, 20).map(({ id }) => id));
    await page.goBack();
    await expect.poll(ids).toEqual(ranked);
  });

  test('filters count what the query finds, and years stand from the last on', async ({ page }) => {
    await look(page, { q: frequent, all: '1' });
    await expect(status(page)).toHaveText(/^共/);
    const records = library.speeches.map(speechRecord);
    const years = records.flatMap(({ tags }) => tags.years);
    const rows = await panel(page).getByRole('group', { name: '年份' }).locator('label').allInnerTexts();
    const expected = [...new Map(years.map((year) => [year.slug, year.label]))]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([slug, label]) => `${label}${years.filter((year) => year.slug === slug).length}`);
    expect(rows.map((row) => row.replace(/\n/g, ''))).toEqual(expected.slice(0, rows.length));
  });
});
