/** Findings as they are printed: the text is the contract. */
import { expect, test } from 'vitest';
import { findingPrinter } from '../../../scripts/lib/findings.ts';
import type { Finding } from '../../../scripts/normalize/types.ts';

/** A finding on the first place of some words in a text, in lines and code points. */
function on(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const at = text.indexOf(words);
  const from = [...text.slice(0, at)].length;
  const line = text.slice(0, at).split('\n').length;
  const last = text.slice(0, at + words.length).split('\n').length;
  return {
    code: 'doubt-year',
    severity: 'warning',
    lines: [line, last],
    at: [from, from + [...words].length],
    text: words,
    message: '年份只见于标题：请核对年份。',
    ...more,
  };
}

function print(text: string, finding: Finding): string {
  return findingPrinter('sources/a.txt', text)(finding);
}

/** The excerpt and the carets, without the margin. */
function drawn(text: string, words: string): [excerpt: string, carets: string] {
  const [, excerpt = '', carets = ''] = print(text, on(text, words)).split('\n');
  return [excerpt.slice(excerpt.indexOf('│') + 2), carets.slice(carets.indexOf('│') + 2)];
}

test('a doubt with its own advice', () => {
  const text = '浏览量：180\n在2022年样例会议上的讲话\n同志们：\n';
  expect(print(text, on(text, '2022年'))).toBe(
    [
      'sources/a.txt:2:2 警告 doubt-year：年份只见于标题。',
      '  2 │ 在2022年样例会议上的讲话',
      '    │   ^^^^^^',
      '    = 为何：标题里的年份可能是转载者加的，正文才算依据。',
      '    = 怎么办：请核对年份。',
    ].join('\n'),
  );
});

test('a removal, with the reason of its rule; the margin is as wide as the number', () => {
  const text = `${'甲\n'.repeat(119)}点赞：3`;
  const removal: Partial<Finding> = {
    code: 'removed-site-fields',
    severity: 'info',
    message: '移出正文：网站的栏目信息',
  };
  expect(print(text, on(text, '点赞：3', removal))).toBe(
    [
      'sources/a.txt:120:1 提示 removed-site-fields：移出正文。',
      '  120 │ 点赞：3',
      '      │ ^^^^^^^',
      '      = 为何：网站的栏目信息。',
      '      = 怎么办：看一眼这一行；若是讲话的字，请修改移出它的规则。',
    ].join('\n'),
  );
});

test('a correction by a person gives that person’s reason; an unknown code is explained too', () => {
  const text = '同志们';
  const message = '按人工核定：标题为“样例”。理由：所据文本没有标题。';
  const override = print(text, on(text, '同志们', { code: 'override-title', severity: 'info', message }));
  expect(override).toContain('提示 override-title：按人工核定：标题为“样例”。\n');
  expect(override).toContain('= 为何：所据文本没有标题。\n');
  const unknown = print(text, on(text, '同志们', { code: 'new-kind', severity: 'error', message: '不知为何' }));
  expect(unknown).toContain('错误 new-kind：不知为何。');
  expect(unknown).toMatch(/= 为何：.+\n.*= 怎么办：.+/);
});

test.each([
  ['half-width before it', 'AI+产业', '产业', '   ^^^^'],
  ['full-width before it', '产业ＡＩ集群', '集群', '        ^^^^'],
  ['full-width punctuation', '（一）抓紧', '抓紧', '      ^^^^'],
  ['a character beyond the first plane counts once', '𠮷野家AI', 'AI', '      ^^'],
  ['a combining mark takes no column', 'e\u0301产业', '产业', ' ^^^^'],
  ['a tab is one column', '\t产业', '产业', ' ^^^^'],
])('carets stand below the words: %s', (_, text, words, carets) => {
  expect(drawn(text, words)).toEqual([text.replace('\t', ' '), carets]);
});

test('a place of no length has one caret, at the end of the line too', () => {
  const text = '应用场景，要\n';
  const cut = on(text, '\n', { at: [6, 6], lines: [1, 1], text: '' });
  expect(print(text, cut).split('\n')[2]).toBe(`    │ ${' '.repeat(12)}^`);
});

test('a long line is shortened around the place, a long place in its middle', () => {
  const long = '甲'.repeat(40);
  expect(drawn(`${long}要害${long}`, '要害')).toEqual([
    `…${'甲'.repeat(16)}要害${'甲'.repeat(16)}…`,
    `${' '.repeat(33)}^^^^`,
  ]);
  const place = `起${'乙'.repeat(200)}止`;
  const [excerpt, carets] = drawn(place, place);
  expect(excerpt).toBe(`起${'乙'.repeat(31)}…${'乙'.repeat(31)}止`);
  expect(carets).toBe('^'.repeat(129));
});

test('a place over several lines is shown on its first', () => {
  expect(drawn('甲乙\n丙丁\n', '乙\n丙')).toEqual(['甲乙', '  ^^']);
});

test('what would steer the terminal or turn the text round is shown as a sign', () => {
  expect(drawn('甲\u001b[31m\u202e乙', '乙')).toEqual(['甲�[31m�乙', `${' '.repeat(8)}^^`]);
});
