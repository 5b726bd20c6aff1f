import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldBlock, foldQuery, occurrences } from '../../../src/text/fold.ts';
import { findRedactions } from '../../../src/text/redaction.ts';
import type { Mark } from '../../../src/text/speech.ts';
import { textBlocks } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

function block(text: string): { text: string; marks: Mark[] } {
  return { text, marks: findRedactions(text).map((span) => ({ kind: 'redaction', ...span })) };
}

/** Every occurrence of any reading. */
function find(text: string, query: string): number {
  const folded = foldBlock(block(text)).text;
  return foldQuery(query).reduce((count, reading) => count + occurrences(folded, reading).length, 0);
}

/** Text as it may come: Han, Latin, digits, both widths, symbols, marks, anything at all. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'人工智能发展产业集群，。、“”（）：；…—·《》 　') },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...'AIaiＭems0１4＋+=%-.×*＊X', '**', '××', '×', 'XX', 'İ', 'ß', '𠮷', '😀'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('fold', () => {
  it.each([
    ['ＡＩ＋４', 'ai+4'],
    ['人工 智能\t，　发展。', '人工智能发展'],
    ['“4+1” 格局……——', '4+1格局'],
    ['5.2%', '52'],
    ['MEMS＝>×', 'mems=>×'],
    ['a_b-c·d', 'abcd'],
    ['**市', '市'],
    // Radicals, compatibility ideographs of both planes, and one in their block that stands for itself.
    ['\u2f08\u2f42\u2e9f\u2ef3', '人文母龟'],
    ['\uf90a\uf9dd', '金利'],
    ['\u{2f804}\u{2f81a}', '你冬'],
    ['\ufa0e', '\ufa0e'],
    ['人\u200b工\u00ad智\ufeff能\u0000', '人工智能'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('never throws, is idempotent and well formed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('foldBlock', () => {
  it('makes one character of a redaction mark', () => {
    const [one, two] = [foldBlock(block('**市')).text, foldBlock(block('×市')).text];
    expect(one).toBe(two);
    expect(one).toHaveLength(2);
  });

  it('leads back to the text', () => {
    const folded = foldBlock(block('交给×打好“四张牌”任务，在**的'));
    const at = folded.text.indexOf('四张牌任务在');
    expect([folded.from[at], folded.to[at + 6]]).toEqual([6, 16]);
  });

  it('leads back to characters that Unicode holds twice', () => {
    expect(foldBlock(block('\u{2f804}\u2f08民'))).toEqual({ text: '你人民', from: [0, 2, 3], to: [2, 3, 4] });
    expect(find('\u{2f804}\u2f08民', '人民')).toBe(1);
  });

  it('folds a text without marks as fold does, with a way back for each unit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldBlock({ text, marks: [] });
        expect(folded.text).toBe(fold(text));
        expect(folded.from).toHaveLength(folded.text.length);
        for (const [i, from] of folded.from.entries()) {
          const original = text.slice(from, folded.to[i]);
          expect(fold(original)).toContain(folded.text[i]);
          expect(from).toBeGreaterThanOrEqual(folded.from[i - 1] ?? 0);
        }
      }),
    );
  });

  it('finds every piece of a block, cut anywhere outside a mark', () => {
    const piece = anyText.chain((text) =>
      fc.record({ text: fc.constant(text), from: fc.nat(text.length), to: fc.nat(text.length) }),
    );
    fc.assert(
      fc.property(piece, ({ text, from, to }) => {
        const { marks } = block(text);
        const cut = (at: number) => marks.some((mark) => mark.from < at && at < mark.to);
        fc.pre(from < to && !cut(from) && !cut(to) && text.toWellFormed().slice(from, to).isWellFormed());
        const whole = foldBlock({ text: text.toWellFormed(), marks });
        const inner = marks.filter((mark) => mark.from >= from && mark.to <= to);
        const sought = foldBlock({
          text: text.toWellFormed().slice(from, to),
          marks: inner.map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from })),
        });
        fc.pre(sought.text !== '');
        expect(whole.text).toContain(sought.text);
      }),
    );
  });
});

describe('foldQuery', () => {
  it.each([
    ['在**的', '在×的'],
    ['在＊的', '在×的'],
    ['在×的', '在**的'],
    ['2022年，×市', '2022年×市'],
    ['×', '于×年底'],
    ['**', '于×年底'],
    ['* 同志', '张× 同志'],
    ['2022×', '2022×会议'],
    ['4×4', '4×4英寸'],
    ['４ × ４', '4×4英寸'],
    ['4×', '4×4英寸'],
    ['2*3', '2*3'],
    ['XX同志', '某XX同志'],
    ['×同志', '某XX同志'],
    ['ＸＸ同志', '某XX同志'],
    ['cxxb', 'CXXB型'],
    ['*市', '交给×。市里'],
  ])('%s stands in %s', (query, text) => expect(find(text, query)).toBe(1));

  it.each([
    ['在的', '在×的'],
    ['×', '4×4英寸'],
    ['在**的', '在的'],
    ['**', '5.2%'],
    ['某市', '×市'],
    ['4**4', '4×4英寸'],
    ['在××的', '在× ×的'],
  ])('%s does not stand in %s', (query, text) => expect(find(text, query)).toBe(0));

  it('has no reading for what folds to nothing', () => {
    expect(['', '，', ' 　', '……——'].map(foldQuery)).toEqual([[], [], [], []]);
  });

  it('finds each block of a speech by its own text', () => {
    for (const { text, marks } of textBlocks(sampleSpeech)) {
      const folded = foldBlock({ text, marks }).text;
      expect(foldQuery(text).some((reading) => occurrences(folded, reading)[0] === 0)).toBe(true);
    }
  });

  it('never throws on anything that is typed', () => {
    fc.assert(
      fc.property(anyText, anyText, (query, text) => {
        expect(find(text, query)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('occurrences', () => {
  it('counts from the left without overlaps', () => expect(occurrences('发发发发发', '发发')).toEqual([0, 2]));
  it('finds nothing for nothing', () => expect(occurrences('发', '')).toEqual([]));
  it('reads an open sign both ways in one query', () => expect(occurrences('4×4*3*4', '4×')).toEqual([0, 2]));
});
