import { expect, test } from 'vitest';
import { readDocx } from '../../../scripts/normalize/readers/docx.ts';
import { docx, paragraph, run } from '../../support/ooxml.ts';

const read = (parts: Parameters<typeof docx>[0]) => readDocx(docx(parts), 'a.docx');
const text = async (body: string) => (await read({ body })).text;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

test('what is inserted stands, what is deleted, moved away or hidden does not', async () => {
  const body = paragraph(
    `${run('今年')}<w:ins>${run('要')}</w:ins><w:del><w:r><w:delText>必须</w:delText><w:tab/></w:r></w:del>` +
      `<w:moveFrom>${run('再')}</w:moveFrom><w:moveTo>${run('办')}</w:moveTo>${run('密', '<w:vanish/>')}${run('好', '<w:vanish w:val="0"/>')}`,
  );
  expect(await text(body)).toBe('今年要办好\n');
});

test('the result of a field, not its code, also of one in another', async () => {
  const body = paragraph(
    `${run('见第')}${field('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>${field('begin')}${run('码')}${field('separate')}${run('内')}${field('end')}` +
      `${field('separate')}${run('三')}${field('end')}${run('条')}`,
  );
  expect(await text(body)).toBe('见第三条\n');
});

test('a field that never ends hides no more than its paragraph', async () => {
  expect(await text(paragraph(field('begin') + run('码')) + paragraph(run('正文')))).toBe('\n正文\n');
});

test('line breaks, tabs and hyphens are characters; page breaks are none', async () => {
  const body = paragraph(
    `<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/><w:br w:type="page"/><w:t> 丁 </w:t></w:r>`,
  );
  expect(await text(body)).toBe('甲\n乙\t丙-丁\n');
});

test('a text box stands once, after its paragraph', async () => {
  const box = (words: string) => `<wps:txbx><w:txbxContent>${paragraph(run(words))}</w:txbxContent></wps:txbx>`;
  const body = paragraph(
    `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r>`,
  );
  expect(await text(body)).toBe('正文\n框内\n');
});

