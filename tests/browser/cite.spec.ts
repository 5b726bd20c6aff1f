/** 引用: the dialog at every section and paragraph and in the bar; what each button copies. */
import type { Locator, Page } from '@playwright/test';
import { entryWords, outlinePathAt } from '../../src/text/outline.ts';
import { type OutlineEntry, type Speech, type TextBlock, textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

const speech = speechWith(({ blocks }) => blocks.some((block) => block.kind === 'heading'));
const path = pathOf(speech);
const heading = speech.blocks.find((block) => block.kind === 'heading') as Extract<
  Speech['blocks'][number],
  { kind: 'heading' }
>;
const names = [
  '链接',
  '原文与出处',
  'GB/T 7714—2025',
  'GB/T 7714—2015',
  'Markdown 链接',
  'HTML 链接',
  'BibTeX',
  'RIS',
  'CSL-JSON',
];

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '引用' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const shownFor = (dialog: Locator, name: string) =>
  dialog
    .locator('section')
    .filter({ has: dialog.page().getByRole('heading', { name, exact: true }) })
    .locator('pre');

async function openAt(page: Page, id: string): Promise<Locator> {
  const handle = page.locator(`[id="${id}"] > a.handle`);
  await handle.hover();
  await handle.click();
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAttribute('data-ready', '');
  return dialog;
}

test('by mouse every form is shown, copied to the character and announced', async ({ page }) => {
  await page.goto(path);
  const dialog = await openAt(page, heading.id);
  await expect(page).toHaveURL(new RegExp(`#${heading.id}$`));
  await expect(dialog.getByRole('heading', { level: 3 })).toHaveText(names);
  for (const name of names) {
    await dialog.getByRole('button', { name: `复制${name}`, exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText(`已复制：${name}`);
    const text = await clipboard(page);
    expect(text).toBe(await shownFor(dialog, name).textContent());
    expect(text).toContain(`${path}#${heading.id}`);
  }
  expect(await shownFor(dialog, '原文与出处').textContent()).toContain(`“${heading.text}”——`);
});

test('by keyboard the dialog opens, copies every form and gives the focus back', async ({ page }) => {
  await page.goto(path);
  await page.locator('#p2 > a.handle').focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('button', { name: '复制链接', exact: true })).toBeFocused();
  for (const name of names) {
    await expect(dialog.getByRole('button', { name: `复制${name}`, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText(`已复制：${name}`);
    expect(await clipboard(page)).toBe(await shownFor(dialog, name).textContent());
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#p2 > a.handle')).toBeFocused();
});

test('引用 in the bar cites the place that one reads, and at the head the whole', async ({ page }) => {
  await page.goto(path);
  const button = page.getByRole('button', { name: '引用', exact: true });
  await button.click();
  const dialog = dialogOf(page);
  await expect(shownFor(dialog, '链接')).toHaveText(new RegExp(`${path}$`));
  await expect(dialog.getByText('原文与出处')).toHaveCount(0);
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(button).toBeFocused();
  await page.evaluate(() => document.getElementById('p4')?.scrollIntoView({ block: 'start' }));
  await button.click();
  await expect(shownFor(dialog, '链接')).toHaveText(new RegExp(`${path}#p4$`));
});

/** The headings over the beginning of a block; of several run-ins in it, what they have in common. */
function headingsOver(speech: Speech, block: TextBlock): OutlineEntry[] {
  const path = outlinePathAt(speech, block.id, 0);
  const runins = block.marks.filter((mark) => mark.kind === 'runin').map(({ id }) => id);
  return runins.length > 1 && runins.includes(path.at(-1)?.id ?? '') ? path.slice(0, -1) : path;
}

for (const each of speeches) {
  test(`every paragraph and heading of ${each.meta.id} is cited in its own words, under its headings`, async ({
    page,
  }) => {
    // Whatever forms are shown, it is the published characters that are cited.
    await page.addInitScript(() => localStorage.setItem('script', 'hant'));
    await page.goto(pathOf(each));
    await expect(page.locator('.script-notice')).toBeVisible();
    await expect(page.locator('#p1')).toHaveAttribute('lang', 'zh-Hant');
    const dialog = dialogOf(page);
    for (const block of textBlocks(each)) {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
      await page.locator(`[id="${block.id}"] > a.handle`).evaluate((handle) => (handle as HTMLElement).click());
      await expect(shownFor(dialog, '链接')).toContainText(`#${block.id}`);
      const path = headingsOver(each, block).map(entryWords);
      const place = [...path, ...(block.kind === 'paragraph' ? [block.id] : [])].join(' › ');
      expect(await dialog.locator('.cite-place').textContent(), block.id).toBe(place);
      expect(await shownFor(dialog, '原文与出处').textContent()).toContain(`“${block.text}”——`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  });
}

test('today is the day of reading, and the version that of the text', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-03-05T12:00:00+08:00'));
  await page.goto(path);
  const dialog = await openAt(page, 'p1');
  await expect(shownFor(dialog, 'GB/T 7714—2025')).toContainText('[2026-03-05]. http');
  const version = /[0-9a-f]{12}/.exec((await page.locator('.imprint').textContent()) ?? '')?.[0];
  await expect(shownFor(dialog, 'BibTeX')).toContainText(`version = {${version}}`);
});

test('where copying is refused the text is selected and the reader told', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  await page.goto(path);
  const dialog = await openAt(page, 'p1');
  await dialog.getByRole('button', { name: '复制RIS' }).click();
  await expect(dialog.getByRole('status')).toContainText('文字已选中');
  expect(await page.evaluate(() => String(getSelection()))).toBe(await shownFor(dialog, 'RIS').textContent());
});

test('where the dialog cannot be loaded 引用 still copies the link', async ({ page }) => {
  await page.route(/cite-dialog/, (route) => route.abort());
  await page.goto(path);
  await page.evaluate(() => document.getElementById('p4')?.scrollIntoView({ block: 'start' }));
  await page.getByRole('button', { name: '引用', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '链接已复制' })).toBeVisible();
  expect(await clipboard(page)).toMatch(/#p4$/);
});

test('a handle pressed with Ctrl opens a tab like any link', async ({ page, context }) => {
  await page.goto(path);
  await page.locator('#p2 > a.handle').hover();
  const opened = context.waitForEvent('page');
  await page.locator('#p2 > a.handle').click({ modifiers: ['ControlOrMeta'] });
  await expect(await opened).toHaveURL(/#p2$/);
  await expect(dialogOf(page)).toBeHidden();
});

test('nothing of the dialog is loaded before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /cite/.test(url))).toEqual([]);
  await openAt(page, 'p1');
  expect(asked.filter((url) => /cite.*\.(js|css)$/.test(url))).toHaveLength(2);
});

test('below a base path the permanent address is cited, wherever the page is read', async ({ page, baseSite }) => {
  await page.goto(baseSite.url + path);
  const dialog = await openAt(page, 'p1');
  for (const name of names) {
    await dialog.getByRole('button', { name: `复制${name}`, exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText(`已复制：${name}`);
    expect(await clipboard(page)).toContain(`https://example.test/repo/${path}#p1`);
  }
});

for (const [name, viewport] of Object.entries({
  narrow: { width: 360, height: 740 },
  wide: { width: 1440, height: 900 },
})) {
  test(`the dialog is without barriers, ${name}, and never scrolls sideways`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(path);
    const dialog = await openAt(page, 'p1');
    await dialog.getByRole('button', { name: '复制链接', exact: true }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await axe(page).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    }
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    for (const button of await dialog.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });
}

for (const each of speeches) {
  test(`the head of ${each.meta.id} says what is known, and only that`, async ({ page, site, baseSite }) => {
    for (const { url } of [site, baseSite]) {
      await page.goto(url + pathOf(each));
      const data = JSON.parse(String(await page.locator('script[type="application/ld+json"]').textContent()));
      const known = url === baseSite.url ? `https://example.test/repo/${pathOf(each)}` : undefined;
      expect(data.url).toBe(known);
      const parts = each.outline.filter(({ present }) => present).map(({ id }) => `${known ?? ''}#${id}`);
      expect((data.hasPart ?? []).map((part: { '@id': string }) => part['@id'])).toEqual(parts);
      const { delivered, issued, speaker, issuer } = each.meta;
      expect([data.dateCreated, data.datePublished]).toEqual([delivered ?? undefined, issued ?? undefined]);
      await expect(page.locator('meta[name="citation_author"]')).toHaveCount(speaker?.name || issuer ? 1 : 0);
      await expect(page.locator('meta[name="citation_date"]')).toHaveCount(delivered || issued ? 1 : 0);
      await expect(page.locator('meta[name="citation_public_url"]')).toHaveCount(known ? 1 : 0);
      await expect(page.locator('meta[name="citation_title"]')).toHaveAttribute(
        'content',
        new RegExp(`^\\[?${each.meta.title}`),
      );
    }
  });
}
