import { entryWords } from '../../src/text/outline.ts';
import type { Speech } from '../../src/text/speech.ts';
import { expect, looking as test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

/** Every id of a speech with the words it must open. */
function targets(speech: Speech): { id: string; words: string }[] {
  const blocks = speech.blocks.flatMap((block) => {
    if (block.kind === 'omission')
      return [{ id: block.id, words: block.characters ? `缺 ${block.characters} 字` : '不详' }];
    const runins = block.marks.flatMap((mark) =>
      mark.kind === 'runin' ? [{ id: mark.id, words: block.text.slice(mark.from, mark.to) }] : [],
    );
    return [{ id: block.id, words: block.text }, ...runins];
  });
  const absent = speech.outline
    .filter(({ present }) => !present)
    .map((entry) => ({ id: entry.id, words: `原文缺：${entryWords(entry)}` }));
  return [...blocks, ...absent];
}

for (const speech of speeches) {
  test(`every id of ${speech.meta.id} opens its text`, async ({ page }) => {
    await page.goto(pathOf(speech));
    for (const { id, words } of targets(speech)) {
      await page.goto(`${pathOf(speech)}#${id}`);
      const target = page.locator(`[id="${id}"]`);
      await expect(target, id).toHaveCount(1);
      await expect(target, id).toContainText(words);
      await expect(target, id).toBeInViewport();
    }
  });

  test(`${speech.meta.id} has no id twice and none that is not its own`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const ids = await page.locator('[data-speech-text] [id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(
      targets(speech)
        .map(({ id }) => id)
        .toSorted(),
    );
    const all = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(new Set(all).size).toBe(all.length);
  });

  test(`${speech.meta.id} has a handle at every section, run-in and paragraph`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const handles = page.locator('[data-speech-text] a.handle');
    const hrefs = await handles.evaluateAll((all) => all.map((handle) => handle.getAttribute('href')));
    const expected = targets(speech).filter(({ id }) => /^[spx]\d/.test(id) || id.startsWith('sx'));
    expect(hrefs.toSorted()).toEqual(expected.map(({ id }) => `#${id}`).toSorted());
    for (const label of await handles.evaluateAll((all) => all.map((handle) => handle.getAttribute('aria-label')))) {
      expect(label).toMatch(/^本[段节]链接/);
    }
  });
}

test('s2-1 opens the same heading in every speech that has it, or says that the copy lacks it', async ({ page }) => {
  for (const speech of speeches) {
    const entry = speech.outline.find(({ id }) => id === 's2-1');
    if (!entry) continue;
    await page.goto(`${pathOf(speech)}#s2-1`);
    const words = entry.present ? entryWords(entry) : `原文缺：${entryWords(entry)}`;
    await expect(page.locator('#s2-1')).toContainText(words);
    await expect(page.locator('#s2-1')).toBeInViewport();
    await expect(page.locator('.omission #s2-1')).toHaveCount(entry.present ? 0 : 1);
  }
  const having = speeches.flatMap(({ outline }) => outline.filter(({ id }) => id === 's2-1'));
  expect(having.filter(({ present }) => present)).toHaveLength(4);
  expect(having.filter(({ present }) => !present)).toHaveLength(1);
});

test('a handle is reached by keyboard and gives the address of its paragraph', async ({ page }) => {
  await page.goto(pathOf(speechWith(() => true)));
  const handle = page.locator('#p2 > a.handle');
  await handle.focus();
  await expect(handle).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#p2$/);
  await expect(page.locator('#p2')).toBeInViewport();
});
