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

/** Whether any of the patterns fits, asked once instead of once a pattern. None may have groups that are referred to. */
export function anyFits(patterns: readonly RegExp[]): (text: string) => boolean {
  const byFlags = Map.groupBy(patterns, ({ flags }) => flags.replace(/[gy]/g, ''));
  const any = [...byFlags].map(([flags, alike]) =>
    anyOf(
      alike.map(({ source }) => source),
      flags,
    ),
  );
  return (text) => any.some((pattern) => pattern.test(text));
}

/** Words written with spaces between them. */
export const list = (words: string): string[] => words.trim().split(/\s+/u);
