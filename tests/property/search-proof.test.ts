/** The judge of search and the engine read a query each in their own way, and mean the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery } from '../../scripts/proofs/search/language.ts';
import { parseQuery } from '../../src/search/language.ts';

const pieces = [
  '甲',
  '乙',
  '丙丁',
  ' ',
  '　',
  '\n',
  '"',
  '"',
  '|',
  '｜',
  '-',
  '，',
  ':',
  '：',
  '标题',
  '小节：',
  '標題:',
  '+',
  '×',
  '*',
  'XX',
  '\u200b',
];

test('any query means the same to both', () => {
  const queries = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(queries, (query) => {
      const engine = parseQuery(query);
      const judge = readQuery(query);
      const short = (term: { words: string; exact: boolean }, where: string) => `${where} ${term.exact} ${term.words}`;
      const groups = (all: string[][]) => [...new Set(all.map((group) => group.join('\n')))];
      expect(groups(judge.groups.map((group) => group.map((term) => short(term, term.where))))).toEqual(
        groups(engine.all.map((group) => group.map((term) => short(term, term.field)))),
      );
      expect(new Set(judge.without.map((term) => short(term, term.where)))).toEqual(
        new Set(engine.none.map((term) => short(term, term.field))),
      );
    }),
    { numRuns: 3000 },
  );
});
