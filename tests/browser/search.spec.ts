import type { Page } from '@playwright/test';
import { textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';
import { ask, publishedSpeeches } from './search-panel.ts';

const speeches = publishedSpeeches();
const paragraphs = speeches.flatMap((speech) => textBlocks(speech).map((block) => ({ speech, block })));
/** A run of Han characters from the middle of the library, and where it stands. */
const sample = (() => {
  const found = paragraphs.find(({ block }) => block.kind === 'paragraph' && /\p{Script=Han}{8}/u.test(block.text));
  const words = /\p{Script=Han}{8}/u.exec(found?.block.text ?? '')?.[0];
  if (!found || !words) throw new Error('The library holds no paragraph to search for');
  return { id: found.speech.meta.id, block: found.block.id, words };
})();
/** Stands in no speech. */
const nowhere = '鸜鹆龘靐';
/** Stands in every speech. */
const frequent = '的';

const panel = (page: Page) => page.locator('[data-search-page] [data-search-panel]');
const dialog = (page: Page) => page.locator('dialog[data-search-dialog]');
const ended = /^(found|nothing|failed)$/;

async function violations(page: Page): Promise<string[]> {
  const { violations } = await axe(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  return errors;
}

test('keys typed right behind the opening one are not lost, however slow the connection', async ({ page }) => {
  await page.goto('');
  const loaded = Promise.withResolvers<void>();
  await page.route(/search-dialog/, async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.keyboard.press('/');
  await page.keyboard.type(sample.words);
  await expect(dialog(page).locator('input[name=q]')).toHaveValue(sample.words);
  loaded.resolve();
  await expect(dialog(page).locator(`[data-document="${sample.id}"]`)).toBeVisible();
});

test('a result opens the place and the words are marked there', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent(sample.words)}`);
  const hit = panel(page).locator(`[data-document="${sample.id}"] [data-block="${sample.block}"] a`).first();
  await expect(hit.locator('mark').first()).toHaveText(sample.words);
  await hit.click();
  await expect(page).toHaveURL(new RegExp(`/speeches/${sample.id}/\\?q=[^&]*&hit=\\d+#${sample.block}$`));
  await expect(page.locator(`#${sample.block}`)).toBeInViewport();
  const marked = () => [...(CSS.highlights.get('search-hit') ?? [])].map(String);
  await expect.poll(() => page.evaluate(marked)).toContain(sample.words);
});

test('marks run across punctuation, run-in headings and redaction marks, and leave notes alone', async ({ page }) => {
  const found = paragraphs.find(({ block }) => block.marks.some((mark) => mark.kind === 'redaction' && mark.from > 2));
  const mark = found?.block.marks.find((each) => each.kind === 'redaction' && each.from > 2);
  if (!found || !mark) throw new Error('The library holds no redaction mark');
  const words = found.block.text.slice(mark.from - 2, mark.to + 2);
  await page.goto(`speeches/${found.speech.meta.id}/?q=${encodeURIComponent(words)}#${found.block.id}`);
  const marked = () => [...(CSS.highlights.get('search-hit') ?? [])].map(String);
  await expect.poll(() => page.evaluate(marked)).toContain(words);
});

test('the address and the panel say the same, back and forward too', async ({ page }) => {
  const field = panel(page).getByRole('combobox');
  await page.goto('search/');
  await field.fill(sample.words);
  await expect(page).toHaveURL(new RegExp(`\\?q=${encodeURIComponent(sample.words)}$`));
  await field.press('Enter');
  await field.fill(nowhere);
  await field.press('Enter');
  await expect(page).toHaveURL(new RegExp(`\\?q=${encodeURIComponent(nowhere)}$`));
  await page.goBack();
  await expect(field).toHaveValue(sample.words);
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
  await page.goForward();
  await expect(field).toHaveValue(nowhere);
  await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
});

test('coming back from a result finds the results again', async ({ page }) => {
  await page.goto('search/');
  await panel(page).getByRole('combobox').fill(sample.words);
  await panel(page).locator('[data-block] a').first().click();
  await page.waitForURL(/\/speeches\//);
  await page.goBack();
  await expect(panel(page).getByRole('combobox')).toHaveValue(sample.words);
  await expect(panel(page).locator('[data-block] a').first()).toBeVisible();
});

test('the last of two quick queries wins', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/search/records/*.bin', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('search/');
  const field = panel(page).getByRole('combobox');
  const record = page.waitForRequest('**/search/records/*.bin');
  await field.fill(frequent);
  await record;
  await field.fill(nowhere);
  await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
  const late = page.waitForResponse('**/search/records/*.bin');
  release();
  await (await late).finished();
  await ask(page, [nowhere]);
  await expect(panel(page)).toHaveAttribute('data-query', nowhere);
  await expect(panel(page).locator('[data-document]')).toHaveCount(0);
});

test('nothing found says what was searched and offers ways on', async ({ page }) => {
  await page.goto(`search/?q=${encodeURIComponent(nowhere)}`);
  await expect(panel(page).locator('[data-search-status]')).toContainText(nowhere);
  await expect(panel(page)).toContainText(`全部 ${speeches.length} 篇讲话`);
  await expect(panel(page).getByRole('link', { name: '按主题' })).toBeVisible();
  await panel(page).getByRole('button', { name: '在说明里找' }).click();
  await expect(page).toHaveURL(/in=docs/);
  await expect(panel(page).getByRole('radio', { name: '说明' })).toBeChecked();
});

test('the pages of 说明 are searched apart from the speeches', async ({ page }) => {
  await page.goto('docs/');
  const title = (await page.locator('main h1').innerText()).trim();
  await page.goto(`search/?in=docs&q=${encodeURIComponent(title)}`);
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
  const addresses = await panel(page)
    .locator('[data-block] a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.every((address) => address.startsWith('/docs/'))).toBe(true);
  // What would choose among speeches is out of the way, and there again for them.
  const choices = [/^日期/, /只查原字形/].map((name) =>
    panel(page).getByRole('radio', { name }).or(panel(page).getByRole('checkbox', { name })),
  );
  for (const choice of choices) await expect(choice).toBeHidden();
  await expect(panel(page).getByRole('button', { name: '筛选与排序' })).toBeHidden();
  await panel(page).getByRole('radio', { name: '讲话' }).check();
  await expect(page).not.toHaveURL(/in=docs/);
  for (const choice of choices) await expect(choice).toBeVisible();
});

test('keys open the dialog on every page, walk through the hits and open one', async ({ page }) => {
  await page.goto(`speeches/${sample.id}/`);
  await page.keyboard.press('/');
  await expect(dialog(page)).toBeVisible();
  const field = dialog(page).getByRole('combobox');
  await expect(field).toBeFocused();
  await field.fill(sample.words);
  await expect(dialog(page).locator('[data-search-panel]')).toHaveAttribute('data-state', 'found');
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).locator('h2 a').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).locator('[data-block] a').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(dialog(page)).toBeVisible();
  await expect(field).toHaveValue(sample.words);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/speeches\/.*\?q=/);
});

test('Enter in the dialog goes on to the search page', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('combobox').fill(sample.words);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=/);
  await expect(panel(page)).toHaveAttribute('data-state', 'found');
});

test('a slash that is typed is a slash', async ({ page }) => {
  await page.goto('search/');
  const field = panel(page).getByRole('combobox');
  await field.focus();
  await page.keyboard.press('/');
  await expect(field).toHaveValue('/');
  await expect(dialog(page)).toBeHidden();
});

test('a page loads nothing of search but the opener until it is opened', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`speeches/${sample.id}/`, { waitUntil: 'networkidle' });
  expect(requests.filter((path) => /search|highlight|match/.test(path))).toEqual([]);
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  expect(requests.some((path) => /search/.test(path))).toBe(true);
});

for (const [what, pattern] of [
  ['the engine', '**/index/pagefind.js'],
  ['a part of the index', '**/index/index/*.pf_index'],
  ['the catalogue', '**/search/catalogue.json'],
  ['a text', '**/search/records/*.bin'],
] as const) {
  for (const [how, answer] of [
    ['is missing', { status: 404, body: 'not found' }],
    ['is torn', { status: 200, body: 'half' }],
    ['cannot be reached', undefined],
  ] as const) {
    test(`${what} ${how}: the panel says so, and a second try helps`, async ({ page }) => {
      await page.route(pattern, (route) => (answer ? route.fulfill(answer) : route.abort()));
      await page.goto(`search/?q=${encodeURIComponent(sample.words)}`);
      await expect(panel(page)).toHaveAttribute('data-state', ended);
      await expect(panel(page)).toHaveAttribute('data-state', 'failed');
      await expect(panel(page).locator('[data-search-status]')).toContainText('没有载入');
      await page.unroute(pattern);
      await panel(page).getByRole('button', { name: '再试一次' }).click();
      await expect(panel(page)).toHaveAttribute('data-state', 'found');
    });
  }
}

test('no query breaks the page or becomes markup', async ({ page }) => {
  const errors = watchErrors(page);
  const hostile = [
    '长'.repeat(10_000),
    Array.from({ length: 5_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' '),
    Array.from({ length: 5_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('|'),
    '-的 '.repeat(3_000),
    '"'.repeat(9_999),
    '标题:'.repeat(3_000),
    '|',
    '- " |',
    '-"',
    '小节：',
    '标题:" "|-',
    '-人工 -智能',
    '第一段\n\n第二段\r\n',
    '4×4'.repeat(3_000),
    '* '.repeat(5_000),
    '，。！？',
    '……——',
    '\ud83d',
    '\udc00人工',
    '<img src=x onerror="alert(1)">',
    '"><script>alert(1)</script>',
    '.*+?^$()|[]{}\\',
    '(?=',
    '\u0000\u0007\u001b',
    '\u200b\u202e\ufeff',
    '"人工" "智能"',
    '%E4%BA',
    ' ',
    '__proto__',
    '👩‍👩‍👧',
  ];
  await page.goto('search/');
  for (const shown of await ask(page, hostile)) {
    expect(shown.state, shown.query.slice(0, 20)).toMatch(/^(found|nothing)$/);
  }
  for (const query of ['<img src=x onerror="alert(1)">', '%E4%BA', '\u0000']) {
    await page.goto(`search/?q=${encodeURIComponent(query)}`);
    await expect(panel(page)).toHaveAttribute('data-state', ended);
    await page.goto(`speeches/${sample.id}/?q=${encodeURIComponent(query)}`);
  }
  await page.goto('search/?q=%E4%BA&in=%FF');
  await expect(panel(page)).toHaveAttribute('data-state', ended);
  await expect(page.locator('main img, main script')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('a query of punctuation alone is looked for as it stands', async ({ page }) => {
  await page.goto('search/');
  const [shown] = await ask(page, ['；']);
  const expected = paragraphs.filter(({ block }) => block.text.includes('；'));
  expect(shown?.places).toEqual(expected.map(({ speech, block }) => `${speech.meta.id}#${block.id}`).sort());
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`results are accessible, on the page and in the dialog (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`search/?q=${encodeURIComponent(frequent)}`);
    await expect(panel(page)).toHaveAttribute('data-state', 'found');
    expect(await violations(page)).toEqual([]);
    await page.goto(`search/?q=${encodeURIComponent(nowhere)}`);
    await expect(panel(page)).toHaveAttribute('data-state', 'nothing');
    expect(await violations(page)).toEqual([]);
    await page.goto('');
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('combobox').fill(frequent);
    await expect(dialog(page).locator('[data-search-panel]')).toHaveAttribute('data-state', 'found');
    expect(await violations(page)).toEqual([]);
  });
}

test('everything works under a base path', async ({ page, baseSite }) => {
  await page.goto(`${baseSite.url}search/?q=${encodeURIComponent(sample.words)}`);
  const hit = panel(page).locator(`[data-block="${sample.block}"] a`).first();
  await hit.click();
  await expect(page).toHaveURL(new RegExp(`/repo/speeches/${sample.id}/\\?q=`));
  await page.keyboard.press('/');
  await dialog(page).getByRole('combobox').fill(sample.words);
  await expect(dialog(page).locator('[data-block] a').first()).toHaveAttribute('href', /^\/repo\/speeches\//);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page explains itself and offers the lists', async ({ page }) => {
    await page.goto('search/?q=abc');
    await expect(page.locator('main')).toContainText('需要开启 JavaScript');
    await expect(page.locator('main [data-search-panel]')).toBeHidden();
    for (const name of ['全部讲话', '按主题', '按地点', '按年份']) {
      await expect(page.locator('main').getByRole('link', { name })).toBeVisible();
    }
  });

  test('the form in the header leads to the search page', async ({ page }) => {
    await page.goto('');
    const form = page.locator('header form[role=search]');
    await expect(form).toHaveAttribute('action', '/search/');
    await expect(form.locator('input[name=q]')).toHaveCount(1);
  });
});
