/** A block of a Markdown copy that is written without the library is what the library would have written, to the character. */
import fc from 'fast-check';
import type { Html, PhrasingContent, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { usual, written } from '../../src/data/copies/markdown-block.ts';

const target: Html = { type: 'html', value: '<a id="s1-2"></a>' };

const ascii = fc.integer({ min: 0x20, max: 0x7e }).map(String.fromCharCode);
const signs = [
  '**',
  '1. ',
  '- ',
  '+ ',
  '===',
  '---',
  '](',
  '![',
  '&amp;',
  '<b>',
  '<!--',
  '# ',
  '#',
  'http://a.b',
  'a_b',
  '　',
  '\u00a0',
];
const others = ['\t', '\n', '\r', '\u0085', '\u2028', '\ud800', '𠮷', '\u007f', '\u200b'];
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('市', '，', '发', '5', '.', '%', '*', ' ', '（') },
      { weight: 3, arbitrary: ascii },
      fc.constantFrom(...signs, ...others),
    ),
    { maxLength: 6 },
  )
  .map((parts): PhrasingContent => ({ type: 'text', value: parts.join('') }));

const link = text.map((child): PhrasingContent => ({ type: 'link', url: '#n1', children: [child as never] }));
const line = fc.array(
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 2, arbitrary: fc.constant<PhrasingContent>(target) }, link),
  { maxLength: 5 },
);
const depth = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<0 | 1 | 2 | 3 | 4 | 5 | 6>;
const block = fc
  .tuple(depth, fc.constantFrom([target], [target], []), line)
  .map(([rank, before, after]): RootContent => {
    const children = [...before, ...after];
    return rank === 0 ? { type: 'paragraph', children } : { type: 'heading', depth: rank, children };
  });

test('a usual block is the same as from the library', () => {
  let usualOnes = 0;
  fc.assert(
    fc.property(block, (node) => {
      const line = usual(node);
      if (line === null) return;
      usualOnes++;
      expect(line).toBe(written(node));
    }),
    { numRuns: 3000 },
  );
  expect(usualOnes).toBeGreaterThan(300);
});

test('redaction marks, figures and targets inside are usual; signs of notes and of Markdown are not', () => {
  const paragraph = (...children: PhrasingContent[]) => usual({ type: 'paragraph', children });
  const words = (value: string): PhrasingContent => ({ type: 'text', value });
  expect(paragraph(target, words('增长3.5%，**市。'))).toBe('<a id="s1-2"></a>增长3.5%，\\*\\*市。\n');
  expect(paragraph(target, words('一是。'), target, words('二是。'))).not.toBeNull();
  expect(paragraph(target, words('a_b'))).toBeNull();
  expect(paragraph(words('1. 市'))).toBeNull();
  expect(paragraph(target, { type: 'link', url: '#n1', children: [{ type: 'text', value: '1' }] })).toBeNull();
});
