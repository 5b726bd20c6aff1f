/** No barrier that axe knows, on every kind of page in every colour mode, with what can be opened open. */
import type { Page } from '@playwright/test';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage, pathOf, speechWith } from './speeches.ts';

const modes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/**
 * What is wrong in any mode by the standards and by best practice, one line a node. The document is the same in all modes, so that
 * only the rules about colour are asked again.
 */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [mode, media] of Object.entries(modes)) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    const all = axe(page);
    const rules = mode === 'light' ? all : all.withRules(['color-contrast', 'link-in-text-block']);
    const { violations: faults } = await rules.analyze();
    for (const { id, nodes } of faults) {
      found.push(
        ...nodes.map(({ target, failureSummary }) => `${mode}: ${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    }
  }
  return found;
}

for (const [name, path] of Object.entries({ ...kindsOfPage, search: 'search/' })) {
  test(`${name} is without barriers`, async ({ page }) => {
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
  });
}

const speech = pathOf(speechWith(({ outline }) => outline.some(({ present }) => !present)));
const narrow = { width: 360, height: 740 };
const wide = { width: 1440, height: 900 };

/** What opens above a page: where, how, and what shows that it is open. */
const openings: { name: string; path: string; viewport: typeof narrow; open: (page: Page) => Promise<void> }[] = [
  {
    name: 'the outline as a sheet',
    path: speech,
    viewport: narrow,
    open: async (page) => {
      await page.getByRole('button', { name: '目录' }).click();
      await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
    },
  },
  ...[narrow, wide].map((viewport) => ({
    name: `the settings, ${viewport.width} px`,
    path: speech,
    viewport,
    open: async (page: Page) => {
      await page.getByRole('button', { name: '设置' }).click();
      await expect(page.getByRole('radio', { name: '深色' })).toBeVisible();
    },
  })),
  ...[narrow, wide].map((viewport) => ({
    name: `the search dialog with results, ${viewport.width} px`,
    path: '',
    viewport,
    open: async (page: Page) => {
      await page.keyboard.press('/');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').fill('产业');
      await expect(dialog.locator('[data-search-panel]')).toHaveAttribute('data-state', 'found');
    },
  })),
  {
    name: 'a change of the comparison, explained',
    path: kindsOfPage['a comparison with the copy'] ?? '',
    viewport: narrow,
    open: async (page) => {
      await page.getByRole('button', { name: '下一处' }).click();
      await expect(page.locator('.current').first()).toBeAttached();
    },
  },
  {
    name: 'the notes of the sources',
    path: 'editors/',
    viewport: wide,
    open: async (page) => {
      for (const summary of await page.locator('.notes summary').all()) await summary.click();
    },
  },
];

for (const { name, path, viewport, open } of openings) {
  test(`${name} is without barriers when open`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(path);
    await open(page);
    expect(await violations(page)).toEqual([]);
  });
}
