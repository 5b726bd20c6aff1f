/** A speech on paper: the PDF that the browser makes, read back. */
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { speechVersion } from '../../src/data/version.ts';
import type { Speech } from '../../src/text/speech.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { expect, test } from './fixtures.ts';
import { pathOf, speeches, speechWith } from './speeches.ts';

const MM = 72 / 25.4;
/** The text field of GB/T 9704 in points from the left and the bottom of an A4 sheet. */
const field = { left: 28 * MM, right: (210 - 26) * MM, bottom: 35 * MM, top: (297 - 37) * MM };

/** Radicals that share their glyph with a character and have no decomposition of their own; `NFKC` knows the others. */
const radicals: Record<string, string> = {
  ...{
    '⺠': '民',
    '⺟': '母',
    '⺎': '兀',
    '⺩': '王',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
  },
  ...{
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
  },
  ...{
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻧': '卤',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
  },
};

/** Characters as a PDF can tell them: the file knows glyphs, and a glyph may be named after the radical that looks like it. */
function told(text: string): string {
  return text
    .replaceAll(/[⺀-⻿]/g, (radical) => radicals[radical] ?? radical)
    .normalize('NFKC')
    .replaceAll(/\s/g, '');
}

/** A piece of text on a sheet; `x` and `y` in points, of its lower left corner. */
interface Piece {
  text: string;
  x: number;
  y: number;
  size: number;
}

interface Sheet {
  pieces: Piece[];
  width: number;
  height: number;
  /** Names of the fonts it uses, with what the file holds of them. */
  fonts: { name: string; embedded: boolean }[];
}

async function sheets(pdf: Uint8Array): Promise<Sheet[]> {
  const loading = getDocument({ data: pdf, verbosity: 0 });
  const document = await loading.promise;
  const found: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number++) found.push(await sheet(await document.getPage(number)));
  await loading.destroy();
  return found;
}

async function sheet(page: PDFPageProxy): Promise<Sheet> {
  const [, , width = 0, height = 0] = page.view;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const pieces = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: Math.abs(item.transform[3]) }]
      : [],
  );
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = fnArray.flatMap((code, at) => (code === OPS.setFont ? [argsArray[at][0] as string] : []));
  const fonts = [...new Set(names)].map((name) => {
    const font = page.commonObjs.get(name);
    return { name, embedded: font.isType3Font === true || font.missingFile !== true };
  });
  return { pieces, width, height, fonts };
}

const isAnchor = ({ text, size }: Piece) => /^#[a-z]/.test(text) && size < 9;
const inField = ({ x, y }: Piece) =>
  x >= field.left - 2 && x < field.right && y > field.bottom - 2 && y < field.top + 2;

/** Pieces of the text field in lines from the top. */
function linesOf({ pieces }: Sheet): string[] {
  const rows = new Map<number, Piece[]>();
  for (const piece of pieces.filter((each) => inField(each) && !isAnchor(each))) {
    const row = [...rows.keys()].find((y) => Math.abs(y - piece.y) < 4) ?? piece.y;
    rows.set(row, [...(rows.get(row) ?? []), piece]);
  }
  return [...rows].sort(([a], [b]) => b - a).map(([, row]) => told(row.map(({ text }) => text).join('')));
}

/** Ids that have a handle. */
function anchorsOf(speech: Speech): string[] {
  const runins = textBlocks(speech).flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'runin' ? [mark.id] : [])),
  );
  const absent = speech.outline.flatMap(({ id, present }) => (present ? [] : [id]));
  const blocks = textBlocks(speech).flatMap(({ id, kind }) =>
    ['title', 'byline', 'salutation'].includes(kind) ? [] : [id],
  );
  return [...blocks, ...runins, ...absent].map((id) => `#${id}`);
}

for (const speech of speeches) {
  test(`${speech.meta.id} is printed as an official document`, async ({ page }) => {
    await page.goto(pathOf(speech));
    const all = await sheets(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const headings = speech.blocks.flatMap((block) => (block.kind === 'heading' ? [told(block.text)] : []));

    const anchors = all.flatMap(({ pieces }) => pieces.filter(isAnchor));
    expect(anchors.map(({ text }) => text.trim()).toSorted(), 'each anchor once').toEqual(anchorsOf(speech).toSorted());
    for (const { text, x } of anchors) expect(x < field.left || x >= field.right, `${text} in a margin`).toBe(true);

    const printed = told(all.flatMap(linesOf).join(''));
    for (const { id, text, marks } of textBlocks(speech)) {
      // The sign of a redaction is drawn unseen; it is text all the same.
      if (marks.some(({ kind }) => kind === 'redaction')) continue;
      expect(printed, id).toContain(told(text));
    }
    expect(printed).not.toMatch(/[\ufffd\u25a1]/u);

    all.forEach(({ width, height, fonts, pieces }, index) => {
      expect([width, height].map(Math.round)).toEqual([595, 842]);
      expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
      const lines = linesOf(all[index] as Sheet);
      expect(
        headings.some((heading) => heading.endsWith(lines.at(-1) ?? '—') && (lines.at(-1) ?? '').length > 3),
        `sheet ${index + 1} ends with ${lines.at(-1)}`,
      ).toBe(false);
      const foot = pieces
        .filter(({ y }) => y < field.bottom - 2)
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, '');
      expect(foot).toContain(`—${index + 1}—`);
      const folio = pieces.filter(({ y, size, text }) => y < field.bottom - 2 && size > 12 && text.trim() !== '');
      expect(new Set(folio.map(({ y }) => Math.round(y))).size, 'the number of the sheet on one line').toBe(1);
      expect(foot).toContain(`/speeches/${speech.meta.id}/`);
      expect(foot).toContain(speechVersion(speech));
    });
  });
}

test('the text is set in 16 points on 28, a line at the same place on every sheet', async ({ page }) => {
  await page.goto(pathOf(speechWith(({ blocks }) => blocks.length > 20)));
  const [, second] = await sheets(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const text = second?.pieces.filter((piece) => inField(piece) && Math.round(piece.size) === 16) ?? [];
  const rows = [...new Set(text.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  const steps = rows.slice(1).map((y, at) => (rows[at] ?? 0) - y);
  expect(steps.filter((step) => Math.abs(step - 28) <= 1).length).toBeGreaterThan(steps.length / 2);
  expect(Math.min(...text.map(({ x }) => x))).toBeGreaterThanOrEqual(field.left - 1);
});

test('without scripts the sheets still end with the address and the version', async ({ browser, site }) => {
  const speech = speechWith(() => true);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(site.url + pathOf(speech));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.imprint')).toBeVisible();
  await expect(page.locator('.imprint')).toContainText(speechVersion(speech));
  await expect(page.locator('.imprint')).toContainText(`/speeches/${speech.meta.id}/`);
  for (const chrome of ['.masthead', '.reading-side', '.related', '.neighbours', '.colophon'])
    await expect(page.locator(chrome)).toBeHidden();
  await page.close();
});
