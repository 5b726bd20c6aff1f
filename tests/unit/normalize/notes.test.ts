import { expect, test } from 'vitest';
import { normalize } from '../../../scripts/normalize/index.ts';
import { textBlocks } from '../../../src/text/speech.ts';

async function ties(lines: string[]): Promise<string[]> {
  const bytes = new TextEncoder().encode(['在全县粮食工作会议上的讲话', '同志们：', ...lines].join('\n'));
  const { speech } = await normalize({ path: 'a.txt', bytes }, null, '0'.repeat(64));
  return textBlocks(speech).flatMap(({ id, text, marks }) =>
    marks.flatMap((mark) => (mark.kind === 'note' ? [`${id}: ${text.slice(mark.from, mark.to)} → ${mark.id}`] : [])),
  );
}

test('where numbers begin anew, a sign belongs to the next note with its number', async () => {
  const lines = [
    '管好仓是第一件大事[1]。',
    '注释：',
    '[1] 见去年的报告。',
    '管好人是第二件大事[1]。',
    '注释：',
    '[1] 见今年的报告。',
  ];
  expect(await ties(lines)).toEqual(['p1: [1] → n1', 'n1: [1] → n1', 'p3: [1] → n2', 'n2: [1] → n2']);
});

test('one note may be referred to twice, and a note that nothing refers to leads nowhere', async () => {
  const lines = ['管好仓是大事[1]，也是难事[1]。', '注释：', '[1] 见去年的报告。', '[2] 见今年的报告。'];
  expect(await ties(lines)).toEqual(['p1: [1] → n1', 'p1: [1] → n1', 'n1: [1] → n1']);
});

test.each([
  ['no list answers', ['管好仓是大事[1]。', '就这样办。']],
  ['a year in brackets', ['按〔2031〕14号文件办。', '〔2031〕14号文件另发。']],
  ['a list of points', ['要做好三件事①。', '①管仓', '②管人']],
  ['an unlabelled list of which one is not referred to', ['管好仓是大事[1]。', '[1] 管仓', '[2] 管人']],
])('no notes: %s', async (_, lines) => {
  expect(await ties(lines)).toEqual([]);
});
