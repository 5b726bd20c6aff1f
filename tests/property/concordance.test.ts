import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, linesOf } from '../../src/search/concordance.ts';
import { exportedLine, toCsv, toJson } from '../../src/search/concordance-export.ts';
import { neighbours, orders, sides, sortLines, tally } from '../../src/search/concordance-order.ts';
import { matcher } from '../../src/search/match.ts';
import { noTags } from '../../src/search/record.ts';

const sign = fc.constantFrom(
  '路',
  '修',
  '好',
  '，',
  '。',
  ' ',
  'A',
  'Ａ',
  '+',
  '=',
  '-',
  '@',
  '"',
  "'",
  '\n',
  '\t',
  '𠮷',
  '×',
  '\ud800',
);
const text = fc.array(sign, { minLength: 1, maxLength: 120 }).map((signs) => signs.join(''));
const speeches = fc.array(
  fc.record({ title: text, date: fc.constantFrom(null, '2023', '2024-05'), texts: fc.array(text, { maxLength: 4 }) }),
  {
    maxLength: 5,
  },
);

/** The concordance of 路 over made-up speeches. */
const concordances = speeches.map((made) => {
  const found = made.map(({ title, date, texts }, number) => {
    const blocks = texts.map((text, i) => ({ id: `p${i}`, kind: 'paragraph' as const, text, marks: [], places: [] }));
    const record = { id: `d${number}`, path: `speeches/d${number}/`, title, titleDerived: false, date, place: null };
    return linesOf({ ...record, tags: noTags, outline: {}, blocks }, matcher('路'), {});
  });
  const matching = found.filter((each) => each !== null);
  const lines: Line[] = matching.flatMap((each, document) => each.lines.map((line) => ({ document, ...line })));
  return { lines, documents: matching.map(({ document }) => document) };
});

test('every order has the same lines', () => {
  fc.assert(
    fc.property(concordances, ({ lines, documents }) => {
      for (const order of orders) {
        const sorted = sortLines(lines, documents, order);
        expect(sorted).toHaveLength(lines.length);
        expect(new Set(sorted)).toEqual(new Set(lines));
        expect(sortLines(sorted, documents, order)).toEqual(sorted);
      }
    }),
  );
});

test('the groups of any length sum up to all lines, and longer ones part shorter ones', () => {
  fc.assert(
    fc.property(concordances, fc.constantFrom(...sides), fc.integer({ min: 1, max: 3 }), ({ lines }, side, length) => {
      const groups = tally(lines, (line) => neighbours(line, side, length));
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length);
      for (const { key, count } of groups)
        expect(lines.filter((line) => neighbours(line, side, length) === key)).toHaveLength(count);
      for (const line of lines) {
        const [shorter, longer] = [neighbours(line, side, length), neighbours(line, side, length + 1)];
        expect(side === 'next' ? longer.startsWith(shorter) : longer.endsWith(shorter)).toBe(true);
      }
    }),
  );
});

/** A plain reading of CSV: quoted fields, doubled quotation marks, CRLF. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, field = '', end] of csv.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(field.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('CSV and JSON give back what they were made of, and no field of the CSV begins like a formula', () => {
  const names = { left: 'l', keyword: 'k', right: 'r', speech: 's', date: 'd', link: 'a' };
  fc.assert(
    fc.property(concordances, ({ lines, documents }) => {
      const exported = lines.map((line) => {
        const document = documents[line.document];
        if (!document) throw new Error('every line has its document');
        return exportedLine(line, document, `https://example.test/${document.path}?q=路#${line.block}`);
      });
      const csv = toCsv(exported, names);
      expect(csv.startsWith('\ufeff')).toBe(true);
      const [, ...rows] = readCsv(csv.slice(1));
      for (const field of rows.flat()) expect(field).not.toMatch(/^[=+\-@\t\r]/);
      const fields = rows.map((row) => row.map((field) => field.replace(/^'/, '')));
      expect(fields).toEqual(
        exported.map(({ left, keyword, right, speech, date, link }) => [
          left,
          keyword,
          right,
          speech,
          date ?? '',
          link,
        ]),
      );
      const whole = { query: '路', exactForms: false, version: 'v', count: lines.length, lines: exported };
      expect(JSON.parse(toJson(whole))).toEqual(whole);
    }),
  );
});
