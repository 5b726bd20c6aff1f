import { textBlocks } from '../../src/text/speech.ts';
import { expect, looking as test } from './fixtures.ts';
import { kindsOfPage, pathOf, speeches, speechWith } from './speeches.ts';

/** All text of the article that is not a note of ours, in document order. */
function sourceText(article: Element): string {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement?.closest('[data-note]')) text += walker.currentNode.nodeValue;
  }
  return text.replaceAll(/\n\s*/g, '');
}

for (const speech of speeches) {
  test(`${speech.meta.id} shows all of its text and nothing else as its text`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const shown = await page.locator('[data-speech-text]').evaluate(sourceText);
    expect(shown).toBe(
      textBlocks(speech)
        .map(({ text }) => text)
        .join(''),
    );
  });

  test(`${speech.meta.id} has one h1, its title, and says so if it is derived`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const heading = page.locator('h1');
    await expect(heading).toHaveCount(1);
    await expect(heading).toContainText(speech.meta.title);
    await expect(heading.getByText('拟题')).toHaveCount(speech.meta.titleDerived ? 1 : 0);
    await expect(page).toHaveTitle(new RegExp(speech.meta.title));
  });

  test(`${speech.meta.id} says what its copy does not tell`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const { delivered, place, speaker, event, issuer, published } = speech.meta;
    const known = { 讲话日期: delivered, 地点: place, 讲话人: speaker, 场合: event, 署名: issuer, 网站发布: published };
    for (const [label, value] of Object.entries(known)) {
      const fact = page.locator('.facts > div').filter({ has: page.getByText(label, { exact: true }) });
      await expect(fact.getByText('原文未注明'), label).toHaveCount(value ? 0 : 1);
    }
  });

  test(`${speech.meta.id} shows every redaction as one mark and every omission as a break`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const redactions = textBlocks(speech).flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'redaction'));
    await expect(page.getByRole('img', { name: '原文隐去' })).toHaveCount(redactions.length);
    const strip = page.getByRole('region', { name: '文本来历与完整程度' });
    await expect(strip.getByText(`隐去 ${redactions.length} 处`)).toHaveCount(redactions.length > 0 ? 1 : 0);

    for (const block of speech.blocks) {
      if (block.kind !== 'omission') continue;
      const note = page.locator(`#${block.id}`);
      await expect(note).toHaveRole('note');
      await expect(note).toContainText(block.characters ? `缺 ${block.characters} 字` : '不详');
      await strip.locator(`a[href="#${block.id}"]`).click();
      await expect(note).toBeInViewport();
    }
  });
}

test('a redaction takes one box, whatever sign the copy used', async ({ page }) => {
  await page.goto(
    pathOf(speechWith(({ blocks }) => blocks.some((block) => 'marks' in block && block.text.includes('**')))),
  );
  const mark = page.locator('.redaction', { hasText: '**' }).first();
  await mark.scrollIntoViewIfNeeded();
  const { color, lines } = await mark.evaluate((element) => ({
    color: getComputedStyle(element).color,
    lines: element.getClientRects().length,
  }));
  expect(lines).toBe(1);
  expect(color).toBe('rgba(0, 0, 0, 0)');
});

for (const [name, path] of Object.entries(kindsOfPage)) {
  test(`${name} has one h1, a main part and no sideways scroll at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('the theme is switched and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: '切换浅色与深色' }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('speeches/');
  expect(await paper()).toBe(dark);
});

test('size and face are chosen in the settings and stay', async ({ page }) => {
  const path = pathOf(speechWith(() => true));
  await page.goto(path);
  const look = () =>
    page.locator('#p1').evaluate((element) => {
      const { fontSize, fontFamily } = getComputedStyle(element);
      return { fontSize: Number.parseFloat(fontSize), fontFamily };
    });
  const before = await look();
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByRole('radio', { name: '特大' }).check();
  await page.getByRole('radio', { name: '楷体' }).check();
  await page.reload();
  const after = await look();
  expect(after.fontSize).toBeGreaterThan(before.fontSize);
  expect(after.fontFamily).not.toBe(before.fontFamily);
});

test('one walks from the first speech of the list to the last and back', async ({ page }) => {
  await page.goto('speeches/');
  const titles = await page.locator('.entry-title a').allTextContents();
  expect(titles.toSorted()).toEqual(speeches.map(({ meta }) => meta.title).toSorted());
  await page.locator('.entry-title a').first().click();
  for (const title of titles.slice(1)) {
    await page.locator('a[rel="next"]').click();
    await expect(page.locator('h1')).toContainText(title);
  }
  await expect(page.locator('a[rel="next"]')).toHaveCount(0);
  for (const title of titles.slice(0, -1).reverse()) {
    await page.locator('a[rel="prev"]').click();
    await expect(page.locator('h1')).toContainText(title);
  }
});

test('a wrong address gives a page that helps on', async ({ page }) => {
  const response = await page.goto('speeches/no-such-speech/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
  await expect(page.getByRole('main').getByRole('searchbox')).toBeVisible();
  const newest = page.getByRole('main').locator('a[href*="/speeches/"]:not([href$="/speeches/"])');
  await expect(newest).toHaveCount(speeches.length);
});
