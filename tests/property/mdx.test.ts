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

const cellWords = fc.oneof(
  { weight: 3, arbitrary: words.map((text) => text.replace(/\t/g, '').trim()) },
  { weight: 1, arbitrary: fc.constant('') },
);
const cell = fc.record({
  header: fc.boolean(),
  columns: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 3 }),
  text: cellWords,
});
/** Rows of any lengths, each with at least one cell that has words. */
const table = fc.array(
  fc.array(cell, { minLength: 1, maxLength: 4 }).filter((row) => row.some(({ text }) => text !== '')),
  { minLength: 1, maxLength: 3 },
);

function tableBlock(rows: { header: boolean; columns: number; rows: number; text: string }[][], id: string): Block {
  const text = rows.map((row) => row.map((each) => each.text).join('\t')).join('\n');
  const first = text.search(/[^\t\n]/u);
  const sign = /^[^\t\n]+/u.exec(text.slice(first))?.[0] ?? '';
  return {
    kind: 'table',
    id,
    section: null,
    text,
    marks: [{ kind: 'note', from: first, to: first + sign.length, id: 'n1' }],
    rows: rows.map((row) => row.map(({ text: _, ...form }) => form)),
  };
}

/** Splits a text at two points into a run-in lead and a redaction, where it is long enough. */
function marked(text: string, cut: number, index: number): Mark[] {
  const middle = 1 + (cut % text.length);
  const lead: Mark = { kind: 'runin', from: 0, to: middle, id: `s9-${index + 1}` };
  return middle < text.length ? [lead, { kind: 'redaction', from: middle, to: text.length }] : [lead];
}

const blocks = fc
  .array(fc.tuple(words, fc.nat(20), fc.boolean(), fc.nat(8), table), { minLength: 1, maxLength: 6 })
  .map((items) => {
    let heading: string | null = null;
    return items.map(([text, cut, withMarks, kind, rows], index): Block => {
      const marks = withMarks ? marked(text, cut, index) : [];
      if (kind === 0) {
        heading = `s${index + 1}`;
        return { kind: 'heading', id: heading, section: heading, text, marks: [], level: 1 + (cut % 9) };
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
      if (kind === 6) return tableBlock(rows, `t${index + 1}`);
      if (kind === 7) {
        const sign: Mark = { kind: 'note', from: 0, to: 1 + (cut % text.length), id: `n${index + 1}` };
        return { kind: 'note', id: `n${index + 1}`, section: heading, text, marks: [sign] };
      }
      const paragraph = { kind: 'paragraph' as const, id: `p${index + 1}`, text, marks };
      if (kind === 8) return { ...paragraph, section: heading, role: 'caption' };
      return { ...paragraph, section: kind === 2 ? null : heading };
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
