/** What `usual.ts` writes and reads itself is what Markdown would have written and read, to the character. */
import fc from 'fast-check';
import type { Node, PhrasingContent, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { readUsual, writeUsual } from '../../src/text/mdx/usual.ts';

const markdown = unified().use(remarkParse).use(remarkMdx).use(remarkStringify, { rule: '-', bullet: '-' });

const text = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('发', '展', '。', '（', '5', 'A', '*', '**', '1. ', '-', '+', '=', '!', ' '),
      },
      fc.string({ minLength: 1, maxLength: 3, unit: fc.integer({ min: 0x20, max: 0x7e }).map(String.fromCharCode) }),
      fc.constantFrom(
        '\u3000',
        '\u00a0',
        '\ufeff',
        '\u2028',
        '\u0085',
        '\u202e',
        '\ud800',
        '𠮷',
        '\t',
        '|',
        ':',
        "'",
        '"',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const { line } = fc.letrec<{ line: PhrasingContent[]; element: PhrasingContent }>((tie) => ({
  line: fc.array(
    fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      text.map((value) => ({ type: 'text' as const, value })),
      tie('element'),
    ),
    { maxLength: 4 },
  ),
  element: fc
    .tuple(fc.constantFrom('RunIn', 'Redaction'), fc.array(text, { maxLength: 2 }), tie('line'))
    .map(([name, values, children]) => ({
      type: 'mdxJsxTextElement' as const,
      name,
      attributes: values.map((value, at) => ({ type: 'mdxJsxAttribute' as const, name: `a${'b'.repeat(at)}`, value })),
      children,
    })),
}));

const anchor: PhrasingContent = {
  type: 'mdxJsxTextElement',
  name: 'Anchor',
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: 'p1' }],
  children: [],
};

/** Neighbouring texts as one, which is how they are read. */
const node = fc.tuple(fc.nat(6), fc.boolean(), line).map(([depth, anchored, children]): RootContent => {
  const all = [...(anchored ? [anchor] : []), ...joined(children)];
  return depth > 0 ? { type: 'heading', depth: depth as 1, children: all } : { type: 'paragraph', children: all };
});

function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const each of nodes) {
    const last = all.at(-1);
    if (each.type === 'text' && last?.type === 'text') last.value += each.value;
    else
      all.push(
        each.type === 'text'
          ? { ...each }
          : ({ ...each, children: joined((each as { children: PhrasingContent[] }).children) } as PhrasingContent),
      );
  }
  return all;
}

/** The tree without places and what only a tool for editors wants. */
function bare(tree: Node): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value)));
}

test('what is written is what Markdown writes', () => {
  fc.assert(
    fc.property(node, (each) => {
      const written = writeUsual(each);
      if (written !== null) expect(written).toBe(markdown.stringify({ type: 'root', children: [each] }));
    }),
    { numRuns: 1000 },
  );
});

test('what is read is what Markdown reads', () => {
  const lines = fc.oneof(
    node.map((each) => writeUsual(each)?.slice(0, -1) ?? markdown.stringify({ type: 'root', children: [each] })),
    fc
      .tuple(fc.constantFrom('', '# ', '####### ', '  '), text)
      .map(([rank, words]) => `${rank}<Anchor id="p1" />${words}`),
    fc
      .array(
        fc.constantFrom('<Anchor id="p1" />', '<A>', '</A>', '<A />', '<A b="&amp;">', '字', ' ', '\\*', '\\\\', '\n'),
        { maxLength: 7 },
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(lines, (each) => {
      const read = readUsual(each);
      if (read) expect([bare(read)]).toEqual((bare(markdown.parse(each)) as { children: unknown }).children);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  '<Anchor id="p1" />同志们：大家好！“增长5.2%”（一）——1. 2) +-=',
  '### <Anchor id="s1" level="7" />一、发展',
  '<Anchor id="p2" /><RunIn id="s1-1">一是<Redaction>\\*\\*</Redaction>要<NoteMark id="n1">①</NoteMark>。</RunIn>好',
])('of the usual form: %s', (line) => {
  const read = readUsual(line);
  expect(read && writeUsual(read)).toBe(`${line}\n`);
});

test.each([
  '',
  '同志们',
  '<Anchor id="p1" />',
  '<A><B />',
  '<A />文</A>',
  '<Anchor id="p1" />文 ',
  '<A />[文]',
  '<A />{1}',
  '<A />文\n文',
])('not of the usual form: %j', (line) => {
  expect(readUsual(line)).toBeNull();
});
