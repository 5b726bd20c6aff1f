/** What a copy says about its speech, how sure it is, and what it leaves open. */
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../scripts/normalize/index.ts';

const BODY = '过去一年，大家做了许多实事，成绩来之不易。\n今年要再接再厉，把各项工作做得更好。\n';

async function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { speech, evidence, findings } = await normalize({ path: 'a.txt', bytes }, null, '0'.repeat(64));
  const sure = (field: string) => evidence[field]?.map(({ confidence }) => confidence) ?? [];
  return { meta: speech.meta, sure, words: (field: string) => evidence[field]?.[0]?.text, findings };
}

describe('how sure a field is', () => {
  test('title, byline and salutation are certain', async () => {
    const { sure } = await read(`市长张三在全市大会上的讲话\n（2024年3月5日）\n同志们：\n${BODY}`);
    for (const field of ['title', 'speaker', 'event', 'delivered']) expect(sure(field), field).toEqual(['certain']);
  });

  test('a note beside the text is likely', async () => {
    const { meta, sure, words } = await read(`${BODY}（这是赵明同志1986年3月12日在全国科技大会上的讲话。）\n`);
    expect(meta).toMatchObject({ title: '在全国科技大会上的讲话', titleDerived: false, delivered: '1986-03-12' });
    for (const field of ['title', 'speaker', 'event', 'delivered']) expect(sure(field), field).toEqual(['likely']);
    expect(words('event')).toBe('全国科技大会');
  });

  test('a title that was made is doubtful', async () => {
    const { meta, sure } = await read(BODY);
    expect([meta.title, meta.titleDerived, sure('title')]).toEqual(['过去一年', true, ['doubtful']]);
  });

  test('a day without a year takes it from the day of posting, and says so', async () => {
    const { meta, sure, findings } = await read(`在全市大会上的讲话\n发布时间：2024-01-08\n（12月28日）\n${BODY}`);
    expect([meta.delivered, meta.published]).toEqual(['2023-12-28', '2024-01-08']);
    expect(sure('delivered')).toEqual(['doubtful', 'doubtful']);
    expect(findings.map(({ code }) => code)).toContain('doubt-date');
  });
});

describe('what the copy does not say is null', () => {
  test.each([
    ['no year anywhere', `在全市大会上的讲话\n（3月15日）\n同志们：\n${BODY}`],
    ['a day in the text', `在全市大会上的讲话\n同志们：\n去年3月15日以来，工作有了进展。2024年3月5日开了会。\n${BODY}`],
    ['a year in the title', `2024年在全市大会上的讲话\n同志们：\n${BODY}`],
    ['a span that the title is about', `每周学习（2024年3月11日-3月17日）\n同志们：\n${BODY}`],
    ['the day of posting', `在全市大会上的讲话\n发布时间：2024-03-05\n同志们：\n${BODY}`],
  ])('%s dates no speech', async (_, text) => {
    expect((await read(text)).meta.delivered).toBeNull();
  });

  test('words that only begin like a note', async () => {
    const { meta } = await read(
      `这是我们在会上的共识，也是在今后工作会议上的要求。\n这是张三同志在大会上的讲话中提出的。\n${BODY}`,
    );
    expect(meta).toMatchObject({ titleDerived: true, event: null, speaker: null });
  });
});

test('a paragraph that goes by a report is no note', async () => {
  const { meta } = await read(`根据张三同志在全市大会上的报告，我们做了安排。\n${BODY}`);
  expect(meta).toMatchObject({ titleDerived: true, event: null, speaker: null });
});

test('an hour in a notice is no posting', async () => {
  const { meta } = await read(`关于召开大会的通知\n${BODY}会议定于2024年3月5日 14:30\n地点在三楼会议室。\n`);
  expect(meta.published).toBeNull();
});

describe('conflicts are findings', () => {
  const codes = async (text: string) =>
    (await read(text)).findings.filter(({ code }) => code === 'conflict-date').length;

  test('title and byline', async () => {
    expect(await codes(`在全市大会（2024年4月2日）上的讲话\n（2024年4月12日）\n${BODY}`)).toBe(1);
    expect(await codes(`在全市大会（2024年4月2日）上的讲话\n（2024年4月）\n${BODY}`)).toBe(0);
    expect(await codes(`在全市大会上的讲话\n（2024年4月2日至4日）\n${BODY}2024年4月4日\n`)).toBe(0);
  });

  test('the table above a paper and its signature', async () => {
    const paper = (day: string) =>
      `发文机关：某市人民政府\n成文日期：2024年3月5日\n某市人民政府关于某事的通知\n各县区：\n${BODY}某市人民政府\n${day}\n`;
    expect(await codes(paper('2024年3月5日'))).toBe(0);
    expect(await codes(paper('2024年3月6日'))).toBe(1);
  });
});
