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

/** Words written with spaces between them. */
export const list = (words: string): string[] => words.trim().split(/\s+/u);
