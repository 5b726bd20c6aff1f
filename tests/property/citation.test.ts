/** No sign in a title, a name or an address breaks a form: each is read back by a reader of its own kind, and says the same. */
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/text/citation/bibtex.ts';
import { statedTitle, titleMark } from '../../src/text/citation/cited.ts';
import { cslJson } from '../../src/text/citation/csl.ts';
import { gbt7714 } from '../../src/text/citation/gbt7714.ts';
import { jsonLd, scriptText } from '../../src/text/citation/json-ld.ts';
import { htmlLink, markdownLink } from '../../src/text/citation/links.ts';
import { ris } from '../../src/text/citation/ris.ts';
import { sampleSpeech } from '../sample.ts';
import { bare } from '../support/cited.ts';

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '\\',
        '%',
        '#',
        '&',
        '$',
        '_',
        '^',
        '~',
        '"',
        "'",
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '`',
        '*',
        '!',
        '|',
      ],
      ...[
        '\n',
        '\r\n',
        '\t',
        ' ',
        '\nER  - ',
        '\n@online{',
        '},',
        '](',
        '</a>',
        '</script>',
        '&amp;',
        '&#35;',
        '1. ',
        '- ',
        '+',
      ],
      ...['讲话', '《', '》', '“', '”', '，', 'A', 'https://a.example/', 'www.a.example', '\\textbf{', '😀', '¥'],
    ),
    { minLength: 1, maxLength: 24 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
const address = fc
  .tuple(hostile, hostile)
  .map(
    ([path, words]) =>
      new URL(
        `/${encodeURI(path.toWellFormed())}/?${new URLSearchParams({ quote: words })}#p12`,
        'https://wenku.example',
      ).href,
  );
const place = address.map((address) => ({ address, anchor: '', path: [] }));
const cited = fc
  .tuple(hostile, hostile, fc.boolean())
  .map(([title, name, titleDerived]) => ({ ...bare, title, titleDerived, author: { name, kind: 'person' as const } }));

/** The fields of one BibTeX entry, read as BibTeX does: values in braces that balance, a backslash hiding none of them. */
function readBibtex(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  const opening = /^@(\w+)\{([\w-]+),/.exec(text);
  if (!opening) throw new Error('no entry');
  let at = opening[0].length;
  const field = /\s*(\w+)\s*=\s*\{/y;
  for (;;) {
    field.lastIndex = at;
    const match = field.exec(text);
    if (!match) break;
    const start = field.lastIndex;
    let depth = 1;
    for (at = start; depth > 0; at++) {
      if (at >= text.length) throw new Error('unbalanced');
      if (text[at] === '{') depth++;
      if (text[at] === '}') depth--;
    }
    fields.set(match[1] as string, text.slice(start, at - 1));
    if (text[at] !== ',') throw new Error(`no comma after ${match[1]}`);
    at++;
  }
  if (text.slice(at).trim() !== '}') throw new Error('something after the fields');
  return fields;
}

/** What TeX would print. */
function printed(tex: string): string {
  const names: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciicircum: '^',
    textasciitilde: '~',
  };
  if (/(?<!\\)[%#&$_^~]/.test(tex)) throw new Error(`a bare sign of TeX in ${tex}`);
  return tex.replace(/\\(\w+)\{\}|\\([$&%#_])/g, (_, name: string, sign: string) => sign ?? names[name] ?? '?');
}

function all(
  check: (item: { cited: typeof bare; place: { address: string; anchor: string; path: string[] } }) => void,
) {
  fc.assert(
    fc.property(cited, place, (cited, place) => check({ cited, place })),
    { numRuns: 500 },
  );
}

describe('whatever signs a title holds', () => {
  test('BibTeX reads title, author and address back', () => {
    all(({ cited, place }) => {
      const fields = readBibtex(bibtex(cited, place));
      const inner = (name: string) => printed(String(fields.get(name)).slice(1, -1));
      expect(oneLine(inner('title'))).toBe(oneLine(statedTitle(cited)));
      expect(oneLine(inner('author'))).toBe(oneLine(String(cited.author?.name)));
      expect(decodeURI(String(fields.get('url')))).toBe(decodeURI(place.address.replaceAll('\\', '%5C')));
    });
  });
  test('RIS keeps a line a tag', () => {
    all(({ cited, place }) => {
      const lines = ris(cited, place).split('\n');
      expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
      expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(1);
      expect(oneLine(String(lines.find((line) => line.startsWith('TI  - '))?.slice(6)))).toBe(
        oneLine(statedTitle(cited)),
      );
    });
  });
  test('HTML is one link with that text', () => {
    all(({ cited, place }) => {
      const [link, ...rest] = parseFragment(htmlLink(cited, place)).childNodes as DefaultTreeAdapterTypes.Element[];
      expect(rest).toEqual([]);
      expect(link?.tagName).toBe('a');
      expect(link?.attrs).toEqual([{ name: 'href', value: place.address }]);
      const [text, ...more] = (link?.childNodes ?? []) as DefaultTreeAdapterTypes.TextNode[];
      expect(more).toEqual([]);
      expect(oneLine(String(text?.value))).toBe(oneLine(titleMark(cited)));
    });
  });
  test('Markdown is one link with that text', () => {
    const processor = unified().use(remarkParse);
    all(({ cited, place }) => {
      const [paragraph, ...others] = processor.parse(`见${markdownLink(cited, place)}。`).children;
      expect(others).toEqual([]);
      if (paragraph?.type !== 'paragraph') throw new Error('no paragraph');
      const [before, link, after, ...more] = paragraph.children;
      expect(more).toEqual([]);
      expect([before, after].map((node) => node?.type === 'text' && node.value)).toEqual(['见', '。']);
      if (link?.type !== 'link') throw new Error(`no link: ${markdownLink(cited, place)}`);
      const [text, ...rest] = link.children;
      expect(rest).toEqual([]);
      expect(oneLine(text?.type === 'text' ? text.value : '')).toBe(oneLine(titleMark(cited)));
      expect(decodeURIComponent(link.url)).toBe(decodeURIComponent(place.address));
    });
  });
  test('CSL-JSON and JSON-LD read back, GB/T 7714 stays one line', () => {
    all(({ cited, place }) => {
      expect(JSON.parse(cslJson(cited, place))[0]).toMatchObject({ title: statedTitle(cited), URL: place.address });
      const script = `<script type="application/ld+json">${scriptText(jsonLd(sampleSpeech, cited, { page: place.address, home: null }))}</script>`;
      const [element, ...rest] = parseFragment(script).childNodes as DefaultTreeAdapterTypes.Element[];
      expect(rest).toEqual([]);
      const [data] = (element?.childNodes ?? []) as DefaultTreeAdapterTypes.TextNode[];
      expect(JSON.parse(String(data?.value)).name).toBe(statedTitle(cited));
      for (const edition of [2015, 2025] as const) {
        const entry = gbt7714(cited, place, edition);
        expect(entry).not.toMatch(/[\r\n\t]/);
        expect(entry.endsWith(`. ${place.address}.`)).toBe(true);
      }
    });
  });
});
