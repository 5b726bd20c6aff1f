import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdf } from '../../../scripts/normalize/readers/pdf.ts';
import { SourceError } from '../../../scripts/normalize/types.ts';
import { column, pdf, stream } from '../../support/pdf.ts';

const sample = pdf([column(['各镇街要算好这本账。', '不能只算投入。'])]);
const encrypted = {
  trailer: '/Encrypt 4 0 R /ID [<00> <00>]',
  objects: new Map([[4, `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`]]),
};

test.each<[string, Uint8Array, RegExp]>([
  ['a scan', pdf([[], []]), /没有文字层.*需要先做文字识别（OCR）/],
  ['a scan with numbers', pdf([[{ text: '第1页', x: 90, y: 800 }]]), /需要先做文字识别（OCR）/],
  ['no Chinese', pdf([column(Array.from({ length: 9 }, () => 'no words of ours'))]), /读不出中文.*OCR/],
  ['a locked file', pdf([[]], encrypted), /加密的 PDF：请先去掉密码/],
  ['a broken file', new TextEncoder().encode('%PDF-1.7\nnothing'), /不是完整的 PDF/],
  ['too many pages', pdf(Array.from({ length: 2001 }, () => [])), /多于 2000 页/],
])('%s is refused with a reason', async (_, bytes, message) => {
  await expect(readPdf(bytes, 'a.pdf')).rejects.toThrow(SourceError);
  await expect(readPdf(bytes, 'a.pdf')).rejects.toThrow(message);
});

const form = (content: string, forms: string) =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << ${forms} >> >>`,
  );

test('a form that calls itself ends', async () => {
  const objects = new Map([
    [7, form('/X Do', '/X 7 0 R')],
    [11, stream('BT /F 15 Tf 1 0 0 1 90 700 Tm <50845404954791cc89815b97> Tj ET /X Do')],
  ]);
  expect((await readPdf(pdf([[]], { objects }), 'a.pdf')).text).toContain('里要');
});

test('forms that call each other many times over are refused', async () => {
  const objects = new Map([
    [11, stream('/X Do')],
    [7, form('/X Do '.repeat(20), '/X 20 0 R')],
  ]);
  for (let at = 20; at < 26; at++) objects.set(at, form('/X Do '.repeat(20), `/X ${at + 1} 0 R`));
  objects.set(26, form('BT /F 15 Tf 1 0 0 1 90 700 Tm <50845404> Tj ET', ''));
  await expect(readPdf(pdf([[]], { objects }), 'a.pdf')).rejects.toThrow(/第 1 页的文字异常多/);
});

test('pages that name each other end', async () => {
  const objects = new Map([[2, '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']]);
  await expect(readPdf(pdf([[]], { objects }), 'a.pdf')).rejects.toThrow(SourceError);
});

test('whatever the bytes, there is a text or a reason', async () => {
  const damaged = fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = new Uint8Array(sample);
      for (const [at, value] of changes) bytes[at] = value;
      try {
        const { text, hints } = await readPdf(bytes, 'a.pdf');
        for (const { from, to } of hints) expect(from <= to && to <= text.length).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
      }
    }),
    { numRuns: 60 },
  );
});
