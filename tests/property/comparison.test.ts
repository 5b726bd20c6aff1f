/** Whatever the copy, its comparison shows all of it, all that is published, and every change. */
import fc from 'fast-check';
import { test } from 'vitest';
import { normalize } from '../../scripts/normalize/index.ts';
import { expectWhole } from '../support/comparison.ts';

const runs = Number(process.env.PROPERTY_RUNS ?? 150);
const DIGEST = '0'.repeat(64);

/** Line ends, white space, debris and marks, in any order: what stands at the seams between blocks. */
const piece = fc.constantFrom(
  ...[
    '同志们:',
    '一、认清形势',
    '(一)抓好落实。',
    '推动产业发展',
    '今天召开会议,',
    '我讲三点意见。',
    '第一,',
    '𠮷',
    '<b>',
    '&',
  ],
  ...['\n', '\n', '\n\n', '\r\n', '\r', ' ', '　　', '\t', '\u200b'],
  ...['×', '**', '&time', '2、', '- 1 -', '发布时间：2024-10-09', '您的位置：某某网>>正文', '某某.docx', '...', '目录'],
  ...['……（某某网省略87字，正式会员可完整阅读）……', '点赞:', '收藏:'],
);

test('no character and no change is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 50 }), async (parts) => {
      const source = `${parts.join('')}文`;
      const { speech, edits, findings } = await normalize(
        { path: 'x.txt', bytes: new TextEncoder().encode(source) },
        null,
        DIGEST,
      );
      const account = { source: 'sources/x.txt', sha256: DIGEST, edits, findings };
      expectWhole(speech, account, source);
    }),
    { numRuns: runs },
  );
});
