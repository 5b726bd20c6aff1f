import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../scripts/normalize/readers/docx/number-formats.ts';
import { readDocx } from '../../../scripts/normalize/readers/docx.ts';
import { docx, family, level, list, numbered, paragraph, run } from '../../support/ooxml.ts';

const lines = async (parts: Parameters<typeof docx>[0]) =>
  (await readDocx(docx(parts), 'a.docx')).text.trimEnd().split('\n');

describe('formats', () => {
  test.each([
    [1, 'chineseCounting', '一'],
    [12, 'chineseCounting', '十二'],
    [20, 'chineseCountingThousand', '二十'],
    [105, 'chineseCountingThousand', '一百零五'],
    [110, 'chineseCountingThousand', '一百一十'],
    [10, 'ideographDigital', '一〇'],
    [10, 'chineseLegalSimplified', '壹拾'],
    [3, 'ideographTraditional', '丙'],
    [3, 'decimalEnclosedCircle', '③'],
    [2, 'ideographEnclosedCircle', '㊁'],
    [4, 'decimalZero', '04'],
    [12, 'decimalFullWidth', '１２'],
    [28, 'upperLetter', 'BB'],
    [14, 'lowerRoman', 'xiv'],
    [21, 'decimalEnclosedCircle', '21'],
    [7, 'someFutureFormat', '7'],
  ])('%i in %s is %s', (number, format, text) => expect(formatNumber(number, format)).toBe(text));
});

describe('lists', () => {
  const chinese = family(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  );

  test('nested levels count and begin anew', async () => {
    const body = [
      numbered('形势', 1),
      numbered('成绩', 1, 1),
      numbered('问题', 1, 1),
      numbered('任务', 1),
      numbered('场地', 1, 1),
      numbered('收回', 1, 2),
      numbered('配建', 1, 2),
    ].join('');
    expect(await lines({ body, numbering: chinese + list(1, 0) })).toEqual([
      '一、形势',
      '（一）成绩',
      '（二）问题',
      '二、任务',
      '（一）场地',
      '1.收回',
      '2.配建',
    ]);
  });

  test('lists of one family count on; a start of its own begins anew', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = chinese + list(1, 0) + list(2, 0) + list(3, 0, again);
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 1);
    expect(await lines({ body, numbering })).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']);
  });

  test('a level may go on counting, and all numbers may be Arabic', async () => {
    const numbering =
      family(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>')) +
      family(1, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      list(1, 0) +
      list(2, 1);
    const body = [
      numbered('总则', 1),
      numbered('本办法适用于食堂。', 1, 1),
      numbered('管理', 1),
      numbered('账目公开。', 1, 1),
      numbered('附则', 2),
      numbered('解释', 2, 1),
    ].join('');
    expect(await lines({ body, numbering })).toEqual([
      '第一章 总则',
      '第1条 本办法适用于食堂。',
      '第二章 管理',
      '第2条 账目公开。',
      '一、附则',
      '1.1 解释',
    ]);
  });

  test('numbers of a style, and a paragraph that puts them off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
    const numbering =
      family(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + list(1, 0);
    const body = [
      paragraph(run('形势'), '<w:pStyle w:val="H1"/>'),
      paragraph(run('成绩'), '<w:pStyle w:val="H2"/>'),
      paragraph(run('结语'), '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    expect(await lines({ body, numbering, styles })).toEqual(['一、形势', '（一）成绩', '结语']);
  });

  test('signs of a list are dots where a symbol font has no character', async () => {
    const numbering = family(0, level(0, 'bullet', '\uf06c')) + list(1, 0);
    expect(await lines({ body: numbered('场地', 1), numbering })).toEqual(['• 场地']);
  });

  test('an empty paragraph has no number, and a list that is not there none either', async () => {
    const body = numbered('甲', 1) + numbered('', 1) + numbered('乙', 1) + numbered('丙', 9);
    expect(await lines({ body, numbering: chinese + list(1, 0) })).toEqual(['一、甲', '', '二、乙', '丙']);
  });
});
