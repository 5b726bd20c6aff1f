/**
 * Makes the .pdf files of the golden folders with a browser's printing. Run by hand when a text changes:
 * `node tests/support/make-pdf.ts`. The results are checked in, because browsers and fonts differ.
 */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { byline, date, more, opening, salutation, sections, title } from './speech.ts';

const golden = new URL('../fixtures/golden/', import.meta.url);
const NUMERALS = '一二三四五六七八九十';

const paragraph = (text: string) => `<p>${text}</p>`;

/** A font that the browser embeds as one; others it draws glyph by glyph, ten times as large. */
const FONT = '"Droid Sans Fallback"';

const body = [
  `<h1>${title}</h1>`,
  `<p class="centred">${byline}</p>`,
  `<p class="centred">${date}</p>`,
  `<p class="flush">${salutation}</p>`,
  paragraph(opening),
  ...more.map(paragraph),
  ...sections.flatMap(({ heading, paragraphs, parts = [] }, index) => [
    paragraph(`${NUMERALS[index]}、${heading}`),
    ...paragraphs.map(paragraph),
    ...parts.flatMap((part, at) => [
      paragraph(`（${NUMERALS[at]}）${part.heading}`),
      ...part.paragraphs.map(paragraph),
    ]),
  ]),
].join('\n');

const page = (style: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
  body { font: 16pt/28pt ${FONT}, serif; margin: 0; text-align: justify }
  p { margin: 0; text-indent: 2em }
  h1 { font-size: 22pt; font-weight: normal; line-height: 36pt; text-align: center; margin: 0 0 10pt }
  .centred { text-align: center; text-indent: 0 } .flush { text-indent: 0 }
  ${style}</style>${body}</html>`;

const foot = (html: string) =>
  `<div style="font: 10pt 'Droid Sans Fallback'; width: 100%; text-align: center">${html}</div>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const tab = await browser.newPage();
const margin = { top: '90px', bottom: '90px', left: '100px', right: '100px' };

/** As an office prints it: indents, running head, numbers between dashes. */
await tab.setContent(page(''));
const official = await tab.pdf({
  format: 'A4',
  margin,
  displayHeaderFooter: true,
  headerTemplate: foot('云溪县社区食堂建设现场会材料'),
  footerTemplate: foot('— <span class="pageNumber"></span> —'),
});
writeFileSync(new URL('pdf-official/input.pdf', golden), official);

/** As a web page is printed: no indents, space between paragraphs, `1/3` at the foot. */
await tab.setContent(
  page('p { text-indent: 0; margin-bottom: 14pt } body { font-size: 12pt; line-height: 20pt; text-align: left }'),
);
const printed = await tab.pdf({
  format: 'A5',
  margin: { top: '60px', bottom: '60px', left: '50px', right: '50px' },
  displayHeaderFooter: true,
  headerTemplate: foot(title),
  footerTemplate: foot('<span class="pageNumber"></span>/<span class="totalPages"></span>'),
});
writeFileSync(new URL('pdf-printed-page/input.pdf', golden), printed);

/** A paper with a watermark across every page. */
await tab.setContent(
  page(
    `i { position: fixed; top: 40%; left: 20%; font: 40pt ${FONT}; color: #ddd; transform: rotate(-35deg) }`,
  ).replace('</html>', '<i>样例内部资料</i></html>'),
);
writeFileSync(new URL('pdf-watermark/input.pdf', golden), await tab.pdf({ format: 'A4', margin }));

/** A gazette: two columns under a title that spans both. */
await tab.setContent(
  page(`body { font-size: 10.5pt; line-height: 18pt; columns: 2; column-gap: 24pt }
    h1, .centred { column-span: all }`),
);
writeFileSync(new URL('pdf-columns/input.pdf', golden), await tab.pdf({ format: 'A4', margin }));
await browser.close();
