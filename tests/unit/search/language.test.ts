import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/lib/root.ts';
import { parseQuery, type Term, writtenGroups } from '../../../src/search/language.ts';

/** Terms in short: `=` before what is exact, `title/` and `heading/` before what has a field. */
const short = ({ words, exact, field }: Term) => `${field === 'text' ? '' : `${field}/`}${exact ? '=' : ''}${words}`;
const read = (written: string) => {
  const { all, none } = parseQuery(written);
  return { all: all.map((terms) => terms.map(short)), none: none.map(short) };
};

describe('parseQuery', () => {
  it.each<[string, string[][], string[]?]>([
    // Words.
    ['', []],
    [' \u3000\n', []],
    ['人工智能', [['人工智能']]],
    ['人工智能 机器人', [['人工智能'], ['机器人']]],
    ['人工智能\u3000机器人', [['人工智能'], ['机器人']]],
    ['第一段。\n\n　　第二段。\r\n', [['第一段。'], ['第二段。']]],
    ['发展 发展 发展', [['发展']]],
    ['1+4+X', [['1+4+X']]],
    ['2023-2025', [['2023-2025']]],
    ['4×4 **市', [['4×4'], ['**市']]],
    ['<b>甲</b> .*+?', [['<b>甲</b>'], ['.*+?']]],
    ['甲 ， 乙 —— - /', [['甲'], ['乙']]],
    ['甲 + 乙', [['甲'], ['+'], ['乙']]],
    // Signs alone.
    ['，', [['，']]],
    ['。 ——', [['。'], ['——']]],
    ['|', [['|']]],
    ['| |', [['| |']]],
    ['""', [['""']]],
    ['"', [['"']]],
    ['-', [['-']]],
    ['-"', [['"']]],
    ['标题:', [['标题:']]],
    // Either.
    ['甲|乙', [['甲', '乙']]],
    ['甲｜乙', [['甲', '乙']]],
    ['甲 | 乙|丙 丁', [['甲', '乙', '丙'], ['丁']]],
    ['|甲||乙|', [['甲', '乙']]],
    ['甲|，', [['甲']]],
    // Without.
    ['甲 -乙', [['甲']], ['乙']],
    ['甲 -乙|丙', [['甲']], ['乙', '丙']],
    ['甲 -"乙 丙"', [['甲']], ['=乙 丙']],
    ['甲 -2025', [['甲']], ['2025']],
    ['甲 --乙', [['甲'], ['--乙']]],
    ['甲 - 乙', [['甲'], ['乙']]],
    ['甲 -，', [['甲']]],
    ['-|甲 乙', [['甲'], ['乙']]],
    ['-5', [['5']]],
    ['-甲 -乙', [['甲'], ['乙']]],
    ['-甲|乙', [['甲', '乙']]],
    // Exactly.
    ['"人工 智能"', [['=人工 智能']]],
    ['"，"', [['=，']]],
    ['"甲" | "乙"', [['=甲', '=乙']]],
    ['甲"乙 丙"丁', [['甲'], ['=乙 丙'], ['丁']]],
    ['"a|b -c 标题:d"', [['=a|b -c 标题:d']]],
    ['"人工 智能', [['"人工'], ['智能']]],
    ['甲"乙"丁"戊', [['甲'], ['=乙'], ['丁"戊']]],
    ['“人工 智能”', [['“人工'], ['智能”']]],
    ['＂人工＂', [['＂人工＂']]],
    // Fields.
    ['标题:甲', [['title/甲']]],
    ['標題：甲', [['title/甲']]],
    ['小节:甲', [['heading/甲']]],
    ['小節：甲 乙', [['heading/甲'], ['乙']]],
    ['标题： 甲', [['title/甲']]],
    ['标题:"甲 乙"', [['title/=甲 乙']]],
    ['标题:甲|乙', [['title/甲', 'title/乙']]],
    ['标题:甲|小节:乙', [['title/甲', 'heading/乙']]],
    ['甲|标题:乙', [['甲', 'title/乙']]],
    ['甲 -标题:乙', [['甲']], ['title/乙']],
    ['论标题:甲', [['论标题:甲']]],
    ['标题甲', [['标题甲']]],
    ['标题:小节:甲', [['title/小节:甲']]],
    // What is no text at all.
    ['\ud83d', [['\ufffd']]],
    ['甲\udc00 乙', [['甲\ufffd'], ['乙']]],
    ['__proto__ constructor:甲', [['__proto__'], ['constructor:甲']]],
  ])('%j', (written, all, none = []) => expect(read(written)).toEqual({ all, none }));
});

describe('writtenGroups', () => {
  it.each([
    ['甲 | 乙 -丙', ['甲 | 乙', '-丙']],
    ['标题: 甲"乙 丙"', ['标题: 甲', '"乙 丙"']],
    [' |', []],
  ])('%j', (written, groups) => expect(writtenGroups(written)).toEqual(groups));
});

it('means what the page about search says', () => {
  const page = readFileSync(join(root, 'src/content/docs/search.mdx'), 'utf8');
  const examples = [...page.matchAll(/^\| `(.+?)` \|/gmu)].map(([, example = '']) => example);
  expect(Object.fromEntries(examples.map((example) => [example, read(example)]))).toEqual({
    '人工智能 机器人': { all: [['人工智能'], ['机器人']], none: [] },
    '人工智能｜机器人': { all: [['人工智能', '机器人']], none: [] },
    '人工智能 -机器人': { all: [['人工智能']], none: ['机器人'] },
    '"AI，机器人"': { all: [['=AI，机器人']], none: [] },
    '标题：物联网': { all: [['title/物联网']], none: [] },
    '小节：物联网': { all: [['heading/物联网']], none: [] },
    '标题：物联网｜小节：物联网': { all: [['title/物联网', 'heading/物联网']], none: [] },
    '-标题：物联网 传感器': { all: [['传感器']], none: ['title/物联网'] },
  });
});
