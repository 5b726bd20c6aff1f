import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, writtenGroups } from '../../src/search/language.ts';
import { fold } from '../../src/text/fold.ts';

/** Anything that can be in a field: half surrogates, controls, signs of the language and of other languages. */
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '人工',
        'a',
        '，',
        '"',
        '|',
        '｜',
        '-',
        ' ',
        '\u3000',
        '\n',
        '标题:',
        '小节：',
        '×',
        '*',
        '\ud83d',
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

describe('every string is a query', () => {
  it('of well-formed words that are not empty, and asks for nothing only where it holds nothing but spaces', () => {
    fc.assert(
      fc.property(written, (written) => {
        const { all, none } = parseQuery(written);
        const terms = [...all.flat(), ...none];
        expect(terms.every(({ words }) => words.trim() !== '' && words.isWellFormed())).toBe(true);
        expect(all.every((group) => group.length > 0)).toBe(true);
        expect(all.length === 0).toBe(written.trim() === '');
      }),
      { numRuns: 2000 },
    );
  });

  it('whose words stand in it', () => {
    fc.assert(
      fc.property(written, (written) => {
        const { all, none } = parseQuery(written);
        for (const { words } of [...all.flat(), ...none]) expect(written.toWellFormed()).toContain(words);
      }),
      { numRuns: 2000 },
    );
  });

  it('and means the same once more when its groups are joined', () => {
    fc.assert(
      fc.property(written, (written) => {
        const groups = writtenGroups(written);
        const { all } = parseQuery(written);
        // Signs that stand for nothing are looked for as they stand, all together.
        fc.pre(all[0]?.[0]?.words !== written.toWellFormed().trim() && groups.some((group) => fold(group) !== ''));
        expect(parseQuery(groups.join(' '))).toEqual(parseQuery(written));
      }),
      { numRuns: 2000 },
    );
  });

  it('and one group a run where no sign of the language stands', () => {
    const plain = fc.stringMatching(/^[一-龥A-Za-z0-9，。：；、（）《》“”+×]*[一-龥a-z0-9]$/u);
    const space = fc.constantFrom(' ', '　', '\n', ' \t ');
    fc.assert(
      fc.property(fc.uniqueArray(plain, { maxLength: 6 }), space, (runs, space) => {
        fc.pre(runs.every((run) => !/^(标题|小节)：/u.test(run)));
        const all = runs.map((words) => [{ words, exact: false, field: 'text' }]);
        expect(parseQuery(runs.join(space))).toEqual({ all, none: [] });
      }),
    );
  });
});

describe('a long query', () => {
  /** Work that grows with the square of the length would not end within the test. */
  it.each(['长', '4×4', '* ', '"', '" ', '|', ' |', '| ', '-', ' -甲', '标题:', '标题: ', '甲"乙', '×*X', ' '])(
    'of %j',
    (piece) => {
      const long = piece.repeat(200_000 / piece.length);
      const { all } = parseQuery(long);
      expect(all.length > 0).toBe(long.trim() !== '');
      expect(all.length).toBeLessThan(5);
    },
  );
});
