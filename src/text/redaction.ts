import { matches } from './matches.ts';

/**
 * Marks with which a copy hides a word: `×区`, `**省`, `*市`, `XX同志`.
 * A run of one sign is one mark: `**` hides one name, not two.
 */
export interface Redaction {
  /** UTF-16 offsets, half open. */
  from: number;
  to: number;
}

/** Signs by run; no two patterns share a character. */
export const redactionRules: { id: string; pattern: RegExp; why: string; example: string }[] = [
  { id: 'cross', pattern: /×+/gu, why: '乘号代替隐去的字', example: '×区' },
  { id: 'star', pattern: /[*＊]+/gu, why: '星号代替隐去的字', example: '**省' },
  { id: 'letter-x', pattern: /[XＸ]{2,}/gu, why: '连写的字母叉代替隐去的字', example: 'XX同志' },
];

/** Whether any of them has something to find. */
const SIGN = new RegExp(redactionRules.map(({ pattern }) => pattern.source).join('|'), 'u');

/** A run inside a formula, a product or a Latin word is no redaction: `4×4`, `2*3`, `1+4+X`, `MAXX`. */
const FORMULA = /[0-9A-Za-z.+=/-]/;

/** All redaction marks of a line or block, in order. */
export function findRedactions(text: string): Redaction[] {
  const found: Redaction[] = [];
  if (!SIGN.test(text)) return found;
  for (const match of redactionRules.flatMap(({ pattern }) => matches(text, pattern))) {
    const from = match.index;
    const to = from + match[0].length;
    if (!isFormula(text, from, to) && !isBullet(text, from, to)) found.push({ from, to });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** `4×4` has operands on both sides; `XXL` and `MAXX` need a letter on one side only. */
function isFormula(text: string, from: number, to: number): boolean {
  const before = FORMULA.test(text[from - 1] ?? '');
  const after = FORMULA.test(text[to] ?? '');
  return /[XＸ]/.test(text[from] ?? '') ? before || after : before && after;
}

/** `* item` at the start of a line is a list sign of the copy, not a hidden word. */
function isBullet(text: string, from: number, to: number): boolean {
  return /[*＊]/.test(text[from] ?? '') && from === 0 && /\s/.test(text[to] ?? '');
}
