import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { element } from '../../../src/loader/element.ts';
import { html } from '../../../src/loader/html.ts';

const words = fc.string({
  unit: fc.constantFrom('文', '𠮷', 'a', '<', '>', '&', '"', "'", '`', '\0', '\r', '\n', ' ', ';'),
});
const name = fc.constantFrom('hand', 'note-mark', 'a"b', 'wrap');
const properties = fc.record(
  {
    id: words,
    className: fc.array(name, { minLength: 1, maxLength: 3 }),
    href: words,
    title: words,
    role: fc.constantFrom('img', 'note'),
    ariaLabel: words,
    tabIndex: fc.constant(0),
    colSpan: fc.nat(9),
    rowSpan: fc.nat(9),
    dataNote: fc.constantFrom(true, false, null, undefined),
    dataLevel: fc.nat(9),
    dataC: fc.nat(999),
    dataR: words,
  },
  { requiredKeys: [] },
);
const tag = fc.constantFrom('h1', 'p', 'a', 'del', 'ins', 'mark', 'i', 'table', 'td', 'span', 'section', 'ul', 'li');

const { nodes } = fc.letrec<{ node: ElementContent; nodes: ElementContent[] }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    words.map((value): ElementContent => ({ type: 'text', value })),
    fc.constant<ElementContent>(element('wbr', {})),
    fc.tuple(tag, properties, tie('nodes')).map(([tagName, given, children]) => element(tagName, given, ...children)),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }),
}));

describe('html', () => {
  it('writes every tree as the serializer for all of HTML does', () => {
    fc.assert(
      fc.property(nodes, (children) => {
        expect(html(children)).toBe(toHtml({ type: 'root', children }));
      }),
      { numRuns: 500 },
    );
  });

  it('lets no text pass for markup', () => {
    expect(html([element('p', { title: '"><b>' }, '<b>&amp;')])).toBe('<p title="&#x22;><b>">&#x3C;b>&#x26;amp;</p>');
  });
});
