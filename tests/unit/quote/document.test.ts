import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { checkDocument, readDocument } from '../../../scripts/quote/document.ts';
import type { Library } from '../../../scripts/quote/judge.ts';
import { checkedLine } from '../../../scripts/quote/words.ts';
import { foldWords } from '../../../src/text/quotation/folded.ts';
import { formatQuotation, hashOfWords } from '../../../src/text/quotation/link.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const texts = {
  p1: '今年全市要修好三十座小桥，每座桥边种两排柳树，让孩子们放学路上有荫可走。',
  p2: '图书馆晚上开到十点，门口的灯不灭，馆员轮流值守；借书证不收押金，外来的人一样可以借。',
  p3: '河里的水要清，岸上的路要平，买菜的人不必绕远，修鞋的人也有个摊位可以坐下来。',
};
const speech: Speech = {
  ...sampleSpeech,
  outline: [{ id: 's1', level: 1, marker: '一、', heading: '修桥', kind: 'heading', present: true }],
  former: { p7: { moved: 'p2' }, p8: { removed: '原文重复' } },
  blocks: [
    { kind: 'heading', id: 's1', section: 's1', level: 1, text: '一、修桥', marks: [] },
    ...Object.entries(texts).map(([id, text]) => ({ kind: 'paragraph' as const, id, section: 's1', text, marks: [] })),
  ],
};
const library: Library = {
  speeches: new Map([['bridges', speech]]),
  departed: new Map([['old-bridges', 'bridges']]),
};
const places = { origins: ['https://example.org', 'http://old.example.net/lib/'], base: '/repo/' };

const here = 'https://example.org/repo/speeches/bridges/';
const quote = (words: string, anchor: string) => formatQuotation({ anchor, occurrence: 1, words });
const long = foldWords(texts.p1);
const ends = { anchor: 'p1', occurrence: 1, from: long.slice(0, 12), to: long.slice(-12), length: long.length };

