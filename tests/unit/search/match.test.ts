import { describe, expect, it } from 'vitest';
import { allForms, formsFor } from '../../../scripts/search/forms.ts';
import { excerpts } from '../../../src/search/excerpt.ts';
import { Forms } from '../../../src/search/forms.ts';
import { countCharacters, matcher, type Searched } from '../../../src/search/match.ts';
import { matcherOf } from '../../../src/search/query.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';

const text = '（一）交给×打好，“四张牌”。×××再说；4×4';
const block = {
  text,
  marks: [
    { kind: 'redaction' as const, from: 5, to: 6 },
    { kind: 'redaction' as const, from: 15, to: 18 },
  ],
};
const words = (query: string) =>
  matcher(query)
    .find(block)
    .map(({ from, to }) => text.slice(from, to));

describe('matcher', () => {
  it.each([
    ['好四张', ['好，“四张']],
    ['给*打', ['给×打']],
    ['×', ['×', '×××']],
    ['牌×再', ['牌”。×××再']],
    ['4×4', ['4×4']],
    ['。', ['。']],
    ['。”', []],
    ['”。', ['”。']],
    ['给打', []],
    ['', []],
  ])('%s marks %j', (query, marked) => expect(words(query)).toEqual(marked));

  it('counts a place once that two readings share', () => {
    const spans = matcher('XX×').find({ text: 'XX×', marks: [] });
    expect(spans.length).toBeLessThanOrEqual(1);
  });
});

it('counts characters without spaces', () => expect(countCharacters('一 二，𠮷\n')).toBe(4));

describe('a document', () => {
  const paragraph = (text: string): Searched => ({ kind: 'paragraph', text, marks: [] });
  const document: Searched[] = [
    { kind: 'title', text: '在人才工作会议上的讲话', marks: [] },
    { kind: 'heading', text: '一、发展产业', marks: [] },
    { kind: 'paragraph', text: '建好平台。发展人工智能，', marks: [{ kind: 'runin', id: 's1', from: 0, to: 5 }] },
    paragraph('AI “机器人”ai'),
  ];
  const found = (query: string) =>
    matcher(query)
      .findAll(document)
      ?.flatMap(({ block, spans }) => spans.map(({ from, to }) => block.text.slice(from, to))) ?? null;

  it.each<[string, string[] | null]>([
    ['人才 机器人', ['人才', '机器人']],
    ['人才 机器狗', null],
    ['人才|机器狗', ['人才']],
    ['人才 | 机器狗 产业', ['人才', '产业']],
    ['发展 -机器狗', ['发展', '发展']],
    ['发展 -机器人', null],
    ['发展 -"机器 人"', ['发展', '发展']],
    ['发展 -标题:产业', ['发展', '发展']],
    ['发展 -小节:产业', null],
    ['ai', ['AI', 'ai']],
    ['"ai"', ['ai']],
    ['能，', ['能']],
    ['"能，"', ['能，']],
    ['"能,"', null],
    ['AI机器人', ['AI “机器人']],
    ['"AI机器人"', null],
    ['"AI “机器人”ai"', ['AI “机器人”ai']],
    ['标题:人才', ['人才']],
    ['标题:产业', null],
    ['小节:发展', ['发展']],
    ['小节:平台', ['平台']],
    ['小节:平台。发', null],
    ['小节:人才', null],
    ['人工\u200b智能', ['人工智能']],
    ['发展 ， 产业', ['发展', '产业', '发展']],
    ['产业建好', null],
    ['-机器人', ['机器人']],
    ['', null],
  ])('%s finds %j', (query, words) => expect(found(query)).toEqual(words));

  it('counts what two terms find once, as it is asked for', () => {
    const forms = new Forms([['發', '发']]);
    const [hits] = matcher('发 發', { forms }).findAll([paragraph('發')]) ?? [];
    expect(hits).toMatchObject({ spans: [{ from: 0, to: 1 }], byGroup: [[{ from: 0 }], [{ from: 0 }]] });
    expect(hits?.spans[0]).not.toHaveProperty('otherForm');
  });

  it('takes thousands of words', () => {
    const words = Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const text = paragraph(words.join(''));
    expect(matcher(words.join(' ')).findAll([text])?.[0]?.spans).toHaveLength(5000);
    expect(matcher(words.join('|')).findAll([text])?.[0]?.spans).toHaveLength(5000);
    expect(matcher(words.join('')).findAll([text])?.[0]?.spans).toEqual([{ from: 0, to: 5000 }]);
  });
});

describe('simplified and traditional', () => {
  const block = {
    id: 'p1',
    kind: 'paragraph' as const,
    text: '發展、头髮、发，裡里裏',
    marks: [],
    places: [{ from: 0, path: [] }],
  };
  const record: SearchRecord = {
    ...{ id: 'a', path: '', title: '', titleDerived: true, date: null, place: null, tags: noTags, outline: {} },
    blocks: [block],
  };
  const forms = formsFor(new Set(block.text), allForms);
  const library = {
    candidates: async () => [],
    record: async () => record,
    catalogue: async () => ({
      stamp: 0,
      index: { engine: 'pagefind' as const },
      version: '',
      documents: 1,
      characters: 0,
      forms,
    }),
  };
  const find = async (query: string, exactForms = false) => {
    const sought = await matcherOf(library, { query, exactForms, filters: {}, order: 'rank' });
    return sought.find(block).map(({ from, to, otherForm }) => block.text.slice(from, to) + (otherForm ? '*' : ''));
  };

  it.each([
    ['发', ['發*', '髮*', '发']],
    ['發', ['發', '发*']],
    ['髮', ['髮', '发*']],
    ['发展', ['發展*']],
    ['髮展', []],
    ['頭髮', ['头髮*']],
    ['头发', ['头髮*']],
    ['里', ['裡*', '里', '裏*']],
    ['"发"', ['发']],
  ])('%s finds %j', async (query, expected) => expect(await find(query)).toEqual(expected));

  it.each([
    ['发', ['发']],
    ['發', ['發']],
    ['发展', []],
  ])('%s finds %j where forms are to be exact', async (query, expected) =>
    expect(await find(query, true)).toEqual(expected),
  );

  it('knows the forms of what stands in the library, and no others', () => {
    expect(forms).toContainEqual(['發', '发']);
    expect(forms).toContainEqual(['髮', '发']);
    expect(forms).not.toContainEqual(['學', '学']);
    expect(forms.flat().every((character) => character.length === 1)).toBe(true);
  });

  it('says in the line which hits stand in another form', () => {
    const [line] = excerpts(block, matcher('发', { forms: new Forms(forms) }).find(block));
    expect(line?.pieces.filter(({ hit }) => hit)).toEqual([
      { text: '發', hit: true, redaction: false, otherForm: true },
      { text: '髮', hit: true, redaction: false, otherForm: true },
      { text: '发', hit: true, redaction: false },
    ]);
  });
});
