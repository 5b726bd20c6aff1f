import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../scripts/normalize/index.ts';
import { restoreWidth } from '../../scripts/normalize/stages/width.ts';
import { type Record, SourceError } from '../../scripts/normalize/types.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 300);
const DIGEST = '0'.repeat(64);

function run(text: string): Promise<Record> {
  return normalize({ path: 'x.txt', bytes: new TextEncoder().encode(text) }, null, DIGEST);
}

/** Pieces of which messy copies are made. */
const piece = fc.constantFrom(
  '发展',
  '产业',
  '，',
  ',',
  '。',
  '：',
  ':',
  '；',
  '(',
  ')',
  '（',
  '）',
  '“',
  '”',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '　　',
  ' ',
  '\t',
  '一、',
  '二、',
  '(一)',
  '（二）',
  '1．',
  '1、',
  '2、',
  '①',
  '一是',
  '二是',
  '第一，',
  '第二,',
  '同志们:',
  '在全市会议上的讲话',
  '目录',
  '……',
  '...',
  '×',
  '**',
  '*市',
  'XX',
  '&time',
  '&amp;',
  '{5.2}',
  '<b>',
  '4+1',
  'MEMS',
  '2024-10-09',
  '𠮷',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\0',
  '\ufffd',
  '\ue000',
  '這個學會',
  '发布时间：2024-10-09',
  '您的位置：某某网>>正文',
  '……（某某网省略87字，正式会员可完整阅读）……',
  '（未完，全文共900字，当前仅显示90字',
  '某某.docx',
  '- 特殊限制：',
  '限制150内',
  '兰溪市委',
  '全省',
  '我讲三点意见',
  '（2024年3月5日）',
);
const messy = fc.array(
  fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  { maxLength: 60 },
);

test('whatever the text, no character is lost or invented', async () => {
  await fc.assert(
    fc.asyncProperty(messy, async (parts) => {
      const text = `${parts.join('')}文`.replace(/^[\ufeff]+/, '');
      fc.pre(text.isWellFormed());
      const record = await run(text);
      expect(rebuildSource(publishedText(record.speech), record.edits)).toBe(text);
      expect(readSpeech(writeSpeech(record.speech), 'x.mdx')).toEqual(record.speech);
      const ids = record.speech.blocks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: runs },
  );
});

test('the same copy gives the same record', async () => {
  await fc.assert(
    fc.asyncProperty(messy, async (parts) => {
      const text = `${parts.join('')}文`;
      expect(await run(text)).toEqual(await run(text));
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});

test('whatever the bytes, there is a record or a sentence for a person', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      try {
        await normalize({ path: 'x.txt', bytes }, null, DIGEST);
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
        expect((error as Error).message).toContain('x.txt');
      }
    }),
    { numRuns: runs },
  );
});

test('restored punctuation keeps every offset and is restored once and for all', async () => {
  await fc.assert(
    fc.asyncProperty(messy, async (parts) => {
      const text = parts.join('');
      const once = restoreWidth(text);
      expect(once.length).toBe(text.length);
      for (let index = 0; index < text.length; index++) {
        if (once[index] !== text[index]) expect(',:;()?!').toContain(text[index]);
      }
    }),
    { numRuns: runs },
  );
});

const words = fc.array(
  fc.constantFrom('发展', '产业', '创新', '平台', '企业', '人才', '服务', '项目', '改革', '开放'),
  { minLength: 2, maxLength: 6 },
);
const heading = words.map((parts) => parts.join(''));
const sentence = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map((clauses) => `${clauses.map((parts) => parts.join('')).join('，')}。`);
const paragraph = fc.array(sentence, { minLength: 3, maxLength: 8 }).map((sentences) => sentences.join(''));
const section = fc.record({
  heading,
  lead: paragraph,
  parts: fc.array(fc.record({ heading, body: paragraph }), { maxLength: 3 }),
});
const NUMERALS = '一二三四五六七八九';

test('a speech with known structure gives it back, however it was wrapped and flattened', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(section, { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 20, max: 40 }),
      fc.boolean(),
      fc.boolean(),
      async (sections, width, wrap, flatten) => {
        const lines = ['在全市产业发展大会上的讲话', '同志们：'];
        for (const [index, each] of sections.entries()) {
          lines.push(`${NUMERALS[index]}、${each.heading}`, each.lead);
          for (const [position, part] of each.parts.entries())
            lines.push(`（${NUMERALS[position]}）${part.heading}。${part.body}`);
        }
        const wrapped = wrap ? lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []) : lines;
        const text = wrapped.join('\n');
        const flat = flatten
          ? text.replace(/，/g, ',').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')')
          : text;
        const { outline, meta } = (await run(flat)).speech;
        expect(meta.title).toBe(lines[0]);
        expect(outline.map(({ level, heading: words }) => `${level} ${words}`)).toEqual(
          sections.flatMap((each) => [`1 ${each.heading}`, ...each.parts.map((part) => `2 ${part.heading}`)]),
        );
      },
    ),
    { numRuns: runs },
  );
});
