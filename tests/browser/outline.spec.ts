import { entryWords } from '../../src/text/outline.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

for (const speech of speeches) {
  test(`the outline of ${speech.meta.id} names every part, in order and depth, absent ones too`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const links = page.getByRole('navigation', { name: '目录' }).locator('ol a');
    const shown = await links.evaluateAll((all) =>
      all.map((link) => {
        let level = 0;
        for (let list = link.closest('ol'); list; list = list.parentElement?.closest('ol') ?? null) level += 1;
        return { href: link.getAttribute('href'), text: link.textContent, level };
      }),
    );
    const expected = speech.outline.map((entry) => ({
      href: `#${entry.id}`,
      text: entryWords(entry) + (entry.present ? '' : '原文缺'),
      level: entry.level,
    }));
    expect(shown).toEqual(expected);
  });
}

test('the part that one has reached by scrolling is marked, none above the first', async ({ page }) => {
  const speech = speechWith(({ outline }) => outline.filter(({ kind }) => kind === 'heading').length > 3);
  await page.goto(pathOf(speech));
  const current = page.locator('.outline a[aria-current="location"]');
  for (const block of speech.blocks) {
    if (block.kind !== 'heading' || block.level > 1) continue;
    const above = await page.evaluate((id) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
      scrollBy(0, top - 30);
      return scrollY < document.documentElement.scrollHeight - 2 * innerHeight;
    }, block.id);
    if (above) await expect(current).toHaveAttribute('href', `#${block.id}`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(current).toHaveAttribute('href', `#${speech.outline.at(-1)?.id}`);
});

test('an entry that one presses opens its place and is marked, to the last', async ({ page }) => {
  const speech = speechWith(({ outline }) => outline.some(({ present }) => !present));
  await page.goto(pathOf(speech));
  for (const { id } of speech.outline) {
    const link = page.locator(`.outline a[href="#${id}"]`);
    await link.click();
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await expect(link).toHaveAttribute('aria-current', 'location');
  }
  await expect(page.locator('.outline a[aria-current]')).toHaveCount(1);
});

test('on a narrow screen 目录 opens the outline, and a press on an entry opens the place', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const speech = speechWith(({ outline }) => outline.length > 5);
  const last = speech.outline.filter(({ present }) => present).at(-1);
  await page.goto(pathOf(speech));
  const outline = page.getByRole('navigation', { name: '目录' });
  await expect(outline).toBeHidden();
  await page.getByRole('button', { name: '目录' }).click();
  await expect(outline).toBeVisible();
  await outline.locator(`a[href="#${last?.id}"]`).click();
  await expect(outline).toBeHidden();
  await expect(page.locator(`#${last?.id}`)).toBeInViewport();
});
