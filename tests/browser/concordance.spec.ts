/** The concordance: the same lines as a plain scan, in every order; groups, counts, export, the address, the keys. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Mark, textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

const word = '发展';
/** Stands in no speech. */
const nowhere = '鸜鹆龘靐';

interface Row {
  left: string;
  keyword: string;
  right: string;
  /** Path and fragment. */
  place: string;
}

/** A scan of the published text on its own, apart from the engine: the characters may have spaces and punctuation between them. */
const scanned: Row[] = speeches.flatMap((speech) => {
  let hit = 0;
  return textBlocks(speech).flatMap(({ id, text, marks }) =>
    [...text.matchAll(/发[\s\p{P}]*展/gu)]
      .filter((found) => !marks.some((mark) => within(mark, found.index, found.index + found[0].length)))
      .map((found) => {
        const end = found.index + found[0].length;
        return {
          left: text.slice(outOf(marks, Math.max(0, found.index - 40), 'from'), found.index),
          keyword: found[0],
          right: text.slice(end, outOf(marks, Math.min(text.length, end + 40), 'to')),
          place: `/${pathOf(speech)}?${new URLSearchParams({ q: word, hit: String(++hit) })}#${id}`,
        };
      }),
  );
});

function within(mark: Mark, from: number, to: number): boolean {
  return mark.kind === 'redaction' && from < mark.to && mark.from < to;
}

function outOf(marks: Mark[], at: number, edge: 'from' | 'to'): number {
  return marks.find((mark) => mark.kind === 'redaction' && mark.from < at && at < mark.to)?.[edge] ?? at;
}

const keyOf = ({ left, keyword, right, place }: Row) => [place, left, keyword, right].join('|');
const sorted = (rows: Row[]) => rows.map(keyOf).sort();

const main = (page: Page) => page.locator('[data-concordance]');
const grid = (page: Page) => page.getByRole('grid');
const status = (page: Page) => page.locator('[data-status]');
const chip = (page: Page, key: string) => page.locator(`[data-groups] button[data-key="${key}"]`);

async function open(page: Page, search: string, state = 'found'): Promise<void> {
  await page.goto(`concordance/?${search}`);
  await expect(main(page)).toHaveAttribute('data-state', state);
}

