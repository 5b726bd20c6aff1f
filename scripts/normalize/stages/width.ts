/**
 * Brings back full-width punctuation that a copy has flattened to ASCII, by context. The result has the length of the
 * input, so that offsets stay true.
 */
import { flattenedStop, fullWidth, otherForms } from '../rules/full-width.ts';

const CANDIDATE = /[,:;?!()]/g;
/** Han, full-width punctuation, Chinese quotes and the signs that stand for a hidden word. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e“”‘’…—·×*]/u;
const DIGIT = /[0-9]/;
/** Vertical, small and half-width forms. */
const usual = new Map((otherForms.match(/../gu) ?? []).map(([form = '', sign = '']) => [form, sign]));
const OTHER_FORM = /[\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe5e\uff61-\uff65]/g;
/** Three words with spaces between them at the end of a text: what follows ends a sentence in a Western language. */
const WESTERN = /[A-Za-z][A-Za-z’']{0,20}(?:,? [A-Za-z][A-Za-z’']{0,20}){2}$/;

export function restoreWidth(copy: string): string {
  const text = copy.replace(OTHER_FORM, (sign) => usual.get(sign) ?? sign);
  const pairs = matchParentheses(text);
  const out: string[] = [];
  let at = 0;
  CANDIDATE.lastIndex = 0;
  while (CANDIDATE.test(text)) {
    const index = CANDIDATE.lastIndex - 1;
    const sign = text[index] as string;
    const restore = sign === '(' || sign === ')' ? isChinesePair(text, index, pairs) : isChineseMark(text, index, sign);
    if (!restore) continue;
    out.push(text.slice(at, index), fullWidth.get(sign) ?? sign);
    at = index + 1;
  }
  out.push(text.slice(at));
  return restoreDashes(restoreStops(out.join('')));
}

/** Fewest stops that show how a copy ends its sentences. */
const FEWEST_STOPS = 3;

function restoreStops(text: string): string {
  if (text.includes('。') || (text.match(flattenedStop.pattern)?.length ?? 0) < FEWEST_STOPS) return text;
  return text.replace(flattenedStop.pattern, '。');
}

/** Two hyphens, two lines of a drawn box or two full-width hyphens beside Chinese are a dash; a longer row is a rule. */
const DASHES = /(?<![-─－])(?:--|──|－－)(?![-─－])/g;

function restoreDashes(text: string): string {
  return text.replace(DASHES, (signs, index: number) => {
    const sides = [text[index - 1] ?? '', text[index + 2] ?? ''];
    return sides.some((side) => CHINESE.test(side)) ? '——' : signs;
  });
}

/** `,` in `1,000`, `:` in `7:35` and in `http://`, `;` in `&amp;` stay; beside a Chinese character a mark is a Chinese one. */
function isChineseMark(text: string, index: number, sign: string): boolean {
  const before = neighbour(text, index, -1);
  const after = neighbour(text, index, 1);
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  if (sign === ':' && after === '/') return false;
  if (sign === ';' && /&[a-z]{2,8}$/.test(text.slice(Math.max(0, index - 9), index))) return false;
  if (/[A-Za-z]/.test(before) && WESTERN.test(text.slice(Math.max(0, index - 64), index))) return false;
  return CHINESE.test(before) || (CHINESE.test(after) && /[0-9A-Za-z%)\]]/.test(before));
}

/** A pair of parentheses is Chinese if what is inside or right before it is. */
function isChinesePair(text: string, index: number, pairs: Map<number, number>): boolean {
  const other = pairs.get(index);
  if (other === undefined) {
    return CHINESE.test(neighbour(text, index, -1)) || CHINESE.test(neighbour(text, index, 1));
  }
  const open = Math.min(index, other);
  const close = Math.max(index, other);
  if (CHINESE.test(neighbour(text, open, -1)) || CHINESE.test(neighbour(text, close, 1))) return true;
  for (let at = open + 1; at < close; at++) if (CHINESE.test(text[at] as string)) return true;
  return false;
}

const PARENTHESIS = /[\n()]/g;

/** Where the partner of each parenthesis stands, which closes within `REACH` characters on the same line. */
function matchParentheses(text: string): Map<number, number> {
  const REACH = 200;
  const pairs = new Map<number, number>();
  if (!text.includes('(')) return pairs;
  let open: number[] = [];
  PARENTHESIS.lastIndex = 0;
  while (PARENTHESIS.test(text)) {
    const at = PARENTHESIS.lastIndex - 1;
    if (text[at] === '\n') open = [];
    else if (text[at] === '(') open.push(at);
    else {
      const partner = open.pop();
      if (partner === undefined || at - partner > REACH) continue;
      pairs.set(partner, at).set(at, partner);
    }
  }
  return pairs;
}

/** The next character in a direction, over at most four white-space characters (a line end among them). */
function neighbour(text: string, index: number, step: -1 | 1): string {
  for (let distance = 1; distance <= 5; distance++) {
    const character = text[index + step * distance];
    if (character === undefined) return '';
    if (!/\s/.test(character)) return character;
  }
  return '';
}
