import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineRules } from '../../../scripts/normalize/readers/markdown/inline.ts';
import { signs } from '../../../scripts/normalize/readers/markdown/recognise.ts';
import { isMarkdown, readMarkdown } from '../../../scripts/normalize/readers/markdown.ts';

const read = (text: string) => readMarkdown({ encoding: 'utf-8', text });

/** What a reader of the rendered page sees: the text without its signs. */
function shown(text: string): string {
  let rest = text;
  for (const { from, to } of read(text)
    .hints.filter(({ kind }) => kind === 'debris')
    .reverse()) {
    rest = rest.slice(0, from) + rest.slice(to);
  }
  return rest;
}

describe('recognised', () => {
  test.each(signs)('$id: $example', ({ example, lines }) => {
    expect(isMarkdown(Array.from({ length: lines }, () => example).join('\n\n'))).toBe(true);
  });

  test.each([
    ['a heading at the top', '\n# 在全县会议上的讲话\n\n同志们：'],
    ['bold headings', '讲话\n**一、看清形势**\n正文。\n**二、压实责任**\n正文。'],
  ])('%s', (_, text) => expect(isMarkdown(text)).toBe(true));

  test.each([
    ['redactions', '**市委书记**同志在**省**县调研。\n**镇**村的做法'],
    ['two lines that begin and end with hidden names', '**同志主持会议的是**\n**书记讲话的是**市委**'],
    ['bold lines beside hidden names', '**一、看清形势**\n有**同志问。\n**二、压实责任**'],
    ['tags of topics', '#社区食堂# 很好\n#养老#'],
    ['lists and rules', '- 一是\n- 二是\n-----\n* 三是\n1. 四是'],
    ['one numbered sign', '正文\n# 5 号楼\n正文'],
    ['footnotes of a book', '正文[1]（见上）'],
  ])('not %s', (_, text) => expect(isMarkdown(text)).toBe(false));
});

describe('signs', () => {
  test.each([
    ['## 一、看清形势 ##', '一、看清形势'],
    ['# C#', 'C#'],
    ['> 请**妥善**保管。', '请妥善保管。'],
    ['- 场地问题', '场地问题'],
    ['1. 场地问题', '1. 场地问题'],
    ['——场地问题', '——场地问题'],
    ['见[全文](https://example.org/a_(1) "题")。', '见全文。'],
    ['![会场](a.jpg)会场', '会场'],
    ['<https://example.org/>', 'https://example.org/'],
    ['价格\\*号', '价格*号'],
    ['`云政〔2024〕5号`', '云政〔2024〕5号'],
    ['甲<br>乙', '甲乙'],
    ['~~原定~~今年', '原定今年'],
    ['<!-- 待核 -->正文', '正文'],
    ['<同志们>', '<同志们>'],
    ['必须**坚持“一餐一策”。**我们', '必须坚持“一餐一策”。我们'],
  ])('%s shows %s', (text, result) => expect(shown(text)).toBe(result));

  test.each([
    '在**市调研',
    '在**省**市调研',
    '4×4和2*3',
    '有**同志问，**镇的食堂办得怎样。\n\n又有**同志问。',
    '*市的做法',
    '某***书记',
  ])('%s keeps its signs', (text) => expect(shown(text)).toBe(text));

  test('fields at the top, fences, rules and references are signs as whole lines', () => {
    expect(shown('---\ntitle: 题\n---\n正文\n\n***\n```\n# 原样\n```\n[1]: https://example.org/\n')).toBe(
      '\n\n\n正文\n\n\n\n# 原样\n\n\n',
    );
  });

  test('dashes at the top that hold text are text', () => {
    expect(shown('---\n同志们：\n---\n')).toContain('同志们：');
  });

  test.each(inlineRules)('inline $id: $example', ({ pattern, example }) => {
    expect([...example.matchAll(pattern)].length).toBe(1);
  });
});

test('headings, tables, notes and bold lines', () => {
  const text =
    '题目\n===\n## 一、形势 ##\n**要点在此**\n| 镇 | 数 |\n|---|---|\n| 老街 | 6 |\n人次[^1]\n\n[^1]: 刷卡。';
  const { hints } = read(text);
  const found = hints
    .filter(({ kind }) => kind !== 'debris')
    .map(({ kind, level, from, to }) => [kind, level, text.slice(from, to)]);
  expect(found).toEqual([
    ['heading', 1, '题目'],
    ['heading', 2, '一、形势'],
    ['strong', undefined, '**要点在此**'],
    ['table', undefined, '| 镇 | 数 |\n|---|---|\n| 老街 | 6 |'],
    ['cell', undefined, '镇'],
    ['cell', undefined, '数'],
    ['cell', undefined, '老街'],
    ['cell', undefined, '6'],
    ['mark', undefined, '[^1]'],
    ['note', undefined, '[^1]: 刷卡。'],
  ]);
});

test('any text: the same characters, hints in order and inside, never over each other within a kind', () => {
  const piece = fc.constantFrom(
    '# ',
    '**',
    '*',
    '[',
    '](',
    ')',
    '|',
    '`',
    '~~',
    '> ',
    '- ',
    '\n',
    '\r\n',
    '<br>',
    '\\',
    '---',
    '[^1]',
    '：',
    '同志',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const document = read(text);
      expect(document.text).toBe(text);
      const ends = new Map<string, number>();
      for (const { kind, from, to } of document.hints) {
        expect(from <= to && to <= text.length && from >= (ends.get(kind) ?? 0)).toBe(true);
        ends.set(kind, to);
      }
    }),
    { numRuns: 2000 },
  );
});
