/** What the lines before a text are. */
import { expect, test } from 'vitest';
import { documentNumber, headLines } from '../../../scripts/normalize/rules/head-lines.ts';
import { type HeadLineKind, headLineKind } from '../../../scripts/normalize/stages/head-lines.ts';

const kinds: { [kind in HeadLineKind]: string[] } = {
  subtitle: ['——在全市三级干部大会上的讲话', '--在大会上的讲话', '——2024年1月5日在某市人民代表大会上'],
  documentNumber: ['国发〔2019〕14号', '〔2019〕第14期', '（2019）14号', '2024年第3期', '第12期', '青政办发[2022]7号'],
  letterhead: ['青岭市人民政府文件'],
  note: [
    '（根据录音整理）',
    '（摘自2023年2月16日在某会议上的讲话）',
    '（节选）',
    '（2024年3月29日某市第十八届人大常委会通过）',
    '（2024年6月28日，北京）',
  ],
  date: [
    '（2024年3月5日）',
    '二○二五年三月',
    '（3月15日）',
    '2013年 1月 16日星期三',
    '（二〇二五年三月十八日，根据录音整理）',
  ],
  meeting: ['（2024年1月5日在某市第三次会议上）', '2024年1月5日在某市第三次会议上'],
  field: ['地点：三楼会议室', '会议时间：2024年3月5日'],
  body: ['中共青岭市委　青岭市人民政府', '国务院', '市发展和改革委员会', '县委组织部', '青岭市第一中学'],
  person: [
    '张 三',
    '市长　张三',
    '讲话人：张三',
    '李明（2024年3月5日）',
    '市委书记　×××',
    '王某某',
    '本报评论员',
    '本报记者 张三',
  ],
  plain: ['过去一年取得新成效', '建设人民满意的服务型政府', '在全市大会上的讲话', '2024年，我们要干什么', '全部'],
};

const cases = Object.entries(kinds).flatMap(([kind, lines]) => lines.map((line) => [line, kind]));

test.each(cases)('%s: %s', (line, kind) => {
  expect(headLineKind(line as string)).toBe(kind);
});

test('a number inside a title is set off by brackets or begins with the year', () => {
  const within = (title: string) => documentNumber.within.pattern.exec(title)?.slice(1).find(Boolean) ?? null;
  expect(within('某某的若干意见（国发〔2019〕14号）')).toBe('国发〔2019〕14号');
  expect(within('常务会议纪要〔2019〕第14期')).toBe('〔2019〕第14期');
  expect(within('在庆祝成立七十周年大会（2019）上的讲话')).toBeNull();
});

test.each(Object.entries({ ...documentNumber, ...headLines }))(
  'the example of %s is one',
  (_, { pattern, example }) => {
    expect(pattern.test(example)).toBe(true);
  },
);
