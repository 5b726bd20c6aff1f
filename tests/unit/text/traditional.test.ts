import fc from 'fast-check';
import { Locale } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { traditional } from '../../../src/text/traditional.ts';

/** Simplified characters and phrases of the tables. */
const tables = Locale.from.cn?.flat() as string[];
const simplified = tables.flatMap((table) => table.split('|').map((entry) => entry.split(' ')[0] ?? ''));

test('phrases decide between forms', () => {
  expect(traditional('头发发展，皇后以后，干部干净')).toBe('頭髮發展，皇后以後，幹部乾淨');
});

test('what is no simplified Chinese stays, marks of redaction too', () => {
  for (const text of ['', 'AI 2025-2030', '××市', '**', '“”（）', '繁體字']) expect(traditional(text)).toBe(text);
});

test('every character and phrase of the tables keeps its length', () => {
  expect(simplified.length).toBeGreaterThan(40_000);
  expect(simplified.filter((words) => traditional(words).length !== words.length)).toEqual([]);
});

test('any text keeps its length', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...simplified, '，', '𠀀', '\ud800', ' ')), (parts) => {
      const text = parts.join('');
      expect(traditional(text)).toHaveLength(text.length);
    }),
  );
});
