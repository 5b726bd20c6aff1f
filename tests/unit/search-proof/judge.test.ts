import { describe, expect, test } from 'vitest';
import { type Document, documentOf, Judge } from '../../../scripts/proofs/search/judge.ts';
import { readQuery } from '../../../scripts/proofs/search/language.ts';
import { plain } from '../../../scripts/proofs/search/plain.ts';

/** A title and paragraphs, each with at most one mark. */
function speech(id: string, ...texts: (string | [string, kind?: string, from?: number, to?: number])[]): Document {
  const blocks = texts.map((each, number) => {
    const [text, kind, from = 0, to = 0] = [each].flat() as [string, string?, number?, number?];
    const place = number === 0 ? 'title' : `p${number}`;
    const marks = kind ? [{ kind, from, to, id: 's1' }] : [];
    return { kind: number === 0 ? 'title' : 'paragraph', id: place, section: null, text, marks };
  });
  return documentOf({ meta: { id }, blocks } as unknown as Parameters<typeof documentOf>[0]);
}

describe('the reading of a text', () => {
  test('drops spaces and punctuation, unifies width and case, and keeps the way back', () => {
    expect(plain({ text: 'Ａi、 ５％', marks: [] })).toEqual({ text: 'ai5', from: [0, 1, 4], to: [1, 2, 5] });
  });

  test('has one sign for a redaction mark, whatever the mark', () => {
    const read = (text: string, from: number, to: number) => plain({ text, marks: [{ kind: 'redaction', from, to }] });
    expect(read('在××市', 1, 3)).toEqual({ text: '在\ue000市', from: [0, 1, 3], to: [1, 3, 4] });
    expect(read('在**市', 1, 3).text).toBe(read('在XX市', 1, 3).text);
  });
});

describe('the reading of a query', () => {
  const words = (query: string) => {
    const { groups, without } = readQuery(query);
    const short = ({ words, exact, where }: (typeof without)[number]) => `${where} ${exact ? '=' : ''}${words}`;
    return [groups.map((group) => group.map(short)), without.map(short)];
  };

  test('knows words apart, one of several, without, exactly and fields', () => {
    expect(words('甲 乙　丙|丁 ｜ 戊 -己')).toEqual([
      [['text 甲'], ['text 乙'], ['text 丙', 'text 丁', 'text 戊']],
      ['text 己'],
    ]);
    expect(words('"甲 乙"丙')).toEqual([[['text =甲 乙'], ['text 丙']], []]);
    expect(words('标题: 甲|乙 小节：丙|标题:丁')).toEqual([
      [
        ['title 甲', 'title 乙'],
        ['heading 丙', 'title 丁'],
      ],
      [],
    ]);
  });

  test('takes signs that mean nothing there as text, and asks for signs only where there is nothing else', () => {
    expect(words('-')).toEqual([[['text -']], []]);
    expect(words('--甲')).toEqual([[['text --甲']], []]);
    expect(words('-甲')).toEqual([[['text 甲']], []]);
    expect(words('甲"乙 丙')).toEqual([[['text 甲"乙'], ['text 丙']], []]);
    expect(words('|| ""')).toEqual([[['text || ""']], []]);
    expect(words('标题:')).toEqual([[['text 标题:']], []]);
    expect(words('， 甲 。')).toEqual([[['text 甲']], []]);
    expect(words('， 。')).toEqual([[['text ，'], ['text 。']], []]);
    expect(words(' ')).toEqual([[], []]);
  });
});

describe('the scan', () => {
  const judge = new Judge([
    speech(
      'one',
      '发展，发展再发展',
      ['一是补链。人工智能发展', 'runin', 0, 5],
      ['在××市，4×4与1+4+X', 'redaction', 1, 3],
    ),
    speech('two', '發展', ['MAXX与XX同志', 'redaction', 5, 7], '后面没有了'),
  ]);
  const scan = (query: string, exactForms = false) => Object.fromEntries(judge.scan(query, exactForms));

  test('counts from the left without overlaps, within blocks', () => {
    expect(scan('展发')).toEqual({ 'one#title': 1 });
    expect(scan('发展发展')).toEqual({ 'one#title': 1 });
    expect(scan('发展一是')).toEqual({});
  });

  test('knows both forms of a character, or one', () => {
    expect(scan('發展')).toEqual({ 'one#title': 3, 'one#p1': 1, 'two#title': 1 });
    expect(scan('發展', true)).toEqual({ 'two#title': 1 });
    expect(scan('後面')).toEqual({ 'two#p2': 1 });
  });

  test('takes a redaction mark for what it is', () => {
    expect(scan('在*市')).toEqual({ 'one#p2': 1 });
    expect(scan('×市')).toEqual({ 'one#p2': 1 });
    expect(scan('4×4')).toEqual({ 'one#p2': 1 });
    expect(scan('XX同志')).toEqual({ 'two#p1': 1 });
    expect(scan('XX')).toEqual({ 'one#p2': 1, 'two#p1': 2 });
  });

  test('joins words by document and merges what overlaps', () => {
    expect(scan('人工智能 发展')).toEqual({ 'one#title': 3, 'one#p1': 2 });
    expect(scan('再发 发展')).toEqual({ 'one#title': 3, 'one#p1': 1 });
    expect(scan('发展 -人工')).toEqual({ 'two#title': 1 });
    expect(scan('人工|后面')).toEqual({ 'one#p1': 1, 'two#p2': 1 });
  });

  test('looks where it is told, and for what stands between quotation marks as it stands', () => {
    expect(scan('标题:发展')).toEqual({ 'one#title': 3, 'two#title': 1 });
    expect(scan('小节:一是')).toEqual({ 'one#p1': 1 });
    expect(scan('小节:人工')).toEqual({});
    expect(scan('"发展，"')).toEqual({ 'one#title': 1 });
    expect(scan('，')).toEqual({ 'one#title': 1, 'one#p2': 1 });
  });
});
