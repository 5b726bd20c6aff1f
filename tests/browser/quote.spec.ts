import type { Page } from '@playwright/test';
import { foldBlocks } from '../../src/text/quotation/folded.ts';
import { formatQuotation, parseQuotation } from '../../src/text/quotation/link.ts';
import { makeQuotation, quoteStretch } from '../../src/text/quotation/make.ts';
import { type Speech, type TextBlock, textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

const han = /\p{Script=Han}{8}/u;
const paragraphs = (speech: Speech) => textBlocks(speech).filter(({ kind }) => kind === 'paragraph');
const plain = (each: Speech) => paragraphs(each).filter(({ text, marks }) => text.length > 150 && marks.length === 0);
const speech = speechWith((each) => plain(each).length > 2);
const path = pathOf(speech);
const [home, , other] = plain(speech) as [TextBlock, TextBlock, TextBlock];
/** Twenty characters from the middle of a paragraph, that stand nowhere else. */
const START = 60;
const words = home.text.slice(START, START + 20);
const folded = foldBlocks(textBlocks(speech));

const address = (quoted: string, anchor = home.id) => `${path}?${new URLSearchParams({ quote: quoted })}#${anchor}`;
const bar = (page: Page) => page.getByRole('region', { name: '引文核对' });
const menu = (page: Page) => page.getByRole('group', { name: '引用所选的文字' });
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('quotation') ?? [])].map((range) => range.toString()));
const read = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects as a person would by the browser's means: from one character of a block to another. */
async function select(page: Page, from: [id: string, at: number], to: [id: string, at: number]) {
  await page.evaluate(
    ([start, end]) => {
      const spot = ([id, at]: [string, number]): [Node, number] => {
        const walker = document.createTreeWalker(document.getElementById(id) as Element, NodeFilter.SHOW_TEXT);
        let left = at;
        for (let node = walker.nextNode() as Text; ; node = walker.nextNode() as Text) {
          if (left <= node.length) return [node, left];
          left -= node.length;
        }
      };
      getSelection()?.setBaseAndExtent(...spot(start), ...spot(end));
    },
    [from, to] as [[string, number], [string, number]],
  );
}

async function expectWordsInView(page: Page) {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('quotation') ?? [])] as Range[];
        const { top = -1, bottom = 0 } = range?.getBoundingClientRect() ?? {};
        return top > 0 && bottom < innerHeight;
      }),
    )
    .toBe(true);
}

for (const width of [360, 1440])
  test(`${width} px: words that stand nowhere still bring their place into view, below the bar`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address('鸜鹆来巢于是乎书以志其异乡之人'));
    await expect(bar(page)).toContainText('本文没有这些字');
    const topOf = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? -1;
    const below = (await bar(page).boundingBox())?.height ?? 0;
    await expect.poll(() => topOf(`#${home.id}`)).toBeGreaterThanOrEqual(below);
    expect(await topOf(`#${home.id}`)).toBeLessThan(500);
    if (width === 1440) expect(await topOf('.outline-head')).toBeGreaterThanOrEqual(below);
    await page.keyboard.press('Escape');
    await bar(page).getByRole('button').click();
    if (width === 1440) await expect.poll(() => topOf('.reading-side')).toBeLessThan(below);
  });

test('unchanged words are marked in their place, and the bar says so', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address(words));
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  expect(await marked(page)).toEqual([words]);
  await expectWordsInView(page);
  expect((await axe(page).analyze()).violations).toEqual([]);
});

test('changed words are set beside those that stand there now', async ({ page }) => {
  const before = `${words.slice(0, 9)}鸜鹆${words.slice(11)}`;
  await page.goto(address(before));
  await expect(bar(page).getByRole('status')).toContainText('此处文字已改。');
  await expect(bar(page).locator('del')).toContainText('鸜鹆');
  await expect(bar(page).locator('ins')).toContainText(words.slice(9, 11));
  expect(await marked(page)).toEqual([words]);
  expect((await axe(page).analyze()).violations).toEqual([]);
});

test('a link that does not hold the words says so where they changed', async ({ page }) => {
  const blocks = textBlocks(speech);
  const index = blocks.indexOf(home);
  const quotation = makeQuotation(blocks, { block: index, offset: 0 }, { block: index, offset: 150 });
  if (!quotation || 'words' in quotation) throw new Error('too short to be quoted by its ends');
  await page.goto(path + formatQuotation(quotation));
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  await page.goto(path + formatQuotation({ ...quotation, hash: '00000000' }));
  await expect(bar(page).getByRole('status')).toContainText('没有记下全文');
  await expect(bar(page).locator('del, ins')).toHaveCount(0);
});

