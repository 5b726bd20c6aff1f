/** A page of another origin, with a strict policy of its own, that quotes speeches. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { entryWords } from '../../src/text/outline.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { axe } from './barriers.ts';
import { expect, type Site, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

let host: Server;
let hostUrl: string;
/** What the host answers next. */
let answer: { html: string; policy: string };

test.beforeAll(async () => {
  host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.setHeader('Content-Security-Policy', answer.policy);
    response.end(answer.html);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  host.close();
});

/** Opens a page of the host that quotes these links to the site. */
async function quote(page: Page, site: Site, links: string[], scheme = 'light dark'): Promise<void> {
  const { origin } = new URL(site.url);
  const quotes = links.map(
    (link, index) => `<speech-quote src="${link}"><a href="${link}">链接 ${index + 1}</a></speech-quote>`,
  );
  answer = {
    policy: `default-src 'none'; script-src ${origin}; connect-src ${origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>另一处的文章</title>
<meta name="color-scheme" content="${scheme}"><script type="module" src="${site.url}embed.js"></script></head>
<body${scheme === 'dark' ? ' bgcolor="#121212" text="#eeeeee" link="#9ecaff"' : ''}><main><h1>另一处的文章</h1>${quotes.join('\n')}</main></body></html>`,
  };
  await page.goto(hostUrl);
}

const gapped = speechWith(({ outline }) => outline.some(({ present }) => !present));
const redacted = speechWith((speech) =>
  textBlocks(speech).some(({ kind, marks }) => kind === 'paragraph' && marks.some((mark) => mark.kind === 'redaction')),
);
const runin = speechWith((speech) =>
  textBlocks(speech).some(({ marks }) => marks.some((mark) => mark.kind === 'runin')),
);

for (const name of ['site', 'baseSite'] as const) {
  test(`${name}: a paragraph, a section and a run-in stand in the other page with their source`, async ({
    page,
    site,
    baseSite,
  }) => {
    const home = { site, baseSite }[name];
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const section = runin.outline.find(({ kind, present }) => kind === 'heading' && present);
    const entry = runin.outline.find(({ kind, present }) => kind === 'runin' && present);
    if (!section || !entry) throw new Error('no such speech');
    const base = home.url + pathOf(runin);
    await quote(page, home, [`${base}#p1`, `${base}#${section.id}`, `${base}#${entry.id}`]);

    const [paragraph, whole, inside] = await page.locator('speech-quote').all();
    if (!paragraph || !whole || !inside) throw new Error('no quotation');
    const words = textBlocks(runin).find(({ id }) => id === 'p1')?.text ?? '';
    await expect(paragraph.locator('blockquote')).toHaveText(words);
    await expect(whole.getByRole('heading').first()).toHaveText(entryWords(section));
    await expect(inside.locator('strong').first()).toContainText(entry.heading);
    const next = runin.blocks.filter(
      (block) => block.kind === 'heading' && block.level === section.level && block.id !== section.id,
    );
    for (const block of next) if ('text' in block) await expect(whole).not.toContainText(block.text);

    const source = paragraph.locator('figcaption');
    await expect(source.getByRole('link')).toHaveText(new RegExp(`^${runin.meta.title}`));
    await expect(source.getByRole('link')).toHaveAttribute('href', `${base}#p1`);
    await expect(source).toContainText(runin.meta.place ?? '地点未注明');
    await expect(source).toContainText(/文本版本 [0-9a-f]{12}/);
    await expect(page.getByRole('link', { name: '链接 1' })).toBeHidden();
    const asked = requests.filter((url) => url !== hostUrl && !url.endsWith('/favicon.ico'));
    expect(asked.toSorted()).toEqual([`${home.url}embed.js`, `${home.url}speeches/${runin.meta.id}.json`].toSorted());
  });
}

test('hidden words and gaps are shown as on the page', async ({ page, site }) => {
  const hidden = textBlocks(redacted).find(
    ({ kind, marks }) => kind === 'paragraph' && marks.some((mark) => mark.kind === 'redaction'),
  );
  const gap = gapped.blocks.find((block) => block.kind === 'omission' && block.absent.length > 0);
  if (gap?.kind !== 'omission') throw new Error('no gap');
  await quote(page, site, [
    `${site.url}${pathOf(redacted)}#${hidden?.id}`,
    `${site.url}${pathOf(gapped)}#${gap.absent[0]}`,
  ]);
  const mark = page.getByRole('img', { name: '原文隐去' }).first();
  await expect(mark).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  const note = page.locator('speech-quote').nth(1).getByRole('note');
  await expect(note).toContainText(gap.characters ? `缺 ${gap.characters} 字` : '缺多少不详');
  await expect(note).toContainText('原文缺：');
});

