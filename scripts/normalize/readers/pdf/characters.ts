/** Characters as fonts of a PDF name them → characters as people write them. */

/**
 * Radicals that fonts put for whole characters (⻓ for 长). The block from U+2F00 has compatibility mappings;
 * for the supplement from U+2E80 this is the part of Unicode's EquivalentUnifiedIdeograph.txt that occurs as words.
 */
const RADICALS = new Map(
  [
    '⾭青 ⺁厂 ⺇几 ⺌小 ⺒巳 ⺓幺 ⺝月 ⺟母 ⺠民 ⺩王 ⺫目 ⺬示 ⺶羊 ⺻聿 ⺼月 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻏邑',
    '⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻱龜 ⻳龟',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair[0] as string, pair[1] as string]),
);

/** The radical ⼾ stands for 户 in Simplified texts and for 戶 in Traditional ones, and its compatibility mapping knows only the latter. */
const DOOR = '\u2f3e';
const TRADITIONAL = /[們這國個會業發爲為]/u;

export function resolveDoor(text: string): string {
  return text.replaceAll(DOOR, TRADITIONAL.test(text) ? '戶' : '户');
}

/** Also without control characters, which no viewer shows; tabs and no-break spaces are spaces. */
export function characters(text: string): string {
  return text
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/\p{Cc}|\u00ad|\ufeff|\u200b/gu, '')
    .replace(
      /[\u2e80-\u2fd5]/g,
      (radical) => RADICALS.get(radical) ?? (radical === DOOR ? DOOR : radical.normalize('NFKC')),
    );
}

/** Characters that stand in a full-width cell and need no space between them. */
export const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const SIGN = /[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20“”‘’…—·]/u;
const SPACE = / /g;

/**
 * Takes out spaces that come from setting: between Chinese and Latin words, beside Chinese punctuation, and all of them
 * on a line whose characters are spaced out.
 */
export function withoutSettingSpaces(line: string): string {
  const wide = line.match(/[\p{Script=Han}]/gu)?.length ?? 0;
  const between = line.match(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu)?.length ?? 0;
  const spacedOut = between >= 3 && between * 3 > wide;
  return line.replace(SPACE, (space, at: number) => {
    const before = line[at - 1] ?? '';
    const after = line[at + 1] ?? '';
    if (SIGN.test(before) || SIGN.test(after)) return '';
    if (WIDE.test(before) && WIDE.test(after)) return spacedOut ? '' : space;
    return WIDE.test(before) || WIDE.test(after) ? '' : space;
  });
}
