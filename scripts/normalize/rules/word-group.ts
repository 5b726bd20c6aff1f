/** Words that show one thing. Every group says why it exists and gives an example. */
export interface WordGroup {
  words: readonly string[];
  why: string;
  example: string;
}

/** Matches any of the words, the first in their order; without words nothing. */
export function anyOf(words: readonly string[], flags = 'u'): RegExp {
  return new RegExp(words.length > 0 ? words.join('|') : '(?!)', flags);
}

/**
 * Whether any of the patterns fits, asked once instead of once a pattern; those that may stand anywhere apart from those
 * that are tried at the beginning alone. None may have groups that are referred to.
 */
export function anyFits(patterns: readonly RegExp[]): (text: string) => boolean {
  const alike = Map.groupBy(
    patterns,
    ({ flags, source }) => flags.replace(/[gy]/g, '') + (source[0] === '^' ? '^' : ''),
  );
  const any = [...alike.values()].map((group) =>
    anyOf(
      group.map(({ source }) => source),
      group[0]?.flags.replace(/[gy]/g, ''),
    ),
  );
  return (text) => any.some((pattern) => pattern.test(text));
}

/** Words written with spaces between them. */
export const list = (words: string): string[] => words.trim().split(/\s+/u);
