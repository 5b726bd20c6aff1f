/** Words that show one thing. Every group says why it exists and gives an example. */
export interface WordGroup {
  words: readonly string[];
  why: string;
  example: string;
}

/** Words written with spaces between them. */
export const list = (words: string): string[] => words.trim().split(/\s+/u);