const cell = (...words: string[]) => `<w:tc>${words.map((each) => paragraph(run(each))).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

test('a row is a line, its cells apart by tabs', async () => {
  const { text, hints } = await read({
    body: `<w:tbl>${row(cell('镇街'), cell('食堂', '（个）'))}${row(cell('老街镇'), cell(''))}</w:tbl>${paragraph(run('完'))}`,
  });
  expect(text).toBe('镇街\t食堂 （个）\n老街镇\t\n完\n');
  expect(hints.map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['table', '镇街\t食堂 （个）\n老街镇\t'],
    ['cell', '镇街'],
    ['cell', '食堂 （个）'],
    ['cell', '老街镇'],
    ['cell', ''],
  ]);
});

test('a table of one column is a frame around paragraphs', async () => {
  const { text, hints } = await read({ body: `<w:tbl>${row(cell('第一段。', '第二段。'))}</w:tbl>` });
  expect(text).toBe('第一段。\n第二段。\n');
  expect(hints).toEqual([]);
});

test('notes stand at the end under the signs of the text', async () => {
  const refer = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, words: string) =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${words}`)}`)}</w:${kind}>`;
  const { text, hints } = await read({
    body: paragraph(
      run('人次') + refer('footnote', 7) + run('与账目') + refer('endnote', 2) + run('，三餐') + refer('footnote', 3),
    ),
    footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph(run('线'))}</w:footnote>${note('footnote', 3, '指早中晚。')}${note('footnote', 7, '以刷卡为准。')}${note('footnote', 9, '没有提到。')}`,
    endnotes: note('endnote', 2, '每季度公布。'),
  });
  expect(text).toBe('人次[1]与账目[i]，三餐[2]\n[1] 以刷卡为准。\n[2] 指早中晚。\n[i] 每季度公布。\n');
  expect(hints.map(({ kind }) => kind)).toEqual(['mark', 'mark', 'mark', 'note', 'note', 'note']);
});

test('circled notes keep their signs; a note that refers to itself ends', async () => {
  const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const { text } = await read({
    body:
      paragraph(run('人次') + refer) +
      '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr></w:sectPr>',
    footnotes: `<w:footnote w:id="1">${paragraph(run('见') + refer)}</w:footnote>`,
  });
  expect(text).toBe('人次①\n①见①\n');
});

test('headings by outline level or name, below a title; centred and bold by style', async () => {
  const style = (id: string, name: string, more: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles =
    style('T', 'Title', '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>') +
    style('H', '标题 1', '') +
    style('K', '要点', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>');
  const at = (id: string, words: string) => paragraph(words, `<w:pStyle w:val="${id}"/>`);
  const { text, hints } = await read({
    body:
      at('T', run('讲话')) + at('H', run('形势')) + at('K', run('成绩')) + paragraph(run('全', '<w:b/>') + run('文')),
    styles,
  });
  expect(hints.map(({ kind, level, from, to }) => [kind, level, text.slice(from, to)])).toEqual([
    ['heading', 1, '讲话'],
    ['centred', undefined, '讲话'],
    ['strong', undefined, '讲话'],
    ['heading', 2, '形势'],
    ['heading', 3, '成绩'],
  ]);
});

test('heads and feet of pages are debris around the text', async () => {
  const { text, hints } = await read({
    body: `${paragraph(run('正文'))}<w:sectPr><w:headerReference r:id="header1" xmlns:r="urn:r"/><w:footerReference r:id="footer1" xmlns:r="urn:r"/></w:sectPr>`,
    header1: paragraph(run('会议材料')),
    footer1: paragraph(run('— 1 —')) + paragraph(''),
  });
  expect(text).toBe('会议材料\n正文\n— 1 —\n');
  expect(hints.map(({ kind, why }) => [kind, why])).toEqual([
    ['debris', '页眉'],
    ['debris', '页脚'],
  ]);
});

test('a table of contents shows its leaders', async () => {
  const body = paragraph(
    '<w:r><w:t>一、形势</w:t><w:tab/><w:t>3</w:t></w:r>',
    '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>',
  );
  expect(await text(body)).toBe('一、形势……3\n');
});

test('other names of the namespace mean the same', async () => {
  const bytes = docx({ body: '' });
  const { zipSync, unzipSync, strToU8 } = await import('fflate');
  const files = unzipSync(bytes);
  files['word/document.xml'] = strToU8(
    '\ufeff<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>正文</x:t></x:r></x:p></x:body></x:document>',
  );
  expect((await readDocx(zipSync(files), 'a.docx')).text).toBe('正文\n');
});

test('merged cells stand once and say how far they reach; a repeated row heads its columns', async () => {
  const merged = (words: string, properties: string) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(words))}</w:tc>`;
  const { text, hints } = await read({
    body: `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('镇街')}${merged('食堂', '<w:gridSpan w:val="2"/>')}</w:tr>${row(
      merged('老街镇', '<w:vMerge w:val="restart"/>'),
      cell('6'),
      merged('512', '<w:vMerge w:val="restart"/>'),
    )}${row(merged('', '<w:vMerge/>'), cell('7'), merged('', '<w:vMerge w:val="continue"/>'))}${row(cell('甲'), cell('乙'), cell('丙'))}</w:tbl>`,
  });
  expect(text).toBe('镇街\t食堂\n老街镇\t6\t512\n7\n甲\t乙\t丙\n');
  expect(
    hints
      .filter(({ kind }) => kind === 'cell')
      .map(({ from, to, header, columns, rows }) => [text.slice(from, to), header, columns, rows]),
  ).toEqual([
    ['镇街', true, undefined, undefined],
    ['食堂', true, 2, undefined],
    ['老街镇', undefined, undefined, 2],
    ['6', undefined, undefined, undefined],
    ['512', undefined, undefined, 2],
    ['7', undefined, undefined, undefined],
    ['甲', undefined, undefined, undefined],
    ['乙', undefined, undefined, undefined],
    ['丙', undefined, undefined, undefined],
  ]);
});
