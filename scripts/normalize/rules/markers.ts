/** Outline markers: how numbered parts begin. Patterns are sticky and are tried at a given place. */
import { NUMERAL_CHARACTERS as N, parseNumeral } from '../../../src/text/numerals.ts';

export interface MarkerRule {
  kind: MarkerKind;
  /** First group: the ordinal. */
  pattern: RegExp;
  /** `heading` markers open a line of their own or a paragraph; `item` markers may also stand in mid paragraph without opening one. */
  role: 'heading' | 'item';
  /** The sign also begins ordinary lines: it counts on a line of its own only, and only where such lines count on. */
  bare?: boolean;
  /** Signs that are no numerals, in the order of what they count. */
  series?: string[];
  example: string;
}

export type MarkerKind =
  | 'division'
  | 'chapter'
  | 'section'
  | 'article'
  | 'roman'
  | 'comma'
  | 'formal'
  | 'parenthesis'
  | 'decimal'
  | 'decimal-2'
  | 'decimal-3'
  | 'arabic'
  | 'arabic-parenthesis'
  | 'circled'
  | 'ordinal'
  | 'item'
  | 'sequence'
  | 'dash'
  | 'topic'
  | 'annex'
  | 'document';

/** Numerals of cheques, in which Taiwan and older papers number parts; value by place. */
const FORMAL = ['壹', '贰貳', '叁參叄', '肆', '伍', '陆陸', '柒', '捌', '玖', '拾'];
/** Parts that bear no number; their ids count them. */
export const UNNUMBERED: MarkerKind[] = ['topic', 'dash', 'document'];
/** Parts that are never parts of one of their own kinds, and that nothing with a heading is part of. */
export const ITEMS: MarkerKind[] = ['item', 'ordinal', 'sequence', 'dash'];
/** Markers that open a paragraph and never stand inside one. */
export const OPENING: MarkerKind[] = [
  'division',
  'chapter',
  'section',
  'article',
  'arabic',
  'decimal',
  'decimal-2',
  'decimal-3',
  'sequence',
  'dash',
];

