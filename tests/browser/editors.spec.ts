/** The state of the sources agrees with the accounts, and every doubt can be seen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.ts';
import { accountSchema } from '../../src/text/account.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches } from './speeches.ts';

function findingsOf(id: string) {
  const json = readFileSync(join(root, `src/content/accounts/${id}.json`), 'utf8');
  return accountSchema.parse(JSON.parse(json)).findings;
}

test('every source is there with each of its doubts and a link to its page', async ({ page }) => {
  await page.goto('editors/');
  await expect(page.locator('.source')).toHaveCount(speeches.length);
  for (const speech of speeches) {
    const source = page.locator(`#source-${speech.meta.id}`);
    const doubts = findingsOf(speech.meta.id).filter(({ severity }) => severity !== 'info');
    await expect(source.locator('.doubt')).toHaveCount(doubts.length);
    for (const { code, text } of doubts) {
      const doubt = source.locator('.doubt', { hasText: code });
      if (text) await expect(doubt.locator('mark').first()).not.toBeEmpty();
      await expect(doubt.locator('.doubt-excerpt').first()).not.toBeEmpty();
    }
    await expect(source.getByRole('link', { name: speech.meta.title })).toHaveAttribute(
      'href',
      new RegExp(`/${pathOf(speech)}$`),
    );
  }
});

test('the table adds up to the findings of all accounts', async ({ page }) => {
  await page.goto('editors/');
  const counts = await page.locator('.kinds tbody tr td:last-child').allTextContents();
  const all = speeches.flatMap(({ meta }) => findingsOf(meta.id));
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(all.length);
  expect(counts).toHaveLength(new Set(all.map(({ code }) => code)).size);
});

test('it is reached from the foot of a page, and what only informs opens by the keyboard', async ({ page }) => {
  await page.goto('');
  await page.getByRole('contentinfo').getByRole('link', { name: '整理状况' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('整理状况');
  const notes = page.locator('.notes').first();
  await expect(notes.locator('li').first()).toBeHidden();
  await notes.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(notes.locator('li').first()).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('everything opens, and nothing runs over the side', async ({ page }) => {
    await page.goto('editors/');
    for (const summary of await page.locator('.notes summary').all()) await summary.click();
    await expect(page.locator('.notes:not([open])')).toHaveCount(0);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBe(widths[1]);
  });
});
