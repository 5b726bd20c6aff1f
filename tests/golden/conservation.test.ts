/** Nothing lost, nothing invented: the characters of the copy are those of the blocks and the removals, in order. */
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { readSources } from '../../scripts/lib/sources.ts';
import { normalize } from '../../scripts/normalize/index.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';

const han = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).join('');

for (const { source, sha256, knowledge } of readSources(root)) {
  describe(knowledge.id, async () => {
    const { speech, edits, findings, blockPlaces } = await normalize(source, knowledge, sha256);
    const seed = new TextDecoder('utf-8', { fatal: true }).decode(source.bytes);

    test('blocks and removals are the copy', () => {
      const pieces = speech.blocks.map((block) => ({
        at: (blockPlaces.get(block)?.at ?? [0, 0]) as [number, number],
        text: block.kind === 'omission' ? '' : block.text,
      }));
      const removals = findings.filter(({ code }) => code.startsWith('removed-'));
      for (const { at, text } of removals) expect([...seed].slice(at[0], at[1]).join('')).toBe(text);
      const outside = removals.filter(
        ({ at }) => !pieces.some((piece) => piece.at[0] <= at[0] && at[1] <= piece.at[1]),
      );
      const inside = removals.filter((removal) => !outside.includes(removal));
      const ordered = [...pieces, ...outside].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
      const without = inside.reduceRight((text, { at }) => text.slice(0, at[0]) + text.slice(at[1]), seed);
      expect(han(ordered.map(({ text }) => text).join(''))).toBe(han(without));
      expect(han(publishedText(speech)).length + removals.reduce((sum, { text }) => sum + han(text).length, 0)).toBe(
        han(seed).length,
      );
    });

    test('undoing every edit gives the copy back', () => {
      expect(rebuildSource(publishedText(speech), edits)).toBe(seed);
    });

    test('one wrong character, in the text or in the account, does not pass', () => {
      const published = publishedText(speech);
      const middle = Math.floor(published.length / 2);
      const spoilt = `${published.slice(0, middle)}错${published.slice(middle + 1)}`;
      expect(attempt(() => rebuildSource(spoilt, edits))).not.toBe(seed);
      const edit = edits.find(({ text }) => text.length > 0);
      const wrong = edits.map((each) => (each === edit ? { ...each, text: `错${each.text.slice(1)}` } : each));
      expect(attempt(() => rebuildSource(published, wrong))).not.toBe(seed);
    });
  });
}

function attempt(action: () => string): string | null {
  try {
    return action();
  } catch {
    return null;
  }
}
