import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/source/comparison.ts';
import { encodingOf, formatName, publishedName } from '../../../src/source/file.ts';
import { countKinds, kindOf } from '../../../src/source/kinds.ts';
import { type Account, publishedText } from '../../../src/text/account.ts';
import { sampleSpeech } from '../../sample.ts';

const published = publishedText(sampleSpeech);
const empty: Account = { source: 'sources/sample-speech.txt', sha256: '0'.repeat(64), edits: [], findings: [] };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the file', () => {
  test('its encoding is the one that gives the text, and none where the text is not in it', () => {
    expect(encodingOf(bytesOf(published), published)).toBe('utf-8');
    expect(encodingOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf('文')]), '文')).toBe('utf-8');
    expect(encodingOf(new Uint8Array([0xce, 0xc4]), '文')).toBe('gb18030');
    expect(encodingOf(new Uint8Array([0xa4, 0xe5]), '文')).toBe('big5');
    expect(encodingOf(new Uint8Array([0xff, 0xfe, 0x87, 0x65]), '文')).toBe('utf-16le');
    expect(encodingOf(bytesOf('<p>文</p>'), '文')).toBeNull();
  });

  test('what a browser would run as a page of the site is published as plain text', () => {
    expect(['a.html', 'a.HTM', 'a.xhtml', 'a.svg', 'a.xml'].map(publishedName)).toEqual([
      'a.html.txt',
      'a.HTM.txt',
      'a.xhtml.txt',
      'a.svg.txt',
      'a.xml.txt',
    ]);
    expect(['a.txt', 'a.md', 'a.docx', 'a.pdf'].map(publishedName)).toEqual(['a.txt', 'a.md', 'a.docx', 'a.pdf']);
    expect(formatName('a.docx')).toBe('Word 文档');
  });
});

test('every edit is of one kind, a rule nobody has named yet too', () => {
  const edits = [
    { kind: 'remove', rule: 'breadcrumb' },
    { kind: 'join', rule: 'line-wrap' },
    { kind: 'join', rule: 'brand-new' },
    { kind: 'replace', rule: 'full-width' },
    { kind: 'replace', rule: 'brand-new' },
    { kind: 'insert', rule: 'paragraph-break' },
  ] as const;
  expect(edits.map((edit) => kindOf(edit).id)).toEqual(['debris', 'wrap', 'blank', 'width', 'mend', 'break']);
  expect(countKinds(edits).reduce((sum, { count }) => sum + count, 0)).toBe(edits.length);
  expect(countKinds([])).toEqual([]);
});

describe('a comparison', () => {
  test('without changes has a row for each block, gaps too, and only the hidden words marked', () => {
    const { rows, signs, encoding } = compare(sampleSpeech, empty, bytesOf(published));
    expect(rows.map(({ block }) => block?.id)).toEqual(sampleSpeech.blocks.map(({ id }) => id));
    expect(signs.map(({ id, count }) => [id, count])).toEqual([['hidden', 2]]);
    expect(rows.map(({ text }) => text).join('')).toContain('<mark class="hidden" data-r="1">**</mark>');
    expect(encoding).toBe('utf-8');
  });

  test('what a reader of pages read is said not to be the file', () => {
    expect(compare(sampleSpeech, empty, bytesOf(`<p>${published}</p>`)).encoding).toBeNull();
  });

  test('whole lines of debris have a row of their own, with the reason', () => {
    const at = published.indexOf('同志们');
    const text = '您的位置>>正文\n';
    const edits = [
      { kind: 'remove', at: [at, at + text.length], text, rule: 'breadcrumb', reason: '导航' },
    ] as Account['edits'];
    const { rows } = compare(sampleSpeech, { ...empty, edits }, bytesOf(published));
    expect(rows[1]).toMatchObject({ block: null, text: '', notes: [{ name: '移出杂文', reason: '导航', count: 1 }] });
    expect(rows[1]?.copy).toBe('<del class="debris" data-c="1" data-r="1"><i id="L2"></i>您的位置>>正文\n</del>');
    expect(rows[2]?.block?.id).toBe('salutation');
  });

  test('debris inside a line stays in the row of its block', () => {
    const at = published.indexOf('认清大势');
    const edits = [
      { kind: 'remove', at: [at, at + 2], text: '2、', rule: 'chunk-number', reason: '序号' },
    ] as Account['edits'];
    const { rows } = compare(sampleSpeech, { ...empty, edits }, bytesOf(published));
    const row = rows.find(({ block }) => block?.id === 's1');
    expect(row?.notes).toEqual([{ name: '移出杂文', reason: '序号', count: 1 }]);
    expect(row?.copy).toContain('<del class="debris" data-c="1" data-r="1">2、</del>');
  });

  test('what a person decided is marked in the copy and told beside it', () => {
    const at = published.indexOf('认清大势');
    const finding = {
      code: 'override-heading',
      severity: 'info',
      lines: [4, 4],
      at: [at, at + 4],
      text: '认清大势',
      message: '按人工核定',
    } as const;
    const { rows, signs } = compare(
      sampleSpeech,
      { ...empty, findings: [{ ...finding, lines: [4, 4], at: [at, at + 4] }] },
      bytesOf(published),
    );
    const row = rows.find(({ block }) => block?.id === 's1');
    expect(row?.copy).toContain('<mark class="hand" data-r="1">认清大势</mark>');
    expect(row?.notes).toEqual([{ name: '人工核定', reason: '按人工核定', count: 1 }]);
    expect(signs.find(({ id }) => id === 'hand')?.count).toBe(1);
  });

  test('an account that does not fit the text is an error', () => {
    const edits = [{ kind: 'insert', at: [0, 0], text: '无', rule: 'x', reason: 'x' }] as Account['edits'];
    expect(() => compare(sampleSpeech, { ...empty, edits }, bytesOf(published))).toThrow('账目与正文不符');
  });
});
