/** Words that are sought, as a pattern over text that `plain` has read. */
import type { FormTable } from './forms.ts';
import { MARK, reduced } from './plain.ts';

/** Beside these a sign is one of a formula: `4×4`, `1+4+X`. */
const FORMULA = /[0-9A-Za-z.+=/-]/;
const SIGNS = /×+|[*＊]+|[XＸ]{2,}|./gsu;

/** Something sought, as the text may have it; `near` is what stands there for the neighbours. */
interface Piece {
  near: string;
  source: string;
}

/**
 * null: nothing of the words counts, they are sought as they are.
 * @param forms none: a character is itself alone
 * @param present characters of the texts, if known: forms that stand nowhere only cost time
 */
export function patternOf(words: string, forms: FormTable | null, present?: ReadonlySet<string>): RegExp | null {
  const formsOf = (sign: string) =>
    (forms?.of(sign) ?? [sign]).filter((form) => form === sign || !present || present.has(form));
  const pieces = [...words.matchAll(SIGNS)].flatMap((match) => {
    const run = match[0];
    const sides = [words[match.index - 1], words[match.index + run.length]].map((side) => FORMULA.test(side ?? ''));
    return piecesOf(run, sides.every(Boolean), sides.some(Boolean), formsOf);
  });
  const source = pieces.map((piece, at) => (piece.near === '×' ? cross(pieces, at) : piece.source)).join('');
  return source === '' ? null : new RegExp(source, 'gu');
}

/** @param between whether signs of a formula stand on both sides, `beside` on one at least */
function piecesOf(run: string, between: boolean, beside: boolean, formsOf: (sign: string) => string[]): Piece[] {
  const mark = { near: MARK, source: MARK };
  if (/^[*＊]/.test(run)) return between ? [] : [mark];
  if (/^[XＸ]{2}/.test(run)) {
    const letters = 'x'.repeat(run.length);
    return [{ near: 'x', source: beside ? letters : `(?:${letters}|${MARK})` }];
  }
  if (run === '×') return [{ near: '×', source: '' }];
  if (run.startsWith('×')) return between ? Array.from(run, () => ({ near: '××', source: `[×${MARK}]` })) : [mark];
  return Array.from(reduced(run), (sign) => ({ near: sign, source: anyOf(formsOf(sign)) }));
}

/** A single `×` hides a word, and beside a digit, a Latin letter or another one it may be the sign itself too. */
function cross(pieces: readonly Piece[], at: number): string {
  const beside = [pieces[at - 1], pieces[at + 1]].some((piece) =>
    /^[×\p{Nd}\p{Script=Latin}]/u.test(piece?.near ?? ''),
  );
  return beside ? `[×${MARK}]` : MARK;
}

function anyOf(signs: readonly string[]): string {
  const codes = signs.map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('');
  return signs.length === 1 ? codes : `[${codes}]`;
}
