import { describe, expect, test } from 'vitest';
import { splitLines } from '../../../scripts/normalize/lines.ts';
import { classifyLines } from '../../../scripts/normalize/stages/debris-lines.ts';

/** Ids of the rules, `-` for a line that stays. */
const rules = (...lines: string[]) => classifyLines(splitLines(lines.join('\n'))).map((rule) => rule?.id ?? '-');

const SPEECH = '同志们，今天开会，把几件事情说清楚，请大家回去抓好落实。';

describe('lines of a site', () => {
  test.each([
    ['关于我们 | 会员服务 | 版权声明', 'link-row'],
    ['设为首页 ｜ 加入收藏', 'link-row'],
    ['要闻 · 理论 · 留言', 'link-row'],
    ['字数:2539 字 浏览:1837次', 'counters'],
    ['字数：2539 字 浏览：1837次', 'counters'],
    ['阅读 3.2万 评论 16', 'counters'],
    ['下一页：没有了', 'previous-next'],
    ['【上一篇】全区会议', 'previous-next'],
    ['—END—', 'end-mark'],
    ['（完）', 'end-mark'],
    ['信息来源：县政府办　浏览：次　【字体：大 中 小】', 'site-fields'],
    ['来源：县政府办　浏览：次　【字体：大 中 小】', 'site-fields'],
    ['【纠错】 责任编辑： 张三', 'site-fields'],
    ['[打印本页]　[关闭窗口]', 'toolbar-row'],
    ['【繁体】', 'button'],
  ])('%s → %s', (line, rule) => expect(rules(SPEECH, line)[1]).toBe(rule));

  test.each([
    '产业链 | 创新链 | 资金链',
    '上一篇文章里有人问，早点摊算不算夜市。',
    '××××××',
    '○○○',
    '完善制度',
    '第12页的表请大家看一看。',
    '字数要少，实招要多',
    '13800000000',
    '电子邮箱：office@example.org',
  ])('not %s', (line) => expect(rules(SPEECH, line)[1]).toBe('-'));
});

describe('a list of other texts', () => {
  test('goes from its label to the end', () =>
    expect(rules(SPEECH, '【讲话稿】相关文章：', '1.会议主持词', '2.工作总结')).toEqual([
      '-',
      'read-on',
      'read-on',
      'read-on',
    ]));

  test.each([
    ['text follows', ['推荐阅读', '一本好书', SPEECH]],
    ['a sentence follows', ['相关文章：', '他说要快。']],
  ])('stays where %s', (_, lines) => expect(new Set(rules(SPEECH, ...lines).slice(1))).not.toContain('read-on'));

  test('is none at the top', () => expect(rules('相关文章', '第一篇', '第二篇')).toEqual(['-', '-', '-']));
});

describe('numbers of pages', () => {
  test.each([
    ['dashes', ['- 1 -', '- 2 -']],
    ['words', ['第1页 共2页', '第2页 共2页']],
    ['totals', ['1 / 2', '2 / 2']],
  ])('%s tell', (_, [first = '', second = '']) =>
    expect(rules(SPEECH, first, SPEECH, second)).toEqual(['-', 'page-number', '-', 'page-number']),
  );

  test.each([
    ['without signs', ['1', '2']],
    ['that do not count', ['- 1 -', '- 7 -']],
    ['alone', ['- 1 -', '其他']],
  ])('not %s', (_, [first = '', second = '']) =>
    expect(rules(SPEECH, first, SPEECH, second)).not.toContain('page-number'),
  );
});

describe('what a site says for its own protection', () => {
  const NOTICE = '本文仅供学习参考，转载请注明出处';

  test('leaves at either end', () => {
    expect(rules(NOTICE, SPEECH, SPEECH, SPEECH)[0]).toBe('disclaimer');
    expect(rules(SPEECH, SPEECH, SPEECH, NOTICE)[3]).toBe('disclaimer');
  });

  test('is text in the middle', () =>
    expect(rules(SPEECH, SPEECH, SPEECH, NOTICE, SPEECH, SPEECH, SPEECH)).not.toContain('disclaimer'));

  test.each(['这份材料供大家参考。', '侵权的要赔，假冒的要罚。'])('not %s', (line) =>
    expect(rules(SPEECH, line)[1]).toBe('-'),
  );
});