test('words that stand elsewhere are never passed off as being here', async ({ page }) => {
  await page.goto(address(words, other.id));
  await expect(bar(page).getByRole('status')).toContainText('不在此处，现在在：');
  const there = bar(page).getByRole('link', { name: home.id, exact: true });
  await there.focus();
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  await expect(page).toHaveURL(new RegExp(`#${home.id}$`));
});

test('words that stand nowhere are not found, and the bar is put away by keyboard', async ({ page }) => {
  await page.goto(address('鸜鹆龘靐齉爩鱻麤'));
  await expect(bar(page).getByRole('status')).toContainText('本文没有这些字。');
  await expect(bar(page).getByRole('link')).toHaveAttribute('href', /\/verify\/\?text=/);
  expect(await marked(page)).toEqual([]);
  await bar(page).getByRole('button', { name: '关闭引文核对' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
});

test('the second occurrence in a paragraph is the second', async ({ page }) => {
  const found = speeches.flatMap((each) =>
    paragraphs(each).flatMap((block) => {
      const twice = [...block.text.matchAll(/\p{Script=Han}{3}/gu)].find(
        ({ 0: run, index }) => block.text.indexOf(run, index + 3) > 0,
      );
      return twice ? [{ each, block, run: twice[0], second: block.text.indexOf(twice[0], twice.index + 3) }] : [];
    }),
  )[0];
  if (!found) throw new Error('no speech says anything twice in a paragraph');
  const { each, block, run, second } = found;
  await page.goto(`${pathOf(each)}?${new URLSearchParams({ quote: run, k: '2' })}#${block.id}`);
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  const before = await page.evaluate((id) => {
    const [range] = [...(CSS.highlights.get('quotation') ?? [])] as Range[];
    const all = new Range();
    all.setStart(document.getElementById(id) as Node, 0);
    all.setEnd(range?.startContainer as Node, range?.startOffset ?? 0);
    return all.toString();
  }, block.id);
  expect(before).toBe(block.text.slice(0, second));
});

test('a quotation across paragraphs and redactions is found, notes aside', async ({ page }) => {
  const hides = ({ marks }: TextBlock) => marks.some(({ kind }) => kind === 'redaction');
  const inside = (each: Speech) => textBlocks(each).findIndex((block, at) => at > 2 && hides(block));
  const holder = speechWith((each) => inside(each) > 0);
  const [all, index] = [textBlocks(holder), inside(holder)];
  const quotation = makeQuotation(all, { block: index - 1, offset: 2 }, { block: index + 1, offset: 4 });
  if (!quotation) throw new Error('nothing to quote');
  await page.goto(pathOf(holder) + formatQuotation(quotation));
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  expect((await marked(page)).length).toBe(3);
});

test('words that are folded away are opened', async ({ page }) => {
  const found = speeches.flatMap((each) =>
    paragraphs(each)
      .filter(({ section, text }) => section && han.test(text))
      .map((block) => ({ each, block, section: block.section })),
  )[0];
  if (!found) throw new Error('no section with a paragraph');
  const { each, block: inside, section } = found;
  const gate = Promise.withResolvers<void>();
  await page.route(/quote-arrival/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  const query = new URLSearchParams({ quote: inside.text.slice(0, 16) });
  await page.goto(`${pathOf(each)}?${query}#${inside.id}`, { waitUntil: 'commit' });
  await page.locator(`#${section} > .fold-toggle`).click();
  await expect(page.locator(`#${inside.id}`)).toBeHidden();
  gate.resolve();
  await expect(page.locator(`#${inside.id}`)).toBeVisible();
  await expectWordsInView(page);
});

test.describe('copying', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  const expected = () => {
    const at = textBlocks(speech).indexOf(home);
    const from = folded.block.findIndex((block, unit) => block === at && (folded.from[unit] as number) >= START);
    const to =
      folded.block.findLastIndex((block, unit) => block === at && (folded.to[unit] as number) <= START + 20) + 1;
    return formatQuotation(quoteStretch(textBlocks(speech), folded, { from, to }));
  };

  test('by mouse: the menu at the selection copies the link and the words', async ({ page }) => {
    await page.goto(path);
    await page.locator(`#${home.id}`).scrollIntoViewIfNeeded();
    await select(page, [home.id, START], [home.id, START + 20]);
    await menu(page).getByRole('button', { name: '复制链接' }).click();
    await expect(page.locator('.bar-status')).toHaveText('引文链接已复制');
    const copied = await read(page);
    expect(copied).toBe(new URL(path + expected(), page.url().replace(/speeches\/.*/, '')).href);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
    expect((await axe(page).analyze()).violations).toEqual([]);
    await menu(page).getByRole('button', { name: '引用' }).click();
    await expect.poll(() => read(page)).toBe(`“${words}”（《${speech.meta.title}》，${copied}）`);
    await page.goto(copied);
    await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
    expect(await marked(page)).toEqual([words]);
  });

  test('by a drag of the mouse over the text', async ({ page }) => {
    await page.goto(path);
    const text = page.locator(`#${home.id}`);
    await text.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await text.boundingBox();
    if (!box) throw new Error('the paragraph is not shown');
    await page.mouse.move(box.x + 100, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 260, box.y + 55, { steps: 5 });
    await page.mouse.up();
    await menu(page).getByRole('button', { name: '复制链接' }).click();
    await expect(page.locator('.bar-status')).toHaveText('引文链接已复制');
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    const quotation = parseQuotation(new URL(await read(page)));
    expect(selected.length).toBeGreaterThan(5);
    expect(quotation && 'words' in quotation && quotation.words).toBe(selected);
  });

  test('by keyboard: the menu comes next, Escape closes it, and 引用 of the bar means the selection', async ({
    page,
  }) => {
    await page.goto(path);
    await select(page, [home.id, START], [home.id, START + 20]);
    await expect(menu(page)).toBeVisible();
    await expect(page.locator('.bar-status')).toHaveText('已选文字，可以引用');
    const button = menu(page).getByRole('button', { name: '复制链接' });
    await page.keyboard.press('Tab');
    await expect(menu(page).getByRole('button', { name: '引用' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.bar-status')).toHaveText('引文链接已复制');
    expect(await read(page)).toContain(expected());
    await page.keyboard.press('Escape');
    await expect(menu(page)).toHaveCount(0);

    await select(page, [home.id, START + 1], [home.id, START + 20]);
    await expect(menu(page)).toBeVisible();
    await page.locator('[data-cite]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => read(page)).toContain(new URLSearchParams({ quote: words.slice(1) }).toString());
  });

  test('every form of a citation is at hand for the selection', async ({ page }) => {
    await page.goto(path);
    await select(page, [home.id, START], [home.id, START + 20]);
    await menu(page).getByRole('button', { name: '更多写法' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText(expected());
  });

  test('what is copied is the original in traditional display, without notes', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('script', 'hant'));
    await page.goto(path);
    await expect(page.locator(`#${home.id}`)).toHaveAttribute('lang', 'zh-Hant');
    await select(page, [home.id, START], [home.id, START + 20]);
    await menu(page).getByRole('button', { name: '复制链接' }).click();
    await expect(page.locator('.bar-status')).toHaveText('引文链接已复制');
    expect(await read(page)).toContain(expected());
    await page.goto(await read(page));
    await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  });

  test('below a base path', async ({ page, baseSite }) => {
    await page.goto(`${baseSite.url}${path}`);
    await select(page, [home.id, START], [home.id, START + 20]);
    await menu(page).getByRole('button', { name: '复制链接' }).click();
    await expect(page.locator('.bar-status')).toHaveText('引文链接已复制');
    const copied = await read(page);
    expect(copied).toBe(`${baseSite.url}${path}${expected()}`);
    await page.goto(copied.replace(words.slice(0, 1), '鸜鹆龘靐齉爩鱻麤'));
    await page.goto(copied);
    await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
    await page.goto(`${baseSite.url}${address('鸜鹆龘靐齉爩鱻麤')}`);
    await expect(bar(page).getByRole('link')).toHaveAttribute('href', /^\/repo\/verify\//);
  });
});

test('print hides bar and menu; without scripts the paragraph opens', async ({ page, browser, site }) => {
  await page.goto(address(words));
  await expect(bar(page).getByRole('status')).toHaveText('与引用时相同。');
  await select(page, [home.id, START], [home.id, START + 20]);
  await expect(menu(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.quote-verdict')).toBeHidden();
  await expect(page.locator('.quote-menu')).toBeHidden();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(site.url + address(words));
  await expect(bare.locator(`#${home.id}`)).toBeInViewport();
  await plain.close();
});

test('nothing for quotations is fetched before it is needed', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /quote/.test(url))).toEqual([]);
});
