import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocx } from '../../../scripts/normalize/readers/docx.ts';
import { SourceError } from '../../../scripts/normalize/types.ts';
import { docx, paragraph, run } from '../../support/ooxml.ts';

const sample = docx({ body: paragraph(run('各镇街要算好这本账。')) });

test.each<[string, Uint8Array, RegExp]>([
  ['a ZIP of pictures', zipSync({ 'a.png': strToU8('x') }), /是压缩包，但不是 Word 文稿/],
  ['a cut file', sample.subarray(0, sample.length - 30), /压缩包已损坏.*重新下载/],
  ['broken XML', docx({ body: '<w:p>' }), /word\/document\.xml 已损坏/],
  ['no text', docx({ body: paragraph('') }), /没有中文文字.*OCR/],
  ['much of nothing', docx({ body: `<!--${' '.repeat(3_000_000)}-->` }), /压缩率异常/],
  [
    'more than any text',
    zipSync({ 'a.xml': new Uint8Array(65 * 1024 * 1024).map((_, at) => (at * 7919) >> 5) }, { level: 1 }),
    /解压后大于 64 MB/,
  ],
  [
    'many files',
    zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.png`, new Uint8Array()]))),
    /多于 10000 个/,
  ],
  ['deep nesting', docx({ body: '<w:sdt>'.repeat(600) + '</w:sdt>'.repeat(600) }), /嵌套超过 500 层/],
])('%s is refused with a reason', async (_, bytes, message) => {
  await expect(readDocx(bytes, 'a.docx')).rejects.toThrow(SourceError);
  await expect(readDocx(bytes, 'a.docx')).rejects.toThrow(message);
});

test('entities of a document type are not unfolded', async () => {
  const { unzipSync } = await import('fflate');
  const files = unzipSync(sample);
  const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
  files['word/document.xml'] = strToU8(`<!DOCTYPE x [<!ENTITY a0 "啊">${entities}]><x>&a20;</x>`);
  await expect(readDocx(zipSync(files), 'a.docx')).rejects.toThrow(/已损坏/);
});

test('whatever the bytes, there is a text or a reason', async () => {
  const damaged = fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = new Uint8Array(sample);
      for (const [at, value] of changes) bytes[at] = value;
      try {
        const { text, hints } = await readDocx(bytes, 'a.docx');
        for (const { from, to } of hints) expect(from <= to && to <= text.length).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
      }
    }),
    { numRuns: 300 },
  );
});
