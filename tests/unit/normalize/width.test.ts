import { expect, test } from 'vitest';
import { restoreWidth } from '../../../scripts/normalize/stages/width.ts';

test.each([
  ['同志们:', '同志们：'],
  ['时与势,把握', '时与势，把握'],
  ['(一)要认清大势', '（一）要认清大势'],
  ['国际数据公司(IDC)预测', '国际数据公司（IDC）预测'],
  ['规划(2025-2030年)', '规划（2025-2030年）'],
  ['增长×%,占比', '增长×%，占比'],
  ['传感器MEMS,研发', '传感器MEMS，研发'],
  ['达到20%;高耗能', '达到20%；高耗能'],
  ['全国各地\n,都在', '全国各地\n，都在'],
  ['好不好?好!', '好不好？好！'],
  ['(未完,全文共4670字', '（未完，全文共4670字'],
])('restores %s', (flat, full) => {
  expect(restoreWidth(flat)).toBe(full);
});

test.each([
  '1,000',
  '7:35:41',
  '比例为1:2',
  'http://a.example/x',
  'f(x)',
  'a, b',
  '4+1',
  '&times;',
  '2024-10-09',
  '3.5%',
  '{"a":1}',
])('leaves %s', (text) => {
  expect(restoreWidth(text)).toBe(text);
});
