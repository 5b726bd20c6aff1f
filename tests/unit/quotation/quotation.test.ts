import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkQuotation } from '../../../src/text/quotation/check.ts';
import { foldBlocks, foldWords, type QuotedBlock } from '../../../src/text/quotation/folded.ts';
import { formatQuotation, parseQuotation, type Quotation } from '../../../src/text/quotation/link.ts';
import { makeQuotation } from '../../../src/text/quotation/make.ts';
import { nearest } from '../../../src/text/quotation/near.ts';

const blocks: QuotedBlock[] = [
  { id: 'p1', text: '同志们：今天的会议很重要，大家要认真听。' },
  { id: 's1', text: '一、提高认识' },
  { id: 'p2', text: '×市去年投产了“云”平台，产值增长5.2%。产值增长，就业也增长。' },
  { id: 'p3', text: '产值增长不是目的。要让**县的老百姓得实惠，让每一个车间都亮起灯来，让每一条路都通到村口。' },
];

function quote(from: [number, number], to: [number, number], text = blocks): Quotation {
  const made = makeQuotation(text, { block: from[0], offset: from[1] }, { block: to[0], offset: to[1] });
  if (!made) throw new Error('nothing to quote');
  return made;
}

/** What a link says of a text, through its written form. */
function verdict(quotation: Quotation, text = blocks) {
  const address = new URL(formatQuotation(quotation), 'http://127.0.0.1/speeches/a/');
  const read = parseQuotation(address);
  expect(read).toEqual(quotation);
  return checkQuotation(
    foldBlocks(text),
    text.findIndex(({ id }) => id === quotation.anchor),
    read as Quotation,
  );
}

function at(id: string, text: string): QuotedBlock[] {
  return blocks.map((block) => (block.id === id ? { id, text } : block));
}

test('width, quotation marks, white space and the kind of hiding sign make no difference', () => {
  expect(foldWords('（ＡＩ） 「云」，×市')).toBe('(AI)"云",*市');
  expect(foldWords('**市')).toBe(foldWords('× ×市'));
  expect(foldWords('AI')).not.toBe(foldWords('ai'));
  expect(foldWords('增长。')).not.toBe(foldWords('增长，'));
});

test('a short quotation is in the link and stands unchanged', () => {
  const quotation = quote([0, 4], [0, 12]);
  expect(quotation).toEqual({ anchor: 'p1', occurrence: 1, words: '今天的会议很重要' });
  expect(verdict(quotation)).toEqual({ kind: 'unchanged', at: { from: 4, to: 12 } });
});

test('the second occurrence in a paragraph is the second', () => {
  const second = (blocks[2] as QuotedBlock).text.lastIndexOf('产值增长');
  const quotation = quote([2, second], [2, second + 4]);
  expect(formatQuotation(quotation)).toContain('&k=2#p2');
  const found = verdict(quotation);
  const text = foldBlocks(blocks);
  expect(found.kind === 'unchanged' && text.from[found.at.from]).toBe(second);
});

test('a quotation runs across paragraphs, headings and hiding signs', () => {
  const quotation = quote([0, 13], [3, 14]);
  expect(quotation.anchor).toBe('p1');
  expect(verdict(quotation).kind).toBe('unchanged');
});

test('a long quotation holds its ends, its length and its hash', () => {
  const long = Array.from({ length: 40 }, (_, index) => `第${index}件事要办好，`).join('');
  const text = [...blocks, { id: 'p4', text: long }];
  const quotation = quote([4, 0], [4, long.length], text);
  expect(quotation).toMatchObject({ anchor: 'p4', from: '第0件事要办好,第1件事', length: long.length });
  expect(verdict(quotation, text).kind).toBe('unchanged');
  const changed = text.map((block) =>
    block.id === 'p4' ? { id: 'p4', text: long.replace('第9件事', '第9件大事') } : block,
  );
  expect(verdict(quotation, changed)).toMatchObject({ kind: 'changed', before: null });
  expect(verdict(quotation, blocks)).toEqual({ kind: 'absent' });
});

test('words that have left their paragraph are found elsewhere, at every place', () => {
  const quotation = quote([2, 1], [2, 6]);
  expect(verdict(quotation, [...at('p2', '别的话。'), { id: 'p9', text: '市去年投产了。' }])).toMatchObject({
    kind: 'moved',
    at: [{}],
  });
});

test('changed words are shown with what stands there now', () => {
  const found = verdict(quote([0, 4], [0, 19]), at('p1', '同志们：今天的会议非常重要，大家要认真听。'));
  expect(found).toMatchObject({
    kind: 'changed',
    before: '今天的会议很重要,大家要认真听',
    after: '今天的会议非常重要,大家要认真听',
  });
});

test('other words are never taken for the quoted ones', () => {
  expect(verdict(quote([3, 0], [3, 8]), at('p3', '我们一起去看海。')).kind).not.toBe('unchanged');
  expect(verdict({ anchor: 'p1', occurrence: 1, words: '量子计算机将改变密码学的根基' })).toEqual({ kind: 'absent' });
});

test.each(['?quote=', '?quote=%20', '?from=a&to=b&n=0&h=00000000', '?from=a&to=b&n=3&h=xyz', '?q=a', ''])(
  'no quotation: %s',
  (search) => {
    expect(parseQuotation({ search, hash: '#p1' })).toBeNull();
  },
);

test('a fragment that can not be decoded is kept from harm', () => {
  expect(parseQuotation({ search: '?quote=a', hash: '#%E0%A4%A' })).toMatchObject({ anchor: '' });
});

const piece = fc.constantFrom(
  '产',
  '业',
  '发展',
  '，',
  '。',
  '“',
  '”',
  ' ',
  '　',
  '×',
  '**',
  'XX',
  'X',
  'Ａ',
  'a',
  '5',
  '\n',
  '𠮷',
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('folding is idempotent', () => {
  fc.assert(fc.property(text, (words) => foldWords(foldWords(words)) === foldWords(words)));
});

test('whatever is selected, its link finds the very place again', () => {
  const texts = fc.array(text, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (some, a, b, c, d) => {
      const made = some.map((each, index) => ({ id: `p${index + 1}`, text: each }));
      const spot = (block: number, offset: number) => ({
        block: block % some.length,
        offset: offset % ((some[block % some.length] as string).length + 1),
      });
      const quotation = makeQuotation(made, spot(a, b), spot(c, d));
      if (!quotation) return;
      const found = checkQuotation(
        foldBlocks(made),
        made.findIndex(({ id }) => id === quotation.anchor),
        quotation,
      );
      expect(found.kind).toBe('unchanged');
    }),
  );
});

test('the nearest stretch is no worse than any other', () => {
  const short = fc
    .array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 7 })
    .map((each) => each.join(''));
  fc.assert(
    fc.property(short, short, (where, words) => {
      const found = nearest(where, words);
      let least = words.length;
      for (let from = 0; from <= where.length; from++)
        for (let to = from; to <= where.length; to++) least = Math.min(least, distance(where.slice(from, to), words));
      expect(found.edits).toBe(least);
      expect(distance(where.slice(found.from, found.to), words)).toBe(least);
    }),
  );
});

/** Levenshtein's distance as its definition says. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const rest = distance(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1);
  return one[0] === other[0]
    ? rest
    : Math.min(rest, distance(one.slice(1), other) + 1, distance(one, other.slice(1)) + 1);
}
