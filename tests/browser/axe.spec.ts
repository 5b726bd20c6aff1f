import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { kindsOfPage, pathOf, speechWith } from './speeches.ts';

/** What is wrong by the standards and by best practice, one line a node. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, path] of Object.entries({ ...kindsOfPage, search: 'search/' })) {
    test(`${name} is without barriers, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
    });
  }

  test(`a speech on a narrow screen is without barriers, its sheets open too, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(pathOf(speechWith(({ outline }) => outline.some(({ present }) => !present))));
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '目录' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '设置' }).click();
    expect(await violations(page)).toEqual([]);
  });
}
