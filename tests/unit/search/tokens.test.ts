import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrase, shadow, tokens } from '../../../src/search/tokens.ts';

describe('tokens', () => {
  it('is one word a character, and a plain word for every sign', () => {
    const words = tokens('人a1+=𠮷😀');
    expect(words.slice(0, 3)).toEqual(['人', 'a', '1']);
    expect(words).toHaveLength(7);
    for (const word of words.slice(3)) expect(word).toMatch(/^[g-v]{2,}$/);
    expect(new Set(words).size).toBe(7);
  });

  it('gives a redaction mark the word of the sign it is written with', () => expect(tokens('*')).toEqual(tokens('×')));

  it('gives different characters different words', () => {
    const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code).toWellFormed());
    fc.assert(
      fc.property(character, character, (a, b) => {
        fc.pre(a !== b && !/[*×]/.test(a + b));
        expect(tokens(a)).not.toEqual(tokens(b));
      }),
    );
  });
});

describe('phrase', () => {
  it('is quoted as a whole', () => expect(phrase('人工4')).toBe('"人 工 4"'));
  it('stays short for a long query', () => expect(phrase('长'.repeat(10_000)).length).toBeLessThan(100));
  it('is found in the shadow of what holds it, and never across a block’s end', () => {
    const blocks = shadow(['发展人工', '智能+4']);
    expect(blocks).toContain(phrase('展人工').slice(1, -1));
    expect(blocks).toContain(phrase('能+4').slice(1, -1));
    expect(blocks).not.toContain(phrase('工智').slice(1, -1));
  });
});
