/** Rows of labelled fields: which are read, and which lines of a text are not taken for them. */
import { expect, test } from 'vitest';
import { documentTable } from '../../../scripts/normalize/rules/debris.ts';
import { fieldRuns, isMeetingField, readFields } from '../../../scripts/normalize/stages/fields.ts';

test.each([
  ['索 引 号：\t0001\t主题分类：\t商贸', ['other 0001', 'other 商贸']],
  ['发文机关：国务院　成文日期：2022年05月17日', ['issuer 国务院', 'issued 2022年05月17日']],
  ['【发文字号】国发〔2019〕14号', ['documentNumber 国发〔2019〕14号']],
  ['文号\t青教〔2023〕9号\t名称\t某某的通知', ['documentNumber 青教〔2023〕9号', 'title 某某的通知']],
  ['标　　题：', ['title ']],
])('%s', (text, fields) => {
  expect(readFields(text).map(({ field, value }) => `${field} ${value}`)).toEqual(fields);
  for (const { value, from, to } of readFields(text)) expect(text.slice(from, to)).toBe(value);
});

test.each([
  '我们要处理好标题：内容关系',
  '关键词：第一句。第二句还在说。',
  '标题党要不得',
  `标题：${'长'.repeat(200)}`,
  `标题：${' '.repeat(700)}`,
])('no fields in %s', (text) => {
  expect(readFields(text)).toEqual([]);
});

function runs(texts: string[]): number[] {
  return fieldRuns([...texts.keys()], texts, documentTable.pattern);
}

test('a table has two fields of a document at least', () => {
  expect(runs(['关键词：数字经济', '正文。'])).toEqual([]);
  expect(runs(['索引号：1', '发布日期：2024-03-05', '正文。'])).toEqual([]);
  expect(runs(['索引号：1', '文号：某发〔2024〕1号', '正文。'])).toEqual([0, 1]);
});

test('values stand under their labels, and the line under the last label is the text', () => {
  const lines = ['索引号：', '1', '发文机关：', '某市', '成文日期：', '2024年3月5日', '主题词：', '某市的通知'];
  expect(runs(lines)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('fields at the head of minutes', () => {
  expect(['地点：三楼', '主 持 人：张三', '出席：李四'].map(isMeetingField)).toEqual([true, true, true]);
  expect(['地点很多', '记录在案', '主持工作：张三'].map(isMeetingField)).toEqual([false, false, false]);
});
