import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpts } from '../../../src/search/excerpt.ts';
import { matcher } from '../../../src/search/match.ts';
import type { SearchBlock } from '../../../src/search/record.ts';

function block(text: string, ...redactions: [number, number][]): SearchBlock {
  const marks = redactions.map(([from, to]) => ({ kind: 'redaction' as const, from, to }));
  return { id: 'p1', kind: 'paragraph', text, marks, places: [{ from: 0, path: [] }] };
}

const linesOf = (block: SearchBlock, query: string) => excerpts(block, matcher(query).find(block));
const marked = (text: string, query: string) =>
  linesOf(block(text), query).map(({ pieces }) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''));

describe('excerpts', () => {
  it('shows a short block as a whole', () => {
    expect(marked('大力发展产业，发展经济', '发展')).toEqual(['大力[发展]产业，[发展]经济']);
  });

  it('puts hits that are far apart on lines of their own', () => {
    const lines = linesOf(block(`发展${'甲'.repeat(200)}发展${'乙'.repeat(200)}`), '发展');
    expect(lines.map(({ at, count, cutBefore, cutAfter }) => ({ at, count, cutBefore, cutAfter }))).toEqual([
      { at: 0, count: 1, cutBefore: false, cutAfter: true },
      { at: 202, count: 1, cutBefore: true, cutAfter: true },
    ]);
  });

  it('marks a redaction inside a hit and cuts none apart', () => {
    const [line] = linesOf(block('在**市', [1, 3]), '在*市');
    expect(line?.pieces).toEqual([
      { text: '在', hit: true, redaction: false },
      { text: '**', hit: true, redaction: true },
      { text: '市', hit: true, redaction: false },
    ]);
    const [cut] = linesOf(block(`${'甲'.repeat(10)}****${'乙'.repeat(23)}好`, [10, 14]), '好');
    expect(cut?.pieces[0]).toEqual({ text: '****', hit: false, redaction: true });
  });

  it('shows every hit once, in pieces that are the text itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙', '𠮷', '，'), { maxLength: 400 }), (characters) => {
        const text = characters.join('');
        const lines = linesOf(block(text), '甲乙');
        const shown = lines.flatMap(({ count }) => count).reduce((sum, count) => sum + count, 0);
        expect(shown).toBe(matcher('甲乙').find({ text, marks: [] }).length);
        for (const { pieces } of lines) {
          const line = pieces.map((piece) => piece.text).join('');
          expect(text).toContain(line);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
