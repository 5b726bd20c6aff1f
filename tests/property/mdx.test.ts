import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';
import type { Block, Mark, Speech } from '../../src/text/speech.ts';
import { sampleSpeech } from '../sample.ts';

const hazard = fc.constantFrom(
  '*',
  '**',
  '_',
  '{',
  '}',
  '<b>',
  '</',
  '&amp;',
  '\\',
  '`',
  '[a](b)',
  '![',
  '# ',
  '1. ',
  '- ',
  '>',
  '~~',
  '|',
  ':',
  'http://a.b',
  '\t',
  '  ',
  'import x',
  '---',
  '<!-- -->',
  '\u3000',
  '\u00a0',
  '\u202e',
);
const han = fc.constantFrom('发', '展', '。', '，', '“', '”', '《', '》', '5', 'A', '×', '𠮷');
const words = fc
  .array(fc.oneof(hazard, han, fc.string({ minLength: 1, maxLength: 2, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) =>
    parts
      .join('')
      .replace(/[\r\n\0\u2028\u2029]/g, '')
      .trim(),
  )
  .filter((text) => text.length > 0);

/** Splits a text at two points into a run-in lead and a redaction, where it is long enough. */
function marked(text: string, cut: number, index: number): Mark[] {
  const middle = 1 + (cut % text.length);
  const lead: Mark = { kind: 'runin', from: 0, to: middle, id: `s9-${index + 1}` };
  return middle < text.length ? [lead, { kind: 'redaction', from: middle, to: text.length }] : [lead];
}

const blocks = fc
  .array(fc.tuple(words, fc.nat(20), fc.boolean(), fc.nat(5)), { minLength: 1, maxLength: 6 })
  .map((items) => {
    let heading: string | null = null;
    return items.map(([text, cut, withMarks, kind], index): Block => {
      const marks = withMarks ? marked(text, cut, index) : [];
      if (kind === 0) {
        heading = `s${index + 1}`;
        return { kind: 'heading', id: heading, section: heading, text, marks: [], level: 1 + (cut % 5) };
      }
      if (kind === 1)
        return {
          kind: 'omission',
          id: `o${index + 1}`,
          section: heading,
          characters: cut || null,
          cause: 'cut',
          absent: [`s8-${index + 1}`],
        };
      return { kind: 'paragraph', id: `p${index + 1}`, section: kind === 2 ? null : heading, text, marks };
    });
  });

test('writing and reading back gives the same speech, whatever the text', () => {
  fc.assert(
    fc.property(blocks, words, (generated, title) => {
      const speech: Speech = { ...sampleSpeech, meta: { ...sampleSpeech.meta, title }, blocks: generated };
      expect(readSpeech(writeSpeech(speech), 'x.mdx')).toEqual(speech);
    }),
    { numRuns: 300 },
  );
});

test('the sample survives, twice the same bytes', () => {
  const mdx = writeSpeech(sampleSpeech);
  expect(readSpeech(mdx, 'sample.mdx')).toEqual(sampleSpeech);
  expect(writeSpeech(readSpeech(mdx, 'sample.mdx'))).toBe(mdx);
});