/** All lines of the list, met by scrolling through it; the most rows that stood in the page at once. */
function walk(page: Page): Promise<{ rows: Row[]; most: number }> {
  return page.evaluate(async () => {
    const list = document.querySelector('[role=grid]') as HTMLElement;
    const rows = new Map<number, Row>();
    let most = 0;
    const text = (row: Element, cell: string) => row.querySelector(cell)?.textContent ?? '';
    for (let before = -1; before !== list.scrollTop || rows.size === 0; ) {
      before = list.scrollTop;
      const shown = [...list.querySelectorAll<HTMLElement>('[data-index]')];
      most = Math.max(most, shown.length);
      for (const row of shown) {
        const { pathname, search, hash } = row.querySelector('a') as HTMLAnchorElement;
        const [left, keyword, right] = ['.kwic-left', '.kwic-keyword', '.kwic-right'].map((cell) => text(row, cell));
        rows.set(Number(row.ariaRowIndex), {
          left: left ?? '',
          keyword: keyword ?? '',
          right: right ?? '',
          place: pathname + search + hash,
        });
      }
      list.scrollTop += list.clientHeight / 2;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    return { rows: [...rows].sort(([a], [b]) => a - b).map(([, row]) => row), most };
  });
}

async function exported(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFile(await download.path(), 'utf8');
}

test('its lines are those of a plain scan, one by one, in every order', async ({ page }) => {
  await open(page, `q=${word}`);
  await expect(status(page)).toContainText(`共 ${scanned.length} 处`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(scanned.length + 1));
  for (const order of ['后文', '前文', '日期', '篇名']) {
    await page.getByRole('radio', { name: order, exact: true }).check();
    const { rows } = await walk(page);
    expect(sorted(rows)).toEqual(sorted(scanned));
  }
});

test('lines that go on alike stand together', async ({ page }) => {
  await open(page, `q=${word}`);
  const { rows } = await walk(page);
  const first = rows.map(({ right }) => right.replace(/[\s\p{P}]/gu, '')[0] ?? '');
  const runs = first.filter((character, index) => character !== first[index - 1]);
  expect(runs).toHaveLength(new Set(first).size);
  await page.getByRole('radio', { name: '前文', exact: true }).check();
  await expect(page).toHaveURL(/sort=left/);
  const left = (await walk(page)).rows.map((row) => row.left.replace(/[\s\p{P}]/gu, '').at(-1) ?? '');
  expect(left.filter((character, index) => character !== left[index - 1])).toHaveLength(new Set(left).size);
});

test('the files hold the same lines, each with its link', async ({ page, baseSite }) => {
  await page.goto(`${baseSite.url}concordance/?q=${word}`);
  await expect(main(page)).toHaveAttribute('data-state', 'found');
  const json = JSON.parse(await exported(page, 'JSON'));
  const origin = 'https://example.test/repo';
  const rows = (lines: (Row & { link: string })[]) =>
    lines.map((line) => ({ ...line, place: line.link.slice(origin.length) }));
  expect(json).toMatchObject({ query: word, exactForms: false, count: scanned.length });
  expect(json.version).toMatch(/^[0-9a-f]{12}$/);
  expect(json.lines.every(({ link }: { link: string }) => link.startsWith(`${origin}/speeches/`))).toBe(true);
  expect(sorted(rows(json.lines))).toEqual(sorted(scanned));
  const csv = await exported(page, 'CSV 表格');
  expect(csv.startsWith('\ufeff"前文","词句","后文","讲话","日期","链接"\r\n')).toBe(true);
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(scanned.length + 1);
});

test('a group says how often it stands, and a press narrows everything to it', async ({ page }) => {
  await open(page, `q=${word}`);
  const next = (row: Row) => /^[\p{L}\p{N}]{0,2}/u.exec(row.right)?.[0] ?? '';
  const groups = Map.groupBy(scanned, next);
  const [key, own] =
    [...groups].filter(([name]) => name.length === 2).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (!key || !own) throw new Error('no word follows');
  const button = chip(page, key);
  await expect(button).toHaveText(`${word}+${key}${own.length}`);
  await button.click();
  await expect(page).toHaveURL(new RegExp(`only=${encodeURIComponent(key)}`));
  await expect(chip(page, key)).toBeFocused();
  expect(sorted((await walk(page)).rows)).toEqual(sorted(own));
  await expect(page.locator('[data-shown]')).toContainText(`${own.length} 处`);
  expect(JSON.parse(await exported(page, 'JSON')).lines).toHaveLength(own.length);
  await page.goBack();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(scanned.length + 1));
  await page.goForward();
  await expect(chip(page, key)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radio', { name: '前面' }).check();
  await expect(page).not.toHaveURL(/only=/);
  await expect(page).toHaveURL(/by=previous/);
  await page.reload();
  await expect(page.getByRole('radio', { name: '前面' })).toBeChecked();
  await expect(
    page
      .locator('[data-groups]')
      .getByRole('button', { name: `+${word}` })
      .first(),
  ).toBeVisible();
});

test('the counts of the years and of the speeches sum up, and lead on', async ({ page }) => {
  await open(page, `q=${word}`);
  for (const title of ['各年', '各篇']) {
    const counts = page.locator('.kwic-chart', { hasText: title }).locator('.tag-count');
    const numbers = (await counts.allTextContents()).map(Number);
    expect(numbers.reduce((sum, count) => sum + count, 0)).toBe(scanned.length);
  }
  await page.locator('.kwic-chart', { hasText: '各年' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/years=/);
  await expect(main(page)).toHaveAttribute('data-state', 'found');
  await page.getByRole('link', { name: '不限' }).click();
  await expect(page).not.toHaveURL(/years=/);
});

test('the keys go through all lines, and Enter opens the place with its words marked', async ({ page }) => {
  await open(page, `q=${word}&sort=date`);
  const link = (row: number) => grid(page).locator(`[aria-rowindex="${row}"] a`);
  await page.locator('[data-export=json]').focus();
  await page.keyboard.press('Tab');
  await expect(link(2)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(link(3)).toBeFocused();
  await page.keyboard.press('End');
  await expect(link(scanned.length + 1)).toBeFocused();
  await expect(link(scanned.length + 1)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(link(scanned.length + 1)).not.toBeFocused();
  await page.keyboard.press('Home');
  await expect(link(2)).toBeFocused();
  await expect(link(2)).toHaveAccessibleName(new RegExp(word));
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
  const place = await link(5).getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(
    (url) => url.pathname + url.search + url.hash === new URL(place ?? '', url).href.slice(url.origin.length),
  );
  const marked = () => [...(CSS.highlights.get('search-hit-current') ?? [])].map(String);
  await expect.poll(() => page.evaluate(marked)).toEqual([word]);
});

test('a press anywhere on a line opens it', async ({ page }) => {
  await open(page, `q=${word}`);
  const line = await grid(page).locator('.kwic-right').nth(4).boundingBox();
  await page.mouse.click((line?.x ?? 0) + (line?.width ?? 0) - 10, (line?.y ?? 0) + 10);
  await expect(page).toHaveURL(/\/speeches\/.*hit=\d+#/);
});

test('a press begun before the list changes its size opens the line all the same', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, `q=${word}`);
  const list = grid(page);
  const tall = (await list.boundingBox())?.height ?? 0;
  await list.locator('[data-index="2"] a').hover();
  await page.mouse.down();
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect.poll(async () => (await list.boundingBox())?.height).toBeLessThan(tall);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.mouse.up();
  await expect(page).toHaveURL(/\/speeches\/.*hit=\d+#/);
});

test('the form asks anew; the same question is not read twice', async ({ page }) => {
  await open(page, '', 'idle');
  const texts: string[] = [];
  page.on('request', (request) => texts.push(request.url()));
  await page.locator('main').getByRole('searchbox').fill(word);
  await page.keyboard.press('Enter');
  await expect(main(page)).toHaveAttribute('data-state', 'found');
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('radio', { name: '前文', exact: true }).check();
  await page.getByRole('checkbox', { name: '只要字形相同的' }).check();
  await expect(page).toHaveURL(/exact=1/);
  await expect(status(page)).toContainText(`共 ${scanned.length} 处`);
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: '只要字形相同的' })).not.toBeChecked();
});

test('the search page leads here with its query', async ({ page }) => {
  await page.goto(`search/?q=${word}`);
  await page.getByRole('link', { name: /词语索引：/ }).click();
  await expect(page).toHaveURL(/\/concordance\/\?q=/);
  await expect(main(page)).toHaveAttribute('data-state', 'found');
});

test('what is found nowhere is said to be so', async ({ page }) => {
  await open(page, `q=${nowhere}`, 'nothing');
  await expect(status(page)).toContainText(`没有找到“${nowhere}”`);
  await expect(main(page)).toContainText(`全部 ${speeches.length} 篇讲话`);
  await expect(grid(page)).toBeHidden();
});

test('texts that do not come: it says so, and a second try helps', async ({ page }) => {
  await page.route('**/search/records/*.bin', (route) => route.abort());
  await open(page, `q=${word}`, 'failed');
  await expect(grid(page)).toBeHidden();
  await page.unroute('**/search/records/*.bin');
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(status(page)).toContainText(`共 ${scanned.length} 处`);
});

test('it shows how far it has come, and can be stopped', async ({ page }) => {
  let asked = 0;
  const released = Promise.withResolvers<void>();
  await page.route('**/search/records/*.bin', async (route) => {
    if (asked++ > 1) await released.promise;
    await route.continue();
  });
  await open(page, `q=${word}`, 'reading');
  await expect(page.getByRole('progressbar', { name: '核对的进度' })).toBeVisible();
  await page.getByRole('button', { name: '停下' }).click();
  await expect(main(page)).toHaveAttribute('data-state', 'stopped');
  await expect(page.getByRole('progressbar')).toBeHidden();
  released.resolve();
  await page.getByRole('button', { name: '从头再来' }).click();
  await expect(status(page)).toContainText(`共 ${scanned.length} 处`);
});

test('no query breaks the page or becomes markup', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('concordance/');
  const field = page.locator('main').getByRole('searchbox');
  for (const query of [
    '长'.repeat(10_000),
    '，。',
    '\ud83d',
    '<img src=x onerror="alert(1)">',
    '.*+?^$()|[]{}\\',
    '"的" -了',
  ]) {
    await field.fill(query);
    await field.press('Enter');
    await expect(main(page)).toHaveAttribute('data-query', query.toWellFormed());
    await expect(main(page)).toHaveAttribute('data-state', /^(found|nothing)$/);
  }
  await expect(page.locator('main img')).toHaveCount(0);
  expect(errors).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`it is without barriers (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, `q=${word}`);
    await page.locator('[data-groups] button').nth(2).click();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it explains itself and offers the lists', async ({ page }) => {
    await page.goto('concordance/?q=abc');
    await expect(page.locator('main')).toContainText('需要开启 JavaScript');
    await expect(page.locator('main').getByRole('searchbox')).toBeHidden();
    await expect(page.locator('main').getByRole('link', { name: '按主题' })).toBeVisible();
  });
});
