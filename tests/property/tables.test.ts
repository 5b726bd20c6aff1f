/** Tables with known rows come back as they were, from every format that has them, and nothing of them is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../scripts/normalize/index.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';
import { type Speech, type TableBlock, tableCells } from '../../src/text/speech.ts';

const runs = Number(process.env.RUNS ?? 60);
const word = fc.constantFrom(
  '老街镇',
  '食堂',
  '512',
  '1,030',
  '百分之三',
  '新区街道',
  '每天就餐',
  '**市',
  '<甲>',
  '{乙}',
  '0.5%',
);
const cell = fc.record({
  text: fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constant('') }),
  header: fc.boolean(),
  columns: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 2 }),
});
type Given = { text: string; header: boolean; columns: number; rows: number }[][];

/** Every row has a cell with words, and one has two: else a table is none, or has a row less. */
const tables: fc.Arbitrary<Given> = fc
  .tuple(
    fc.array(cell, { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([first, rest]) => [[{ ...first[0], text: '甲' }, { ...first[0], text: '乙' }, ...first], ...rest] as Given)
  .filter((rows) => rows.every((row) => row.some(({ text }) => text !== '')));

const TITLE = '在全县社区食堂建设现场会上的讲话';
const BEFORE = '去年以来，各镇街把食堂办在老人家门口，老人满意，子女放心，情况见下面的表。';
const AFTER = '从表上可以看出，各地的进度还不平衡，差距就是潜力，下半年要迎头赶上。';

async function read(path: string, text: string): Promise<Speech> {
  const { speech, edits, document } = await normalize(
    { path, bytes: new TextEncoder().encode(text) },
    null,
    '0'.repeat(64),
  );
  expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
  expect(readSpeech(writeSpeech(speech), 'x.mdx')).toEqual(speech);
  return speech;
}

function found(speech: Speech): Given {
  const [table, ...more] = speech.blocks.filter((block): block is TableBlock => block.kind === 'table');
  expect(more).toEqual([]);
  if (!table) return [];
  return tableCells(table).map((row) =>
    row.map(({ from, to, ...form }) => ({ text: table.text.slice(from, to), ...form })),
  );
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

test('from a web page, with heads and spans', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const html = rows
        .map((row) => {
          const cells = row.map(({ text, header, columns, rows: down }) => {
            const name = header ? 'th' : 'td';
            return `<${name} colspan="${columns}" rowspan=${down}><p>${escaped(text)}</p></${name}>`;
          });
          return `<tr>${cells.join('\n')}</tr>`;
        })
        .join('\n');
      const speech = await read('a.html', `<h1>${TITLE}</h1><p>${BEFORE}</p><table>${html}</table><p>${AFTER}</p>`);
      const spans = rows.map((row, at) =>
        row.map((each) => ({ ...each, rows: Math.min(each.rows, rows.length - at) })),
      );
      expect(found(speech)).toEqual(spans);
      expect(speech.meta.title).toBe(TITLE);
    }),
    { numRuns: runs },
  );
});

test('from plain text between tabs, and from Markdown', async () => {
  const plain = tables.map((rows) =>
    rows.map((row) => [0, 1, 2].map((at) => row[at % row.length]?.text.replace(/[*<>{}]/g, '') || '无')),
  );
  await fc.assert(
    fc.asyncProperty(plain, async (rows) => {
      fc.pre(rows.length >= 3);
      const given = rows.map((row) => row.map((text) => ({ text, header: false, columns: 1, rows: 1 })));
      const tabs = rows.map((row) => row.join('\t')).join('\r\n');
      expect(found(await read('a.txt', `${TITLE}\r\n${BEFORE}\r\n${tabs}\r\n${AFTER}\r\n`))).toEqual(given);
      const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
      const bars = [head, '| --- | :-: | ---: |', ...body].join('\n');
      expect(found(await read('a.md', `# ${TITLE}\n\n${BEFORE}\n\n${bars}\n\n${AFTER}\n`))).toEqual(
        given.map((row, at) => row.map((each) => ({ ...each, header: at === 0 }))),
      );
    }),
    { numRuns: runs },
  );
});