/** Words before a link, its address, its words, whether in a block quotation, and what is to be said of it. */
const cases: { before: string; href: string; link: string; block?: boolean; verdict: string }[] = [
  { before: '好的引文见', href: here + quote('每座桥边种两排柳树', 'p1'), link: '原文', verdict: 'unchanged' },
  {
    before: '长的引文见',
    href: here + formatQuotation({ ...ends, hash: hashOfWords(long) }),
    link: '原文',
    verdict: 'unchanged',
  },
  {
    before: '改过的引文见',
    href: here + quote('每座桥边种三排杨树，让孩子们放学', 'p1'),
    link: '原文',
    verdict: 'changed',
  },
  { before: '挪了的引文见', href: here + quote('岸上的路要平', 'p1'), link: '原文', verdict: 'moved' },
  { before: '没了的引文见', href: here + quote('火星上的雪化得很慢', 'p1'), link: '原文', verdict: 'absent' },
  { before: '“借书证不收押金，外来的人一样可以借”（', href: `${here}#p2`, link: '第二段', verdict: 'exists' },
  { before: '“借书证不收租金，外来的人一样可以借”（见', href: `${here}#p2`, link: '第二段', verdict: 'misquoted' },
  { before: '旧编号', href: 'http://old.example.net/lib/speeches/bridges/#p7', link: '第七段', verdict: 'moved' },
  { before: '移除的', href: '/repo/speeches/bridges/#p8', link: '第八段', verdict: 'removed' },
  { before: '“每座桥边种两排柳树”之说，', href: `${here}#p99`, link: '没有的', verdict: 'unknown' },
  {
    before: '买菜的人不必绕远，修鞋的人也有个座位可以坐下来。——',
    href: `${here}#p3`,
    link: '讲话',
    block: true,
    verdict: 'misquoted',
  },
  { before: '没有的讲话', href: 'https://example.org/repo/speeches/nowhere/', link: '某篇', verdict: 'no-speech' },
];
const others = ['https://example.com/speeches/bridges/#p99', '#p99', 'mailto:a@example.org'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const markdown = () =>
  [
    ...cases.map(({ before, href, link, block }) => `${block ? '> ' : ''}${before}[${link}](<${href}>)）。`),
    ...others.map((href) => `[别处](${href})`),
  ].join('\n\n');
const html = () =>
  `<!doctype html>\n<html><head><title>x</title></head><body>\n${cases
    .map(({ before, href, link, block }) => {
      const inside = `<p>${before}<a href="${escaped(href)}">${link}</a>。</p>`;
      return block ? `<blockquote>${inside}</blockquote>` : inside;
    })
    .join('\n')}\n${others.map((href) => `<p><a href="${href}">别处</a></p>`).join('\n')}</body></html>`;

function docx(): Promise<Uint8Array> {
  const children = [...cases, ...others.map((href) => ({ before: '', href, link: '别处', block: false }))].map(
    ({ before, href, link, block }) =>
      new Paragraph({
        ...(block && { style: 'Quote' }),
        children: [
          new TextRun(before),
          new ExternalHyperlink({ link: href, children: [new TextRun(link)] }),
          new TextRun('。'),
        ],
      }),
  );
  const styles = { paragraphStyles: [{ id: 'Quote', name: 'Quote', basedOn: 'Normal' }] };
  return Packer.toBuffer(new Document({ styles, sections: [{ children }] }));
}

const formats: [string, () => Uint8Array | Promise<Uint8Array>, (index: number) => number][] = [
  ['Markdown', () => new TextEncoder().encode(markdown()), (index) => 2 * index + 1],
  ['HTML', () => new TextEncoder().encode(html()), (index) => index + 3],
  ['docx', docx, (index) => index + 1],
];

describe.each(formats)('a document in %s', (name, make, lineOf) => {
  it('gets a verdict at each of its twelve links to this site, at their lines, and at no other', async () => {
    const checked = checkDocument(readDocument(await make(), `notes.${name}`), library, places);
    expect(checked.map(({ verdict }) => verdict)).toEqual(cases.map(({ verdict }) => verdict));
    expect(checked.map(({ line }) => line)).toEqual(cases.map((_, index) => lineOf(index)));
    const whole = new Set(['unchanged', 'exists']);
    expect(checked.map(({ broken }) => broken)).toEqual(
      cases.map(({ verdict, before }) => !whole.has(verdict) && before !== '旧编号'),
    );
    expect(checkedLine('notes', checked[6] as never)).toContain(
      '“借书证不收[-租-]{+押+}金,外来的人一样可以借”'.replace(',', '，'),
    );
    expect(checked[3]?.now).toEqual(['p3']);
    expect(checked[7]?.now).toEqual(['p2']);
  });
});

describe('words beside a link', () => {
  const check = (text: string) =>
    checkDocument(readDocument(new TextEncoder().encode(text), 'a.md'), library, places).map(({ verdict, words }) => [
      verdict,
      words,
    ]);

  it('are those in the link, those right before it, or the block quotation', () => {
    expect(check(`见[“门口的灯不灭”](${here}#p2)`)).toEqual([['exists', '门口的灯不灭']]);
    expect(check(`见[「门口的灯全灭」](${here}#p2)`)).toEqual([['misquoted', '门口的灯全灭']]);
    expect(check(`“火星上的雪化得很慢”是另一回事。至于[桥](${here}#p2)`)).toEqual([['exists', null]]);
    expect(check(`所谓“大桥”[见](${here}#p2)`)).toEqual([['exists', null]]);
    expect(check(`> ${texts.p2}\n>\n> ——[讲话](${here}#p2)`)).toEqual([['exists', texts.p2]]);
    expect(check(`“岸上的路要平，买菜的人”（[讲话](${here}#p1)）`)).toEqual([['moved', '岸上的路要平，买菜的人']]);
    expect(check(`“岸上的路要平，买菜的人”（[讲话](${here}#s1)）`)).toEqual([['exists', '岸上的路要平，买菜的人']]);
  });

  it('are compared without the mark that ends them', () => {
    expect(check(`“图书馆晚上开到十点。”[讲话](${here}#p2)`)).toEqual([['exists', '图书馆晚上开到十点。']]);
  });
});

describe('links in Markdown', () => {
  const hrefs = (text: string) =>
    readDocument(new TextEncoder().encode(text), 'a.md').flatMap(({ links }) =>
      links.map(({ href, line }) => [line, href]),
    );

  it('may be references, plain addresses, addresses in angles, or HTML', () => {
    expect(hrefs(`---\na: 1\n---\n[桥][b]\n\n[b]: ${here}`)).toEqual([[4, here]]);
    expect(hrefs(`见\n${here}#p2，又<${here}>`)).toEqual([
      [2, `${here}#p2`],
      [2, here],
    ]);
    expect(hrefs(`甲<a href="${here}">乙</a>丙`)).toEqual([[1, here]]);
    expect(hrefs(`字\n\n<div>\n<a href="${here}">乙</a>\n</div>`)).toEqual([[4, here]]);
  });
});

it('a renamed speech is forwarded, and a quotation in a page of a former address is judged', () => {
  const text = `[甲](${here.replace('bridges', 'old-bridges')}) [乙](http://old.example.net/lib/speeches/bridges/${quote('岸上的路要平', 'p3')})`;
  const checked = checkDocument(readDocument(new TextEncoder().encode(text), 'a.md'), library, places);
  expect(checked.map(({ verdict, broken, now }) => [verdict, broken, now])).toEqual([
    ['renamed', false, ['bridges']],
    ['unchanged', false, []],
  ]);
});
