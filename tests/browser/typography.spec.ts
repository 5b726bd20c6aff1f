/** The look of the text, measured on the page as drawn. */
import type { Page } from '@playwright/test';
import { topicWords } from '../../src/data/topics.ts';
import { expect, test as inNewWindow, looking as test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

/** Signs that no line may begin with. */
const CLOSING = '，。、；：？！）》」』”’％…';
/** Signs that no line may end with. */
const OPENING = '（《「『“‘';

const mixed = pathOf(
  speechWith(({ blocks }) => blocks.some((block) => 'text' in block && /[\u4e00-\u9fff][A-Z]{2}/.test(block.text))),
);

interface Line {
  text: string;
  left: number;
  right: number;
}

/** The lines of every element of a kind, as drawn. */
function lines(page: Page, selector: string): Promise<Line[][]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const found: { text: string; left: number; right: number; top: number }[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (node.parentElement?.closest('[data-note], .redaction')) continue;
        for (let at = 0; at < node.length; at++) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = [...range.getClientRects()].at(-1);
          if (!box || box.width === 0) continue;
          const middle = box.top + box.height / 2;
          const line = found.at(-1);
          if (line && Math.abs(line.top - middle) < box.height / 2) {
            line.text += node.data[at];
            line.right = box.right;
          } else found.push({ text: node.data[at] ?? '', left: box.left, right: box.right, top: middle });
        }
      }
      return found.map(({ text, left, right }) => ({ text, left, right }));
    }),
  );
}

test('the text has its measure, leading, indent and size', async ({ page }) => {
  for (const [width, size] of [
    [360, 18],
    [1440, 18],
    [2560, 18],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(mixed);
    const drawn = await page.locator('#p1').evaluate((element) => {
      const style = getComputedStyle(element);
      return {
        size: Number.parseFloat(style.fontSize),
        leading: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
        indent: Number.parseFloat(style.textIndent) / Number.parseFloat(style.fontSize),
        measure: element.getBoundingClientRect().width / Number.parseFloat(style.fontSize),
      };
    });
    expect(drawn.size).toBe(size);
    expect(drawn.leading).toBeCloseTo(1.85, 2);
    expect(drawn.indent).toBeCloseTo(2, 2);
    if (width > 768) {
      expect(drawn.measure).toBeGreaterThanOrEqual(36);
      expect(drawn.measure).toBeLessThanOrEqual(40);
    }
    const [first] = await lines(page, '#p1');
    const left = await page.locator('#p1').evaluate((element) => element.getBoundingClientRect().left);
    expect(((first?.[0]?.left ?? 0) - left) / drawn.size, 'first line').toBeCloseTo(2, 0);
    expect(Math.abs((first?.[1]?.left ?? 0) - left), 'second line').toBeLessThan(1);
  }
});

for (const width of [320, 360, 768, 1440]) {
  test(`no line begins or ends with the wrong sign, and no heading with a lone character, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const speech of speeches) {
      await page.goto(pathOf(speech));
      for (const block of await lines(page, '.speech-body > p, .speech h1, .speech-body > :is(h2, h3, h4)')) {
        for (const { text } of block.slice(1)) expect(CLOSING, text).not.toContain(text[0]);
        for (const { text } of block.slice(0, -1)) expect(OPENING, text).not.toContain(text.at(-1));
      }
      for (const heading of await lines(page, '.speech h1, .speech-body > :is(h2, h3, h4, h5, h6), .outline ol a')) {
        if (heading.length > 1) expect(heading.at(-1)?.text.length, heading.at(-1)?.text).toBeGreaterThan(1);
      }
    }
  });
}

test('lines are justified on a wide screen and start together on a narrow one', async ({ page }) => {
  const rightEdges = async (width: number) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(mixed);
    const paragraph = (await lines(page, '.speech-body > p')).find((each) => each.length > 4) ?? [];
    const edges = paragraph.slice(0, -1).map(({ right }) => right);
    return Math.max(...edges) - Math.min(...edges);
  };
  // A closing sign at the end of a line is drawn in half its width.
  expect(await rightEdges(1440)).toBeLessThan(10);
  expect(await rightEdges(360)).toBeGreaterThan(2);
});

test('Latin letters stand a little apart from Chinese, and a run-in heading is bold', async ({ page }) => {
  await page.goto(mixed);
  const gap = await page.locator('[data-speech-text]').evaluate((article) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.search(/[\u4e00-\u9fff][A-Z]{2}/);
      if (at < 0 || !node.parentElement?.closest('.speech-body > p')) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const spaced = range.getBoundingClientRect().width;
      return { spaced, size: Number.parseFloat(getComputedStyle(node.parentElement).fontSize) };
    }
    return null;
  });
  expect(gap?.spaced).toBeGreaterThan((gap?.size ?? 0) * 1.1);
  const runin = page.locator('.runin').first();
  await expect(runin).toHaveCSS('font-weight', '700');
  await expect(runin).toHaveCSS('font-style', 'normal');
});

inNewWindow('nothing moves after the first paint', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of [360, 768, 1440, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    for (const speech of speeches) {
      await page.goto(pathOf(speech), { waitUntil: 'networkidle' });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => Reflect.get(window, 'shifts')), `${speech.meta.id} at ${width}`).toEqual([]);
    }
  }
});

test('at 200 % zoom and with wider text spacing nothing is cut or scrolls sideways', async ({ page }) => {
  for (const width of [640, 384]) {
    await page.setViewportSize({ width, height: 450 });
    await page.goto(mixed);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: '设置' }).click();
    expect(await overflow()).toBe(0);
    const cut = await page
      .locator('#settings label span, .reading-bar > *')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
  }
});

test('the lines of titles, in lists too, do not end inside a word of the field', async ({ page }) => {
  for (const path of ['speeches/', pathOf(speeches[0] as (typeof speeches)[number])]) {
    await page.goto(path);
    const pieces = await page
      .locator(':is(.entry-title a, h1):has(wbr)')
      .evaluateAll((titles) => titles.map((title) => [...title.childNodes].map((node) => node.textContent ?? '')));
    for (const parts of pieces)
      for (const word of topicWords.filter((each) => parts.join('').includes(each)))
        expect(parts.some((part) => part.includes(word)) || parts.join('|'), word).toBe(true);
  }
});

test('the manual sets no space behind a Chinese full stop', async ({ page }) => {
  for (const path of ['docs/', 'docs/marks/', 'docs/treatment/', 'docs/citing/', 'docs/copies/']) {
    await page.goto(path);
    expect(await page.locator('.manual-text').innerText()).not.toMatch(/[，。；：！？] \p{Script=Han}/u);
  }
});
