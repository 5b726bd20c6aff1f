import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches } from '../../../src/text/matches.ts';

const text = fc.array(fc.constantFrom('一', '，', 'a', '1', '\n', '𠮷'), { maxLength: 20 }).map((all) => all.join(''));

test('it gives what matchAll gives, whatever was done with the pattern before', () => {
  for (const pattern of [/一+/gu, /(?<=，)[a1]|(?<word>\n)/gu, /[𠮷一]/gu, /a?/g]) {
    fc.assert(
      fc.property(text, fc.nat(20), (each, left) => {
        pattern.lastIndex = left;
        const found = [...matches(each, pattern)];
        pattern.lastIndex = 0;
        expect(found).toEqual([...each.matchAll(pattern)]);
      }),
    );
  }
});

test('a pattern may be used again while its matches are read', () => {
  const pattern = /\d/g;
  const pairs = [...matches('123', pattern)].length;
  const nested = [];
  for (const [outer] of matches('123', pattern))
    for (const [inner] of matches('45', pattern)) nested.push(outer + inner);
  expect(pairs).toBe(3);
  expect(nested).toEqual(['14', '15', '24', '25', '34', '35']);
});