test('every place of every speech can be quoted, and what is quoted is its text', async ({ page, site }) => {
  for (const speech of speeches) {
    const blocks = textBlocks(speech).filter(({ kind }) => kind === 'paragraph');
    await quote(
      page,
      site,
      blocks.map(({ id }) => `${site.url}${pathOf(speech)}#${id}`),
    );
    await expect(page.locator('speech-quote blockquote')).toHaveText(blocks.map(({ text }) => text));
  }
});

test('what cannot be shown says why, and the link stays', async ({ page, site }) => {
  const base = site.url + pathOf(runin);
  await quote(page, site, [
    `${base}#s99`,
    `${site.url}speeches/no-such-speech/#p1`,
    `${base}`,
    'https://elsewhere.test/speeches/a/#p1',
  ]);
  // What is not there comes without leave to read it from elsewhere: the reason stays unknown.
  const said = [
    '这篇讲话里没有编号 s99',
    '未能从讲话文库取得这篇讲话',
    '不是讲话文库里一处文字的地址',
    '不是讲话文库里一处文字的地址',
  ];
  for (const [index, words] of said.entries()) {
    await expect(page.locator('speech-quote').nth(index).locator('.failed')).toContainText(words);
    await expect(page.getByRole('link', { name: `链接 ${index + 1}` })).toBeVisible();
  }
});

test('without the copy, or with one that is no speech, the link stays', async ({ page, site }) => {
  const address = `${site.url}speeches/${runin.meta.id}.json`;
  for (const body of ['<!doctype html>', '{"blocks": 1}']) {
    await page.route(address, async (route) => route.fulfill({ response: await route.fetch(), body }));
    await quote(page, site, [`${site.url}${pathOf(runin)}#p1`]);
    await expect(page.locator('.failed')).toContainText('未能从讲话文库取得这篇讲话');
    await expect(page.getByRole('link', { name: '链接 1' })).toBeVisible();
    await page.unroute(address);
  }
});

test('where the host tells that a speech is not there, so does the quotation', async ({ page, site }) => {
  const headers = { 'access-control-allow-origin': '*' };
  await page.route('**/speeches/no-such-speech.json', (route) => route.fulfill({ status: 404, headers }));
  await quote(page, site, [`${site.url}speeches/no-such-speech/#p1`]);
  await expect(page.locator('.failed')).toContainText('讲话文库里没有这篇讲话');
  await expect(page.getByRole('link', { name: '链接 1' })).toBeVisible();
});

test('an id of a former state leads to where its text stands, or says what became of it', async ({ page, site }) => {
  const address = `${site.url}speeches/${runin.meta.id}.json`;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const former = { p98: { moved: 'p97' }, p97: { merged: 'p1' }, p96: { removed: '与上一段重复' } };
    await route.fulfill({ response, json: { ...(await response.json()), former } });
  });
  const base = site.url + pathOf(runin);
  await quote(page, site, [`${base}#p98`, `${base}#p96`]);
  const moved = page.locator('speech-quote').nth(0);
  const removed = page.locator('speech-quote').nth(1);
  await expect(moved.locator('blockquote')).toHaveText(textBlocks(runin).find(({ id }) => id === 'p1')?.text ?? '');
  await expect(moved.locator('figcaption')).toContainText('链接里的编号 p98 的文字现在 p1');
  await expect(moved.locator('figcaption a')).toHaveAttribute('href', `${base}#p1`);
  await expect(removed.locator('.failed')).toContainText('与上一段重复');
});

test('another src shows another place', async ({ page, site }) => {
  const base = site.url + pathOf(runin);
  await quote(page, site, [`${base}#p1`]);
  const words = (id: string) => textBlocks(runin).find((block) => block.id === id)?.text ?? '';
  await expect(page.locator('blockquote')).toHaveText(words('p1'));
  await page.locator('speech-quote').evaluate((element, src) => element.setAttribute('src', src), `${base}#p2`);
  await expect(page.locator('blockquote')).toHaveText(words('p2'));
});

test('without scripts the link is there', async ({ browser, site }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const link = `${site.url}${pathOf(runin)}#p1`;
  await quote(page, site, [link]);
  await expect(page.getByRole('link', { name: '链接 1' })).toHaveAttribute('href', link);
  await page.close();
});

test.describe('the look', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`readable where the page around it is ${scheme}, whatever the reader prefers`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'light' : 'dark' });
      const gap = gapped.blocks.find(({ kind }) => kind === 'omission');
      await quote(
        page,
        site,
        [`${site.url}${pathOf(gapped)}#${gap?.id}`, `${site.url}${pathOf(runin)}#p1`, `${site.url}x`],
        scheme,
      );
      await expect(page.locator('figure')).toHaveCount(2);
      await expect(page.locator('.failed')).toHaveCount(1);
      const ink = await page
        .locator('figure')
        .first()
        .evaluate((figure) => getComputedStyle(figure).color);
      expect(ink).toBe(scheme === 'dark' ? 'rgb(233, 228, 218)' : 'rgb(34, 32, 29)');
      const { violations } = await axe(page).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  }
});
