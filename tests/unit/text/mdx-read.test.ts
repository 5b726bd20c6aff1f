/** Content can't run code: anything outside the closed list is an error that names file and line. */
import { expect, test } from 'vitest';
import { readSpeech } from '../../../src/text/mdx/read.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import { sampleSpeech } from '../../sample.ts';

const front = /^---\n[\s\S]*?\n---\n/.exec(writeSpeech(sampleSpeech))?.[0] ?? '';
const first = front.split('\n').length;
const read = (body: string) => readSpeech(`${front}${body}`, 'a.mdx');

test.each([
  ['another component', '<Anchor id="p1" />文<Evil />'],
  ['an element of HTML', '<Anchor id="p1" />文<b>字</b>'],
  ['an import', "import x from 'y'"],
  ['an export', 'export const x = 1'],
  ['an expression in the text', '<Anchor id="p1" />增长{5.2}%'],
  ['an expression as block', '{process.exit()}'],
  ['an expression as attribute', '<Anchor id={p1} />文'],
  ['an unknown attribute', '<Anchor id="p1" onclick="x" />文'],
  ['a spread attribute', '<Anchor {...x} />文'],
  ['a block without its anchor', '没有编号的段落'],
  ['a list', '- 列表'],
  ['code', '    代码'],
  ['code around a block', '```\n\n<Anchor id="p1" />文\n\n```'],
  ['emphasis', '<Anchor id="p1" />**强调**'],
  ['a link', '<Anchor id="p1" />[文](http://a.example)'],
  ['an omission without cause', '<Omission id="o1" />'],
  ['text inside an omission', '<Omission id="o1" cause="cut">\n  文\n</Omission>'],
  ['an unclosed tag', '<Anchor id="p1" />文<RunIn id="s1">'],
])('%s is an error on its line', (_, body) => {
  expect(() => read(`\n<Anchor id="p9" />好的一段。\n\n${body}\n`)).toThrow(new RegExp(`^a\\.mdx:${first + 3}:\\d+ `));
});

test('an id twice is an error', () => {
  expect(() => read('<Anchor id="p1" />文\n\n<Anchor id="p1" />字\n')).toThrow(/编号 p1 出现两次/);
});

test('an id of no known form, a missing front matter and a wrong field are errors', () => {
  expect(() => read('<Anchor id="我" />文')).toThrow(/^a\.mdx:1:1 .*blocks\.0\.id/);
  expect(() => readSpeech('没有文件头', 'a.mdx')).toThrow(/^a\.mdx:1:1 缺少文件头/);
  expect(() => readSpeech(writeSpeech(sampleSpeech).replace("'2024-10-09'", "'去年'"), 'a.mdx')).toThrow(/published/);
});
