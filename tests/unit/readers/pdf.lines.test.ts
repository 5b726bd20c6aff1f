import { describe, expect, test } from 'vitest';
import { characters, resolveDoor, withoutSettingSpaces } from '../../../scripts/normalize/readers/pdf/characters.ts';
import { readPdf } from '../../../scripts/normalize/readers/pdf.ts';
import { column, type Put, pdf } from '../../support/pdf.ts';

const read = (...pages: Put[][]) => readPdf(pdf(pages), 'a.pdf');

const FULL = '各镇街要算好这本账不能只算投入不算人心要亲自抓具体抓天天抓';
const page = (...lines: string[]) => column(lines);

describe('lines', () => {
  test('words of one line by their places, whatever their order in the file', async () => {
    const { text } = await read([
      { text: '一十二点三。', x: 180, y: 100 },
      { text: '正文在下一行。', x: 90, y: 125 },
      { text: '去年占百分之', x: 90, y: 100 },
    ]);
    expect(text).toBe('去年占百分之一十二点三。\n正文在下一行。\n');
  });

  test('a raised sign stays on its line; words printed twice to be bold stand once', async () => {
    const { text } = await read([
      { text: '补助按人次拨付', x: 90, y: 100 },
      { text: '补助按人次拨付', x: 90.5, y: 100 },
      { text: '①', x: 195, y: 94, size: 8 },
      { text: '，每季公布。', x: 203, y: 100 },
    ]);
    expect(text).toBe('补助按人次拨付①，每季公布。\n');
  });

  test('a wide gap between words is an ideographic space, a narrow one none', async () => {
    const { text } = await read([
      { text: '副县长', x: 90, y: 100 },
      { text: '林远', x: 150, y: 100 },
      { text: '讲话', x: 181, y: 100 },
    ]);
    expect(text).toBe('副县长　林远讲话\n');
  });
});

describe('paragraphs', () => {
  const lines = [`　　${FULL.slice(2)}`, FULL, '抓到底。', `　　${FULL.slice(2)}`, FULL, '办好事。'];

  test('an indent is two ideographic spaces', async () => {
    const { text } = await read(page(...lines));
    expect(text).toBe(`${lines.join('\n')}\n`);
  });

  test('so much space is an empty line', async () => {
    const puts = [...column([FULL, FULL, '抓到底。']), ...column([FULL, FULL, '办好事。'], 215)];
    expect((await read(puts)).text).toBe([FULL, FULL, '抓到底。', '', FULL, FULL, '办好事。', ''].join('\n'));
  });

  test('a title in large type is one line, centred and strong', async () => {
    const title = '在全县社区食堂建设现场推进会和老街改造会上';
    const puts: Put[] = [
      { text: title, x: 90, y: 70, size: 20 },
      { text: '的讲话', x: 270, y: 100, size: 20 },
      ...column(lines, 150),
    ];
    const { text, hints } = await read(puts);
    expect(text.startsWith(`${title}的讲话\n\n　　${FULL.slice(2)}`)).toBe(true);
    expect(hints.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['centred', 0, title.length + 3],
      ['strong', 0, title.length + 3],
    ]);
  });
});

describe('what is no text', () => {
  const text = [...'甲乙丙丁戊己庚辛壬癸'].map((first) => first + FULL.slice(1));
  const furnished = (number: number, head: string, foot: string): Put[] => [
    { text: head, x: 200, y: 50, size: 9 },
    ...column(text.map((line) => line.slice(0, -1) + '〇一二三四五六七八九'[number])),
    { text: foot, x: 280 - 3 * String(number).length, y: 800, size: 9 },
  ];
  const debris = async (...pages: Put[][]) => {
    const { text, hints } = await read(...pages);
    return hints.filter(({ kind }) => kind === 'debris').map(({ from, to, why }) => [text.slice(from, to), why]);
  };

  test('running heads, and numbers that count up', async () => {
    expect(await debris(...[7, 8, 9].map((number) => furnished(number, '会议材料', String(number))))).toEqual([
      ['会议材料', '页眉'],
      ['7', '页码'],
      ['会议材料', '页眉'],
      ['8', '页码'],
      ['会议材料', '页眉'],
      ['9', '页码'],
    ]);
  });

  test('a number with its sign is known on a single page, a bare one is not', async () => {
    expect(await debris(furnished(1, '会议材料', '- 1 -'))).toEqual([['- 1 -', '页码']]);
    expect(await debris(furnished(1, '会议材料', '1'))).toEqual([]);
  });

  test('numbers that do not count up with the pages are text', async () => {
    expect(await debris(furnished(1, '二〇二四', '35'), furnished(2, '二〇二五', '38'))).toEqual([]);
  });

  test('the same words at another place are text', async () => {
    const applause = (y: number, lines: string[]): Put[] => [{ text: '（热烈鼓掌）', x: 90, y }, ...column(lines)];
    expect(await debris(applause(60, text), applause(90, text.toReversed()))).toEqual([]);
  });

  test('different heads on left and right pages', async () => {
    const pages = [1, 2, 3, 4].map((number) =>
      furnished(number, number % 2 ? '讲话汇编' : '县政府办', `第 ${number} 页 共 4 页`),
    );
    expect((await debris(...pages)).map(([words]) => words)).toEqual([
      '讲话汇编',
      '第1页 共4页',
      '县政府办',
      '第2页 共4页',
      '讲话汇编',
      '第3页 共4页',
      '县政府办',
      '第4页 共4页',
    ]);
  });

  test('what runs aslant is a watermark', async () => {
    expect(await debris([...column(text), { text: '内部资料', x: 200, y: 500, size: 40, degrees: 45 }])).toEqual([
      ['内部资料', '水印'],
    ]);
  });

  test('notes at the foot of a page stand at the end', async () => {
    const puts = [
      ...column(text),
      { text: '① 以刷卡记录为准，每季', x: 90, y: 700, size: 10 },
      { text: '度公布。', x: 90, y: 714, size: 10 },
    ];
    const { text: all, hints } = await read(puts, column(['抓到底。']));
    expect(all.endsWith(`${text.at(-1)}\n抓到底。\n①以刷卡记录为准，每季度公布。\n`)).toBe(true);
    expect(hints.map(({ kind }) => kind)).toEqual(['note']);
  });
});

describe('characters', () => {
  test.each([
    ['⻓⾯⽇⻅', '长面日见'],
    ['千家万⼾', '千家万户'],
    ['這是⼾', '這是戶'],
    ['a\u00a0b\u0000', 'a b'],
  ])('%s are %s', (raw, text) => expect(resolveDoor(characters(raw))).toBe(text));

  test.each([
    ['增长 5.2% 以上', '增长5.2%以上'],
    ['第一章 总则', '第一章 总则'],
    ['讲 话 提 纲', '讲话提纲'],
    ['New York 的', 'New York的'],
    ['一 、总', '一、总'],
  ])('%s is %s', (raw, text) => expect(withoutSettingSpaces(raw)).toBe(text));
});
