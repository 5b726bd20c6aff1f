/** Known structure comes back after it was written in any habit of numbering and broken; marks, notes and tables always fit together. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { habits } from '../../scripts/bench/habits.ts';
import { normalize } from '../../scripts/normalize/index.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';
import { type Speech, tableCells, textBlocks } from '../../src/text/speech.ts';

const runs = Number(process.env.RUNS ?? 80);

async function read(text: string, path = 'a.txt'): Promise<Speech> {
  const bytes = new TextEncoder().encode(text);
  const { speech, edits, document } = await normalize({ path, bytes }, null, '0'.repeat(64));
  expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
  expect(readSpeech(writeSpeech(speech), 'x.mdx')).toEqual(speech);
  return speech;
}

const series = (signs: string) => (at: number) => signs[at - 1] ?? '';
const words = fc
  .array(fc.constantFrom('发展', '产业', '创新', '平台', '企业', '人才', '服务', '项目', '改革', '开放'), {
    minLength: 3,
    maxLength: 7,
  })
  .map((parts) => parts.join(''));
const text = fc.array(words, { minLength: 3, maxLength: 12 }).map((clauses) => `${clauses.join('，')}。`);

interface Part {
  heading: string;
  body: string;
  parts: Part[];
}
const part = (depth: number): fc.Arbitrary<Part> =>
  fc.record({
    heading: words,
    body: text,
    parts:
      depth > 1 ? fc.array(part(depth - 1), { maxLength: 3 }).filter(({ length }) => length !== 1) : fc.constant([]),
  });

test('whatever the habit of numbering, the outline comes back', async () => {
  const outline = fc.array(part(3), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      outline,
      fc.constantFrom(...habits),
      fc.boolean(),
      fc.boolean(),
      async (parts, habit, runIn, blank) => {
        const lines = ['在全市产业发展大会上的讲话', '同志们：'];
        const expected: string[] = [];
        const write = (list: Part[], level: number) => {
          const marker = habit[level - 1];
          if (!marker) return;
          for (const [index, each] of list.entries()) {
            expected.push(`${level} ${marker(index + 1)}${each.heading}`);
            if (runIn && level > 1) lines.push(`${marker(index + 1)}${each.heading}。${each.body}`);
            else lines.push(marker(index + 1) + each.heading, each.body);
            write(each.parts, level + 1);
          }
        };
        write(parts, 1);
        const speech = await read(lines.join(blank ? '\n\n' : '\r\n'));
        expect(speech.outline.map(({ level, marker, heading }) => `${level} ${marker}${heading}`)).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
});

const signs: { mark: (at: number) => string; note: (at: number) => string; label: string }[] = [
  { mark: (at) => `[${at}]`, note: (at) => `[${at}] `, label: '注释：' },
  { mark: (at) => `〔${at}〕`, note: (at) => `〔${at}〕`, label: '' },
  { mark: series('①②③④⑤⑥⑦⑧'), note: series('①②③④⑤⑥⑦⑧'), label: '注：' },
  { mark: (at) => `（注${at}）`, note: (at) => `注${at}：`, label: '' },
  { mark: (at) => `［${at}］`, note: (at) => `${at}．`, label: '尾注' },
];

test('notes find their signs, and the text goes round them', async () => {
  const paragraphs = fc.array(fc.tuple(text, words), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(paragraphs, fc.constantFrom(...signs), async (given, { mark, note, label }) => {
      const body = given.map(([words], index) => `${words.slice(0, -1)}${mark(index + 1)}，这一点很清楚。`);
      const notes = given.map(([, words], index) => `${note(index + 1)}${words}。`);
      const lines = ['在全市产业发展大会上的讲话', '同志们：', ...body, ...(label === '' ? [] : [label]), ...notes];
      const blocks = textBlocks(await read(lines.join('\n')));
      expect(blocks.filter(({ kind }) => kind === 'note').map((block) => `${block.id} ${block.text}`)).toEqual(
        notes.map((words, index) => `n${index + 1} ${words}`),
      );
      const tied = blocks
        .filter(({ kind }) => kind === 'paragraph')
        .flatMap(({ text, marks }) =>
          marks.flatMap((each) => (each.kind === 'note' ? [`${each.id} ${text.slice(each.from, each.to)}`] : [])),
        );
      expect(tied).toEqual(given.map((_, index) => `n${index + 1} ${mark(index + 1)}`));
    }),
    { numRuns: runs },
  );
});

const pieces = fc.constantFrom(
  ...[
    '发展产业。',
    '同志们：',
    '在全市会议上的讲话',
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\t',
    '注释：',
    '注：\n',
    '[1]',
    '[1] ',
    '①',
    '②',
    '（注1）',
  ],
  ...[
    '注1：',
    '1．',
    '2．',
    '第一条　',
    '第二条　',
    '第三条　',
    '第一章　总则',
    '——',
    '首先，',
    '其次，',
    '最后，',
    '一要',
    'Ⅰ、',
  ],
  ...[
    '表1　情况',
    '甲\t乙\t丙\n',
    '图1：外景',
    '新华社北京3月5日电（记者林远）',
    '编者按：',
    '（此件公开发布）',
    '抄送：',
    '2031年3月6日',
  ],
  ...[
    '附件1',
    '附件：1.甲',
    '名词解释',
    '1.1 总则',
    '1 总则',
    '第一个问题，',
    '<table><tr><td>',
    '</td><td>',
    '</td></tr></table>',
    '<sup>1</sup>',
    '<ol><li>',
    '<p>',
  ],
  ...['×', '**', '| 甲 | 乙 |\n', '| --- | --- |\n', '# ', '[^1]', '[^1]: ', '学习资料汇编'],
);

test('whatever stands together, nothing is lost and every reference has its end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { maxLength: 50 }),
      fc.constantFrom('', '<html><body>', '# 标题\n'),
      async (parts, start) => {
        const speech = await read(`${start}${parts.join('')}文`);
        const blocks = textBlocks(speech);
        const ids = blocks.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const block of blocks) {
          for (const each of block.marks) if (each.kind === 'note') expect(ids).toContain(each.id);
          if (block.kind !== 'table') continue;
          const cells = tableCells(block);
          expect(cells.map((row) => row.map(({ from, to }) => block.text.slice(from, to)).join('\t')).join('\n')).toBe(
            block.text,
          );
          expect(cells.at(-1)?.at(-1)?.to).toBe(block.text.length);
        }
      },
    ),
    { numRuns: runs * 4 },
  );
});
