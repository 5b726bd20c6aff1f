import { describe, expect, it } from 'vitest';
import { renderSpeech } from '../../../src/loader/render.ts';
import { type Speech, textBlocks } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const { head, body } = renderSpeech(sampleSpeech);

/** The text nodes outside `data-note`, as a reader of the HTML gets them. */
function sourceText(html: string): string {
  const withoutNotes = html
    .replace(/<div[^>]*data-note[^>]*>.*?<\/div>/gs, '')
    .replace(/<h1[^>]*data-note[^>]*>.*?<\/h1>/gs, '');
  return withoutNotes
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

describe('renderSpeech', () => {
  it('gives the text of all blocks, each character once and in order', () => {
    const expected = textBlocks(sampleSpeech)
      .map(({ text }) => text)
      .join('');
    expect(sourceText(head + body)).toBe(expected);
  });

  it('puts the title, and nothing after it, into the head', () => {
    expect(head).toBe('<h1 id="title">在全市<wbr>样<wbr>例<wbr>工作<wbr>会议上的<wbr>讲话</h1>');
  });

  it('shows a derived title as a note with 拟题', () => {
    const blocks = sampleSpeech.blocks.filter(({ kind }) => kind !== 'title');
    const rendered = renderSpeech({ ...sampleSpeech, meta: { ...sampleSpeech.meta, titleDerived: true }, blocks });
    expect(rendered.head).toMatch(
      /^<h1 data-note[^>]*>在全市(?:<wbr>|[样例工作会议上的讲话])+<span class="derived">拟题<\/span><\/h1>$/,
    );
    expect(sourceText(rendered.head)).toBe('');
    const stated = renderSpeech({ ...sampleSpeech, blocks });
    expect(stated.head).toBe('<h1 data-note>在全市<wbr>样<wbr>例<wbr>工作<wbr>会议上的<wbr>讲话</h1>');
  });

  it('gives a heading the rank below its level, and six at most', () => {
    expect(body).toContain('<h2 id="s1" data-level="1">一、认清大势');
    const deep: Speech = {
      ...sampleSpeech,
      blocks: [{ kind: 'heading', id: 's1', section: 's1', text: '深', marks: [], level: 9 }],
    };
    expect(renderSpeech(deep).body).toMatch(/^<h6 id="s1" data-level="9">深/);
  });

  it('keeps the raw sign of a redaction and says what it means', () => {
    expect(body).toContain(
      '<span class="redaction" role="img" aria-label="原文隐去" title="原文隐去">**</span>市人工智能',
    );
  });

  it('sets a run-in heading in bold with its own id, redactions inside it included', () => {
    expect(body).toContain('<strong class="runin" id="s1-1">（一）要增强使命感。<a class="handle" href="#s1-1"');
    const speech: Speech = {
      ...sampleSpeech,
      blocks: [
        {
          kind: 'paragraph',
          id: 'p1',
          section: null,
          text: '一是**要快。说。',
          marks: [
            { kind: 'runin', from: 0, to: 7, id: 's1-1' },
            { kind: 'redaction', from: 2, to: 4 },
          ],
        },
      ],
    };
    expect(renderSpeech(speech).body).toMatch(
      /<strong class="runin" id="s1-1">一是<span class="redaction"[^>]*>\*\*<\/span>要快。<a /,
    );
  });

  it('leaves markup in the text as text', () => {
    expect(body).not.toContain('<b>');
    expect(body).toContain('{代码}');
  });

  it('gives every id of the speech once', () => {
    const ids = [...(head + body).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const expected = [...sampleSpeech.blocks.map(({ id }) => id), ...sampleSpeech.outline.map(({ id }) => id)];
    expect(ids.toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it('says how much is missing, why, and which parts', () => {
    expect(body).toMatch(
      /<div class="omission" id="o1" data-note[^>]* role="note">.*此处原文缺 876 字.*声明有省略.*<p class="absent" id="s1-2"[^>]*>原文缺：（二）要坚定自信心/,
    );
    expect(body).toMatch(/id="o2".*原文至此中断，缺多少不详.*未作说明/);
  });

  it('refuses an omission whose absent part is not in the outline', () => {
    const speech: Speech = {
      ...sampleSpeech,
      blocks: [{ kind: 'omission', id: 'o1', section: null, characters: null, cause: 'cut', absent: ['s7'] }],
    };
    expect(() => renderSpeech(speech)).toThrow('缺文 o1 提到的 s7 不在目录里');
  });
});
