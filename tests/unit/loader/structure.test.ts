import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { renderSpeech } from '../../../src/loader/render.ts';
import { speechRecord } from '../../../src/search/speech-record.ts';
import { readSpeech } from '../../../src/text/mdx/read.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import { tableCells, textBlocks } from '../../../src/text/speech.ts';
import { structuredSpeech as speech } from '../../support/structured.ts';

const { body } = renderSpeech(speech);

/** All characters as a browser's parser keeps them: white space between rows and cells too. */
function textOf(node: { type: string; value?: string; children?: unknown[] }): string {
  return node.type === 'text' ? (node.value ?? '') : ((node.children ?? []) as (typeof node)[]).map(textOf).join('');
}

describe('tables, notes and paragraphs beside the text', () => {
  it('are the same after writing and reading', () => {
    expect(readSpeech(writeSpeech(speech), 'x.mdx')).toEqual(speech);
  });

  it('keep every character on the page, in order', () => {
    const tree = unified().use(rehypeParse, { fragment: true }).parse(body);
    const [, ...others] = textBlocks(speech);
    expect(textOf(tree)).toBe(others.map(({ text }) => text).join(''));
  });

  it('a table has head cells and spans, and a box that can be scrolled with keys, named by the caption', () => {
    expect(body).toContain(
      '<div class="table" id="t1"><div class="table-box" role="region" aria-label="表1　各镇街食堂情况" tabindex="0">',
    );
    expect(body).toContain('<tr><td></td>\t<th colspan="2">食堂</th></tr>\n<tr><th>镇街</th>');
    expect(body).toContain(
      '<td rowspan="2">老街镇<a class="note-mark" href="#n2" id="n2-mark" role="doc-noteref">①</a></td>',
    );
    expect(body).toContain('<td><span class="redaction"');
  });

  it('a sign leads to its note, and the note back to the first sign', () => {
    expect(body).toContain('拨付<a class="note-mark" href="#n1" id="n1-mark" role="doc-noteref">[1]</a>，');
    expect(body).toContain('另见<a class="note-mark" href="#n1" role="doc-noteref">[1]</a>。');
    expect(body).toContain('<p id="n1" class="note"><a class="note-back" href="#n1-mark" role="doc-backlink"');
  });

  it('a role is a class', () => {
    expect(body).toContain('<p id="p2" class="caption">');
    expect(body).toContain('<p id="p3" class="signature">');
  });

  it('every id that is referred to stands on the page once', () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of body.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('search finds the words of cells and notes', () => {
    const { blocks } = speechRecord(speech);
    expect(blocks.find(({ id }) => id === 't1')?.text).toContain('老街镇');
    expect(blocks.find(({ id }) => id === 'n1')?.text).toContain('刷卡记录');
  });

  it('cells are the text between tabs and line feeds', () => {
    const table = speech.blocks.find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(tableCells(table).map((row) => row.map(({ from, to }) => table.text.slice(from, to)))).toEqual([
      ['', '食堂'],
      ['镇街', '家数', '**人次'],
      ['老街镇①', '6', '512'],
      ['7', ''],
    ]);
  });
});

describe('reading refuses', () => {
  const mdx = writeSpeech(speech);
  it.each([
    ['a paragraph of words in a table', '<Table id="t1">', '<Table id="t1">\n  散落的字\n', /只能有 Cell/],
    ['a heading in a table', '<Table id="t1">', '<Table id="t1">\n  # 标题\n', /每行一段/],
    ['an unknown role', 'role="caption"', 'role="advert"', /role/],
  ])('%s', (_, from, to, message) => {
    expect(() => readSpeech(mdx.replace(from, to), 'x.mdx')).toThrow(message);
  });
});
