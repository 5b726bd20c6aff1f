/** Links of former times: to places whose text moved or was taken out, and to speeches that were renamed or withdrawn. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe } from './barriers.ts';
import { expect, looking as test } from './fixtures.ts';

/** Former id, the place that it opens, and what is said there. */
const led: [id: string, host: string, note: string][] = [
  ['p4', 'p3', '编号 p4 的文字已并入此段（原为一段，误断为两段）'],
  ['p6', 'p8', '编号 p6 的文字已移至此段'],
  ['p7', 'p8', '编号 p7 的文字已并入此段'],
  ['s2-2', 's2-1', '编号 s2-2 的文字已移至此处'],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('an id whose text moved, was merged, or both, opens it and says so; only there', async ({
      page,
      formerSite,
    }) => {
      for (const [id, host, note] of led) {
        await page.goto(`${formerSite.url}speeches/harbour/#${id}`);
        await expect(page.locator(`[id="${host}"] > [id="${id}"]`)).toHaveText(note);
        await expect(page.getByText(note)).toBeInViewport();
        await expect(page.locator('.former > span:visible')).toHaveCount(1);
      }
      await page.goto(`${formerSite.url}speeches/harbour/`);
      await expect(page.locator('.former > span:visible')).toHaveCount(0);
    });

    test('an id whose text was taken out opens the reason', async ({ page, formerSite }) => {
      await page.goto(`${formerSite.url}speeches/harbour/#p2`);
      await expect(page.locator('#p2')).toHaveText('p2：是网站的上传说明，不是讲话的文字');
      await expect(page.locator('#p2')).toBeInViewport();
    });

    test('a withdrawn speech keeps its address and says why and when', async ({ page, formerSite }) => {
      const answer = await page.goto(`${formerSite.url}speeches/heating/#p1`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('这篇讲话已经撤下');
      await expect(page.getByRole('main')).toContainText('权利人要求撤下');
      await expect(page.getByRole('main')).toContainText('2025 年 2 月 3 日');
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
      await expect(page.getByRole('main')).not.toContainText('锅炉');
    });
  });
}

test('on a phone the note on a former id leaves the sign of the paragraph free, and the indent to its text', async ({
  page,
  formerSite,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${formerSite.url}speeches/harbour/#p4`);
  const { sign, note, text } = await page.locator('#p3').evaluate((paragraph) => {
    const rangeOf = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getClientRects()[0]?.left ?? 0;
    };
    const said = paragraph.querySelector('.former > span') as Element;
    const words = [...paragraph.childNodes].find((node) => node.nodeType === 3 && node.textContent?.trim()) as Text;
    const handle = paragraph.querySelector('.handle')?.getBoundingClientRect();
    return { sign: handle?.right ?? 0, note: rangeOf(said), text: rangeOf(words) };
  });
  expect(note).toBeGreaterThanOrEqual(sign - 1);
  expect(text).toBeGreaterThan(sign - 1);
});

test('notes on former ids are no text: they are not printed, and are in notes', async ({ page, formerSite }) => {
  await page.goto(`${formerSite.url}speeches/harbour/#p4`);
  await expect(page.locator('#p4')).toHaveAttribute('data-note', '');
  await page.emulateMedia({ media: 'print' });
  for (const what of ['.former', '.removed']) await expect(page.locator(what).first()).toBeHidden();
});

test('a place that holds a former one opens out of a closed section', async ({ page, formerSite }) => {
  await page.goto(`${formerSite.url}speeches/harbour/`);
  await page.getByRole('button', { name: '收起本节' }).first().click();
  await expect(page.locator('#p3')).toBeHidden();
  await page.evaluate(() => {
    location.hash = '#p4';
  });
  await expect(page.locator('#p4')).toBeInViewport();
});

test('a link to a renamed speech goes on, with its query and its place; the way back is not blocked', async ({
  page,
  formerSite,
}) => {
  await page.goto(`${formerSite.url}docs/`);
  await page.goto(`${formerSite.url}speeches/market-old/?q=${encodeURIComponent('摊主')}#p2`);
  await expect(page).toHaveURL(`${formerSite.url}speeches/market/?q=${encodeURIComponent('摊主')}#p2`);
  await expect(page.locator('#p2')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(`${formerSite.url}docs/`);
});

test('a link to a place that the renamed speech never had stays and says so', async ({ page, formerSite }) => {
  await page.goto(`${formerSite.url}speeches/market-draft/#p1`);
  await expect(page.locator('#p1')).toHaveText('p1：这里的文字不在现在的文本里');
  await expect(page).toHaveURL(/market-draft\/#p1$/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the old address of a renamed speech has a link for the speech and for every id', async ({
    page,
    formerSite,
  }) => {
    await page.goto(`${formerSite.url}speeches/market-old/#p2`);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      'https://example.test/repo/speeches/market/',
    );
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
    for (const id of ['title', 'salutation', 'p1', 'p2'])
      await expect(page.locator(`[id="${id}"] a`)).toHaveAttribute('href', `/repo/speeches/market/#${id}`);
    await page.locator('#p2 a').click();
    await expect(page).toHaveURL(`${formerSite.url}speeches/market/#p2`);
    await expect(page.locator('#p2')).toContainText('临时摊位');
  });
});

test('departed speeches are nowhere counted, listed or found', async ({ page, formerSite }) => {
  const read = (path: string) => readFileSync(join(formerSite.dir, path), 'utf8');
  expect(JSON.parse(read('version.json'))).toMatchObject({ speeches: 3, updated: '2025-03-04' });
  expect(JSON.parse(read('search/catalogue.json'))).toMatchObject({ documents: 3 });
  await page.goto(`${formerSite.url}speeches/`);
  await expect(page.getByRole('main')).toContainText('3 篇');
  for (const path of ['index.html', 'speeches/index.html', 'genres/index.html', 'search/catalogue.json'])
    expect(read(path)).not.toMatch(/heating|market-old|market-draft/);
});

test('versions: on the page of a speech with its day, and the library’s on home, manual and search alone', async ({
  page,
  formerSite,
}) => {
  await page.goto(`${formerSite.url}speeches/market/`);
  await expect(page.locator('.imprint')).toContainText(/文本版本 [0-9a-f]{12}，更新于 2025 年 3 月 4 日/);
  await page.goto(`${formerSite.url}speeches/trees/`);
  await expect(page.locator('.imprint')).toContainText('更新日期未注明');
  const { version } = JSON.parse(readFileSync(join(formerSite.dir, 'version.json'), 'utf8'));
  for (const path of ['', 'docs/', 'search/']) {
    await page.goto(formerSite.url + path);
    await expect(page.locator('.library-version')).toContainText(`${version}，更新于 2025 年 3 月 4 日`);
  }
  for (const path of ['speeches/trees/', 'docs/rights/', 'offline/'])
    expect(readFileSync(join(formerSite.dir, path, 'index.html'), 'utf8')).not.toContain(version);
});

for (const path of [
  'speeches/harbour/#p4',
  'speeches/harbour/#s2-2',
  'speeches/market-draft/#p1',
  'speeches/heating/',
]) {
  test(`${path} is without barriers`, async ({ page, formerSite }) => {
    await page.goto(formerSite.url + path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect((await axe(page).analyze()).violations).toEqual([]);
    }
  });
}
