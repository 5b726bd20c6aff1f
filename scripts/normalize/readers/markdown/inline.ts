/** Syntax inside a line of Markdown: which characters are signs and not words. */

export interface InlineRule {
  id: string;
  pattern: RegExp;
  /** Groups of the pattern that are signs; 0 is all of it. */
  signs: number[];
  example: string;
}

/** In this order: what one rule takes, later ones leave alone. All repetitions are bounded. */
export const inlineRules: InlineRule[] = [
  { id: 'comment', pattern: /<!--[^\n]{0,300}?-->/dg, signs: [0], example: '<!-- 待核 -->' },
  { id: 'code', pattern: /(?<!`)(`{1,3})([^`\n]{1,500})(`{1,3})(?!`)/dg, signs: [1, 3], example: '`文号`' },
  { id: 'escape', pattern: /(\\)[!-/:-@[-`{-~]/dg, signs: [1], example: '\\*' },
  {
    id: 'image',
    pattern: /!\[[^\][\n]{0,200}\]\([^()\n]{0,500}\)/dg,
    signs: [0],
    example: '![会场](a.jpg)',
  },
  {
    id: 'link',
    pattern: /(?<!!)(\[)[^\][\n^][^\][\n]{0,200}(\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,500}(?: "[^"\n]{0,200}")?\))/dg,
    signs: [1, 2],
    example: '[全文](https://example.org/)',
  },
  {
    id: 'span',
    pattern: /(\[)[^\][\n]{0,200}(\]\{[.#][^{}\n]{0,100}\})/dg,
    signs: [1, 2],
    example: '[要点]{.underline}',
  },
  { id: 'heading-attributes', pattern: / {0,3}\{[.#][^{}\n]{1,100}\}\s*$/dg, signs: [0], example: '## 一、要点 {#yd}' },
  { id: 'address', pattern: /(<)https?:\/\/[^<>\s]{1,500}(>)/dg, signs: [1, 2], example: '<https://example.org/>' },
  {
    id: 'tag',
    pattern: /<\/?(?:br|b|strong|em|i|u|span|font|center|p|div|sup|sub)(?: [^<>\n]{0,200})?\/?>/dgi,
    signs: [0],
    example: '<br>',
  },
  { id: 'emphasis', pattern: /^(\*)[^*\s][^*\n]{4,200}(\*)\s*$/dg, signs: [1, 2], example: '*（根据录音整理）*' },
  { id: 'strike', pattern: /(~~)[^~\s][^~\n]{0,500}(~~)/dg, signs: [1, 2], example: '~~删去~~' },
];

/** Marks the signs of a line in `taken`, one byte a character, from `from` on. */
export function markInline(line: string, from: number, taken: Uint8Array, strict: boolean): void {
  const rest = line.slice(from);
  const mark = (start: number, end: number) => taken.fill(1, from + start, from + end);
  for (const rule of inlineRules) {
    for (const match of rest.matchAll(rule.pattern)) {
      if (taken[from + match.index]) continue;
      for (const group of rule.signs) mark(...(match.indices?.[group] ?? [0, 0]));
    }
  }
  for (const [open, close] of boldPairs(rest, strict)) {
    if (taken[from + open] || taken[from + close]) continue;
    mark(open, open + 2);
    mark(close, close + 2);
  }
}

/** Units before which `**` hides a name: `**省**市`. */
const HIDDEN = /^[省市县區区州盟旗镇鎮乡鄉村部厅廳局办辦委].?$/u;

/**
 * Offsets of `**` before and after bold words.
 * @param strict the text also hides words behind `**`: only what begins a line and is a phrase of its own is bold
 */
function boldPairs(line: string, strict: boolean): [number, number][] {
  const runs = [...line.matchAll(/\*+|__/g)].filter(({ 0: run }) => run.length === 2);
  if (runs.length % 2 === 1) return [];
  const pairs: [number, number][] = [];
  for (let index = 0; index < runs.length; index += 2) {
    const [open, close] = [runs[index]?.index ?? 0, runs[index + 1]?.index ?? 0];
    const words = line.slice(open + 2, close);
    if (line[open] !== line[close] || words === '' || words.trim() !== words || HIDDEN.test(words)) continue;
    if (!strict || (open === 0 && isPhrase(words, line.slice(close + 2)))) pairs.push([open, close]);
  }
  return pairs;
}

function isPhrase(words: string, after: string): boolean {
  return words.length >= 4 && (after.trim() === '' || /[。；：！？]$/u.test(words) || /^[。；：！？]/u.test(after));
}
