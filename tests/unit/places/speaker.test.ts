import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPiece } from '../../../scripts/normalize/stages/place.ts';
import { findSpeaker } from '../../../scripts/normalize/stages/speaker.ts';
import { surnameOf } from '../../../src/data/surnames.ts';

function pieces(texts: string[]): TextPiece[] {
  return texts.map((text) => {
    if (text.startsWith('题：')) return { kind: 'title', text: text.slice(2) };
    if (text.startsWith('署：')) return { kind: 'byline', text: text.slice(2) };
    return { kind: 'paragraph', text };
  });
}

const found: [name: string | null, role: string | null, ...texts: string[]][] = [
  [null, '开发区党工委书记', '题：开发区党工委书记在区机器人产业推进会上的讲话'],
  [null, '市委书记', '题：市委书记在全市人才大会上的讲话'],
  ['张三', '市长', '题：市长张三在全市工业大会上的讲话'],
  ['张三丰', '市委常委、常务副市长', '题：市委常委、常务副市长张三丰在招商会上的讲话'],
  ['张三', null, '题：张三同志在全市工业大会上的讲话'],
  ['李四', null, '题：李四在座谈会上的发言'],
  ['李四', '书记', '题：李四书记在开学典礼上的讲话'],
  ['赵大方', '局长', '题：赵大方局长《在年度工作会议上的讲话》'],
  ['王五', null, '题：王五：在论坛开幕式上的致辞'],
  ['王五', null, '题：王五作的政府工作报告（摘登）'],
  ['欧阳大海', '县长', '题：县长欧阳大海在乡村振兴会议上的讲话'],
  ['李四', '市委书记', '题：在全市大会上的讲话（市委书记 李四）'],
  ['李四', null, '题：在全市大会上的讲话（李四）'],
  ['李四', '市委书记', '题：在全市大会上的讲话', '署：市委书记 李四', '同志们：'],
  ['李四', '省长', '题：政府工作报告', '署：——2026年1月20日在全省大会上', '署：省长　李四', '各位代表：'],
  ['李四', '省长', '题：政府工作报告', '署：省长', '署：李四', '各位代表：'],
  ['李四光', null, '题：在全市大会上的讲话', '署：李四光', '署：（2024年3月5日）'],
  ['李强', null, '题：在全市大会上的讲话', '署：李强（2024年3月5日）'],
  ['李强', '市长', '题：在全市大会上的讲话', '署：（2024年3月5日）', '署：市长  李  强'],
  ['李强', '市委书记', '题：市委书记在全市大会上的讲话', '署：李强'],
  ['李强', '市委书记', '题：李强在全市大会上的讲话', '署：市委书记 李强'],
  ['李强', null, '题：李强在全市大会上的讲话', '署：市长 王五'],
  [
    '王大力',
    '广东省省长',
    '政府工作报告',
    '——2026年1月26日在大会上',
    '广东省省长 王大力',
    '各位代表：',
    '现在报告工作。',
  ],
  ['张三', null, '题：在大会上的讲话', '署：讲话人：张三'],
  ['阿布都·热西提', '主席', '题：在大会上的讲话', '署：主席 阿布都·热西提'],
  ['张三', '中共中央总书记', '题：在大会上的讲话', '署：中共中央总书记 张三'],
];

const none: string[][] = [
  ['题：在全市人工智能产业发展会议上的讲话', '同志们：', '今天开会。'],
  ['题：在全市大会上的讲话', '同志们：', '朱卫国同志在会上指出，要建立清单。', '市长张三强调要落实。'],
  ['朱卫国同志在会上指出要建立两张清单', '市长张三对此提出要求'],
  ['题：在全市大会上的讲话', '署：（2024年3月5日）'],
  ['题：在全市大会上的讲话', '署：——2024年3月5日在全市大会上'],
  ['署：兰溪市委理论学习中心组', '我们坚持实干。'],
  ['题：学习贯彻习近平总书记在座谈会上的重要讲话'],
  ['题：传达市委书记张三在大会上的讲话'],
  ['题：关于市长在大会上的讲话'],
  ['题：学习市委书记张三在大会上的讲话精神的意见'],
  ['题：高新区在全市大会上的发言'],
  ['题：金华市在全省大会上的发言'],
  ['题：黄山在全国大会上的发言'],
  ['题：在全市大会上的讲话', '署：方案'],
  ['题：在全市大会上的讲话', '署：金华'],
  ['题：在全市大会上的讲话（摘要）'],
  ['题：在全市大会上的讲话（2024年3月5日）'],
  ['题：在全市大会上的讲话', '张三'],
  ['题：在全市大会上的讲话', '署：作者：佚名'],
  ['题：在全市大会上的讲话', '同志们：', '市委书记 李四'],
  ['题：在全市大会上的讲话', '署：全屏', '署：全文'],
  ['题：全市书记市长座谈会纪要'],
  ['题：现在是市长张三办公时间'],
];

describe('findSpeaker', () => {
  it.each(found)('finds %s, %s: %s', (name, role, ...texts) => {
    expect(findSpeaker(pieces(texts)).speaker).toEqual({ name, role });
  });

  it.each(none)('finds none: %s %s', (...texts) => {
    expect(findSpeaker(pieces(texts.filter((text) => typeof text === 'string')))).toEqual({
      speaker: null,
      evidence: [],
    });
  });

  it('takes the office of a place and not its name for a person', () => {
    expect(findSpeaker(pieces(['题：安吉县长在大会上的讲话'])).speaker).toEqual({ name: null, role: '安吉县长' });
    expect(findSpeaker(pieces(['题：高新区书记在大会上的讲话'])).speaker).toEqual({ name: null, role: '高新区书记' });
  });

  it('shows the words', () => {
    const { evidence } = findSpeaker(pieces(['题：市委书记在全市大会上的讲话', '署：李强（2024年3月5日）']));
    expect(evidence).toEqual([
      { piece: 0, from: 0, to: 4, text: '市委书记' },
      { piece: 1, from: 0, to: 2, text: '李强' },
    ]);
  });

  it('reads any text without an error, and its evidence stands there', () => {
    const words = fc.constantFrom(
      '市长',
      '张三',
      '在',
      '上的讲话',
      '同志',
      '（',
      '）',
      '《',
      '：',
      '2024年3月5日',
      ' ',
      '李强',
      '书记',
      '作的',
      '报告',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 10 }).map((all) => all.join('')),
    );
    const kind = fc.constantFrom<TextPiece['kind']>('title', 'byline', 'salutation', 'heading', 'paragraph');
    fc.assert(
      fc.property(fc.array(fc.record({ kind, text }), { maxLength: 6 }), (input) => {
        const { speaker, evidence } = findSpeaker(input);
        expect(findSpeaker(structuredClone(input))).toEqual({ speaker, evidence });
        expect(evidence.length > 0).toBe(speaker !== null);
        for (const { piece, from, to, text } of evidence) {
          expect(to).toBeGreaterThan(from);
          expect(input[piece]?.text.slice(from, to)).toBe(text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('surnameOf', () => {
  it.each([
    ['张三', '张'],
    ['欧阳修', '欧阳'],
    ['习近平', '习'],
    ['佚名', null],
    ['的话', null],
    ['', null],
  ])('%s → %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname);
  });
});