const CIRCLED = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
const IDEOGRAPH_PARENTHESIS = [...'㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'];
const ROMAN = [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'];
const ROMAN_LETTERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const DIGIT_PARENTHESIS = [...'⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'];
/** 第一章 with its title behind a gap or on a line without a stop; `第一章讲的是什么。` is a sentence. */
const TITLE = '(?:[\\s　：]{1,4}|(?=[^。；！？，]{1,40}$))';

export const markerRules: MarkerRule[] = [
  {
    kind: 'division',
    pattern: new RegExp(`第([${N}\\d]{1,4})(?:部分|编|編|篇)${TITLE}`, 'uy'),
    role: 'heading',
    example: '第一部分　回顾',
  },
  {
    kind: 'division',
    pattern: new RegExp(`第([${N}]{1,3})个(?:问题|問題|方面|大问题)(?:[，：、]|[\\s　]{1,4})`, 'uy'),
    role: 'heading',
    example: '第一个问题，关于认识',
  },
  {
    kind: 'chapter',
    pattern: new RegExp(`(?:专题|專題|议题|議題|板块|模块|单元)([${N}\\d]{1,3})：\\s{0,4}`, 'uy'),
    role: 'heading',
    example: '专题一：坚定理想',
  },
  {
    kind: 'chapter',
    pattern: new RegExp(`第([${N}\\d]{1,4})章${TITLE}`, 'uy'),
    role: 'heading',
    example: '第一章　总则',
  },
  {
    kind: 'section',
    pattern: new RegExp(`第([${N}\\d]{1,4})[节節]${TITLE}`, 'uy'),
    role: 'heading',
    example: '第一节　登记',
  },
  {
    kind: 'article',
    pattern: new RegExp(`第([${N}\\d]{1,4})[条條](?:[\\s　]{1,4}|(?=[（【〔]))`, 'uy'),
    role: 'heading',
    example: '第一条　为了规范管理，制定本办法。',
  },
  {
    kind: 'roman',
    pattern: new RegExp(`([${ROMAN.join('')}])[、.．]\\s{0,4}`, 'uy'),
    role: 'heading',
    series: ROMAN,
    example: 'Ⅰ、',
  },
  {
    kind: 'roman',
    pattern: /(I{1,3}|I?V|VI{1,3}|I?X)[、.．]\s{0,4}(?=[\p{Script=Han}“《])/uy,
    role: 'heading',
    series: ROMAN_LETTERS,
    example: 'II. 改善民生',
  },
  { kind: 'comma', pattern: new RegExp(`([${N}]{1,4})、 {0,4}`, 'uy'), role: 'heading', example: '一、' },
  {
    kind: 'comma',
    pattern: new RegExp(`([${N}]{1,3})[.．] {0,4}(?=\\p{Script=Han})`, 'uy'),
    role: 'heading',
    example: '一．看清形势',
  },
  {
    kind: 'formal',
    pattern: new RegExp(`([${FORMAL.join('')}]{1,3})[、.．] {0,4}`, 'uy'),
    role: 'heading',
    example: '壹、',
  },
  {
    kind: 'comma',
    pattern: /^([一二三四五六七八九十]{1,3})(?:[ \u3000]{1,4}(?=[\p{Script=Han}“《])|$)/uy,
    role: 'heading',
    bare: true,
    example: '一　看清形势',
  },
  {
    kind: 'parenthesis',
    pattern: new RegExp(`（ {0,2}([${N}]{1,4}) {0,2}）[、.．]? {0,4}`, 'uy'),
    role: 'heading',
    example: '（一）',
  },
  {
    kind: 'parenthesis',
    pattern: new RegExp(`([${IDEOGRAPH_PARENTHESIS.join('')}])[、.．]? {0,4}`, 'uy'),
    role: 'heading',
    series: IDEOGRAPH_PARENTHESIS,
    example: '㈠',
  },
  {
    kind: 'arabic-parenthesis',
    pattern: /（ {0,2}([\d０-９]{1,2}) {0,2}）[、.．]? {0,4}/uy,
    role: 'heading',
    example: '（1）',
  },
  {
    kind: 'arabic-parenthesis',
    pattern: new RegExp(`([${DIGIT_PARENTHESIS.join('')}])[、.．]? {0,4}`, 'uy'),
    role: 'heading',
    series: DIGIT_PARENTHESIS,
    example: '⑴',
  },
  {
    kind: 'decimal-3',
    pattern: /\d{1,2}[.．]\d{1,2}[.．](\d{1,2})[.．]?[\s　]{1,4}(?=\p{Script=Han}[^。；！？，]{1,40}$)/uy,
    role: 'heading',
    example: '1.1.1 编制目的',
  },
  {
    kind: 'decimal-2',
    pattern: /\d{1,2}[.．](\d{1,2})[.．]?[\s　]{1,4}(?=\p{Script=Han}[^。；！？，]{1,40}$)/uy,
    role: 'heading',
    example: '1.1 总则',
  },
  {
    kind: 'decimal',
    pattern: /(\d{1,2})[\s　]{1,4}(?=\p{Script=Han}[^。；！？，]{1,20}$)/uy,
    role: 'heading',
    example: '1 总则',
  },
  { kind: 'arabic', pattern: /([\d０-９]{1,2})(?:、|[.．](?![\d０-９])) {0,4}/uy, role: 'heading', example: '1．' },
  {
    kind: 'circled',
    pattern: new RegExp(`([${CIRCLED.join('')}])`, 'uy'),
    role: 'heading',
    series: CIRCLED,
    example: '①',
  },
  {
    kind: 'ordinal',
    pattern: new RegExp(`第([${N}]{1,3})(?:[，、]|(?:点|點|件事)[，、：])`, 'uy'),
    role: 'item',
    example: '第一，',
  },
  { kind: 'item', pattern: new RegExp(`([${N}]{1,3})是(?!否)`, 'uy'), role: 'item', example: '一是' },
  {
    kind: 'item',
    pattern: new RegExp(`([${N}]{1,2})要(?![素点點件么麼])`, 'uy'),
    role: 'item',
    example: '一要',
  },
  {
    kind: 'sequence',
    pattern: /(首先|其次|再次|再其次|最后|最後)[，、]/uy,
    role: 'item',
    series: ['首先', '其次', '再次', '再其次', '最后', '最後'],
    example: '首先，',
  },
  {
    kind: 'dash',
    pattern: /(——)(?=\p{Script=Han}|“)/uy,
    role: 'item',
    series: ['——'],
    example: '——创新驱动取得成效。',
  },
];

/** A number that counts the paragraphs of a text and heads none of them: an indent stands between it and a sentence. */
export const paragraphNumber = {
  pattern: /^\d{1,3}[.．、]?\u3000{2,4}[^\u3000].*[。！？；…”：]$/u,
  why: '逐段编号的讲稿，编号与文字之间空着段首的两格',
  example: '12.　　租金长期居高不下，是市民最关心的事。',
};

export interface Marker {
  kind: MarkerKind;
  role: 'heading' | 'item';
  ordinal: number;
  bare: boolean;
  /** As it stands in the text. */
  text: string;
}

/** What a marker begins with; almost every sentence begins otherwise. */
const BEGINS = new RegExp(
  `[${N}${[FORMAL, IDEOGRAPH_PARENTHESIS, DIGIT_PARENTHESIS, CIRCLED, ROMAN].flat().join('')}IVX\\d０-９（第专專议議板模单單首其再最—]`,
  'y',
);

/** The marker that begins exactly at `at`, or null. */
export function markerAt(text: string, at: number): Marker | null {
  BEGINS.lastIndex = at;
  if (!BEGINS.test(text)) return null;
  for (const rule of markerRules) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (!match) continue;
    const sign = match[1] ?? '';
    const ordinal = rule.series ? rule.series.indexOf(sign) + 1 : parseNumeral(plain(sign));
    if (ordinal !== null && ordinal > 0)
      return { kind: rule.kind, role: rule.role, ordinal, bare: rule.bare ?? false, text: match[0] };
  }
  return null;
}

const IS_FORMAL = new RegExp(`[${FORMAL.join('')}]`, 'u');

/** `貳` as `二`; other numerals as they are. */
function plain(numeral: string): string {
  if (!IS_FORMAL.test(numeral)) return numeral;
  return [...numeral]
    .map((sign) => '一二三四五六七八九十'[FORMAL.findIndex((forms) => forms.includes(sign))] ?? sign)
    .join('');
}
