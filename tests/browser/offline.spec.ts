import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

test.use({ serviceWorkers: 'allow' });

const speech = speechWith(() => true);
const other = speeches.at(-1) ?? speech;
const lastWords = String(textBlocks(speech).at(-1)?.text);

/** Opens a page and waits until the service worker has kept it. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => isKept(page)).toBe(true);
}

/** Whether the worker has kept this page as visited: not only as one of its own. */
function isKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith(' pages'));
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(location.pathname)));
    return found.some((response) => response !== undefined);
  });
}

const notice = (page: Page) => page.locator('main .stored-note');

for (const name of ['site', 'baseSite'] as const) {
  test.describe(name, () => {
    test('what was visited can be read without a network, and says when it was stored', async ({
      page,
      context,
      site,
      baseSite,
    }) => {
      const { url } = { site, baseSite }[name];
      await visit(page, url + pathOf(speech));
      await expect(notice(page)).toHaveCount(0);
      const styled = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
      await context.setOffline(true);
      await page.reload();
      await expect(notice(page)).toHaveText(/^离线：没有连上网站，这是 \d{4}年\d{1,2}月\d{1,2}日 .+存下的版本/);
      const last = textBlocks(speech).at(-1);
      await expect(page.locator(`[data-speech-text] #${last?.id}`)).toHaveText(lastWords);
      expect(await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toBe(styled);
      await page.goto(`${url}${pathOf(speech)}?q=x#${last?.id}`);
      await expect(page.locator(`#${last?.id}`)).toBeInViewport();
      await context.setOffline(false);
      await page.reload();
      await expect(notice(page)).toHaveCount(0);
    });

    test('what was not visited is said not to be there, with the list of what is', async ({
      page,
      context,
      site,
      baseSite,
    }) => {
      const { url } = { site, baseSite }[name];
      await visit(page, url + pathOf(speech));
      await context.setOffline(true);
      const response = await page.goto(url + pathOf(other));
      expect(response?.status()).toBe(503);
      await expect(notice(page)).toHaveText(/没有存过/);
      await expect(page.locator('[data-speech-text]')).toHaveCount(0);
      await page.getByRole('main').getByRole('link', { name: speech.meta.title }).click();
      await expect(page.locator('h1')).toHaveText(speech.meta.title);
      await expect(notice(page)).toHaveText(/存下的版本/);
    });
  });
}

test('search says that it can not be had offline, in the dialog and on its page', async ({ page, context }) => {
  await visit(page, pathOf(speech));
  await context.setOffline(true);
  await page.keyboard.press('/');
  await page.keyboard.type('人工智能');
  const dialog = page.locator('dialog[data-search-dialog]');
  await expect(dialog.locator('[data-search-status]')).toHaveText(/^现在离线/);
  await expect(dialog.locator('input[name=q]')).toHaveValue('人工智能');
  await expect(dialog.getByRole('button', { name: '再试一次' })).toBeVisible();
  await page.goto(`search/?q=${encodeURIComponent('产业')}`);
  await expect(page.locator('[data-search-page] [data-search-status]')).toHaveText(/^现在离线/);
  await expect(page.locator('[data-search-page] [data-document]')).toHaveCount(0);
});

test.describe('before anything is stored', () => {
  test.use({ serviceWorkers: 'block' });

  test('the dialog of search says that it can not be had offline, and keeps what is typed', async ({
    page,
    context,
  }) => {
    await page.goto(pathOf(speech));
    await context.setOffline(true);
    await page.keyboard.press('/');
    await page.keyboard.type('人工智能');
    const dialog = page.locator('dialog[data-search-dialog]');
    await expect(dialog.locator('[data-search-status]')).toHaveText(/^现在离线/);
    await expect(dialog).toHaveCSS('opacity', '1');
    await expect(dialog.locator('input[name=q]')).toHaveValue('人工智能');
  });
});

test('the network goes first: what stands in the store is not shown while there is one', async ({ page }) => {
  await visit(page, pathOf(speech));
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const headers = { 'content-type': 'text/html' };
      if (name.endsWith(' pages')) await cache.put(location.pathname, new Response('<main>旧文</main>', { headers }));
    }
  });
  await page.reload();
  await expect(page.locator('h1')).toHaveText(speech.meta.title);
  await expect(page.locator('body')).not.toContainText('旧文');
});

test('a page that is gone from the site is forgotten', async ({ page, site }) => {
  const own = await serve({ dir: site.dir });
  const address = own.url + pathOf(speech);
  await visit(page, address);
  await own.close();
  const port = Number(new URL(own.url).port);
  const folder = mkdtempSync(join(tmpdir(), 'gone-'));
  writeFileSync(join(folder, '404.html'), '<!doctype html><title>404</title>');
  const empty = await serve({ dir: folder, port });
  await page.goto(address);
  await expect.poll(() => isKept(page)).toBe(false);
  await empty.close();
  rmSync(folder, { recursive: true });
});

test('it can be switched off and on, and takes everything with it', async ({ page, context }) => {
  await visit(page, pathOf(speech));
  await visit(page, 'offline/');
  await expect(page.getByRole('main').getByRole('link', { name: speech.meta.title })).toBeVisible();
  await page.getByRole('button', { name: '停用' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/已停用/);
  expect(await remains(page)).toEqual({ caches: [], workers: 0 });
  await page.goto('');
  await page.goto(pathOf(speech));
  expect(await remains(page)).toEqual({ caches: [], workers: 0 });
  await refuses(page, context);
  await page.goto('offline/');
  await page.getByRole('button', { name: '启用' }).click();
  await expect.poll(async () => (await remains(page)).workers).toBe(1);
});

function remains(page: Page): Promise<{ caches: string[]; workers: number }> {
  return page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** Without the worker there is nothing offline. */
async function refuses(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
}
