import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { speechMarkdown } from '../../../src/data/copies/markdown.ts';
import type { Block, Speech } from '../../../src/text/speech.ts';
import { textBlocks } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const state = { version: '0123456789ab', updated: null };
const address = (path: string) => `https://example.test${path}`;
const write = (speech: Speech) => speechMarkdown(speech, state, address);

function body(markdown: string): Root {
  return unified()
    .use(remarkParse)
    .parse(markdown.slice(markdown.indexOf('\n---\n') + 5)) as Root;
}

/** The words of a node; HTML has none, but for a table. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function targets(markdown: string): string[] {
  return [...markdown.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id);
}

test('every block has its words and its id, in order', () => {
  const markdown = write(sampleSpeech);
  const ours = body(markdown).children.filter(({ type }) => type !== 'blockquote');
  expect(ours.map(textOf)).toEqual(textBlocks(sampleSpeech).map(({ text }) => text));
  expect(targets(markdown)).toEqual([
    'title',
    'salutation',
    'p1',
    's1',
    'p2',
    's1-1',
    'o1',
    's1-2',
    's2',
    'p3',
    's2-1',
    'o2',
  ]);
  expect(markdown).toContain('> <a id="o1"></a>此处原文缺 876 字；所据文本在此声明有省略。');
  expect(markdown).toContain('> <a id="s1-2"></a>原文缺：（二）要坚定自信心');
});

test('the head is YAML with the facts, their types unchanged', () => {
  const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(write(sampleSpeech))?.[1] ?? '');
  expect(front).toMatchObject({
    title: sampleSpeech.meta.title,
    address: 'https://example.test/speeches/sample-speech/',
    version: '0123456789ab',
    published: '2024-10-09',
    place: null,
  });
});

/** What some reader of Markdown might take for syntax, at the beginning of a block and inside. */
const tricky = fc
  .array(
    fc.constantFrom(
      '*',
      '**',
      '_',
      '# ',
      '1. ',
      '- ',
      '+ ',
      '> ',
      '`',
      '~~',
      '$',
      '[',
      '](x)',
      '<b>',
      '<!--',
      '&amp;',
      '\\',
      '|',
      '---',
      '===',
      'http://a.b',
      '市',
      '，',
      ' ',
      '　',
      '×',
      '{a}',
      '!',
      ':',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => `字${parts.join('')}字`);

test('no text becomes syntax', () => {
  fc.assert(
    fc.property(fc.array(tricky, { minLength: 1, maxLength: 4 }), (texts) => {
      const blocks = texts.map((text, index): Block => {
        const shared = { id: `p${index + 1}`, section: null, text, marks: [] };
        return index === 1 ? { kind: 'heading', ...shared, id: 's1', level: 1 } : { kind: 'paragraph', ...shared };
      });
      const markdown = write({
        ...sampleSpeech,
        blocks: [{ ...blocks[0], kind: 'title', id: 'title' } as Block, ...blocks],
      });
      expect(body(markdown).children.map(textOf)).toEqual([texts[0], ...texts]);
      expect(markdown).not.toMatch(/(^|[^\\])[~$]/m);
    }),
  );
});

test('a title of ours says so and has no id; a table is HTML; the sign of a note leads to it', () => {
  const markdown = write({
    ...sampleSpeech,
    meta: { ...sampleSpeech.meta, titleDerived: true },
    outline: [],
    blocks: [
      {
        kind: 'paragraph',
        id: 'p1',
        section: null,
        text: '增长[1]。',
        marks: [{ kind: 'note', from: 2, to: 5, id: 'n1' }],
      },
      {
        kind: 'table',
        id: 't1',
        section: null,
        text: '甲<\t乙\n丙',
        marks: [],
        rows: [
          [
            { header: true, columns: 1, rows: 1 },
            { header: false, columns: 1, rows: 2 },
          ],
          [{ header: false, columns: 1, rows: 1 }],
        ],
      },
      {
        kind: 'note',
        id: 'n1',
        section: null,
        text: '[1]统计口径。',
        marks: [{ kind: 'note', from: 0, to: 3, id: 'n1' }],
      },
    ],
  });
  expect(markdown).toContain(`# ${sampleSpeech.meta.title}（拟题）\n`);
  expect(markdown).toContain('增长[\\[1\\]](#n1)。');
  expect(markdown).toContain(
    '<table id="t1">\n<tr><th>甲&#x3C;</th><td rowspan="2">乙</td></tr>\n<tr><td>丙</td></tr>\n</table>',
  );
  expect(markdown).toContain('<a id="n1"></a>\\[1]统计口径。');
});
