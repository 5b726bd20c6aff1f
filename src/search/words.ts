/** Words that stand in a library, known beforehand so that others can be suggested for what was typed. */

/**
 * A word as it stands in the text, how many documents hold it, and its reading: syllables without tones, `ü` as `v`, a space between.
 * `['人工智能', 5, 'ren gong zhi neng']`
 */
export type Word = readonly [word: string, documents: number, pinyin: string];

/** Words of a library, the most frequent first. */
export interface Words {
  words(): Promise<readonly Word[]>;
}

/** Words as they are kept: most readings follow from those of the characters. */
export interface PackedWords {
  /** A space between. */
  words: string;
  documents: number[];
  /** The commonest reading of each character. */
  characters: Record<string, string>;
  /** Readings of the words that hold another one: 银行. */
  others: Record<string, string>;
}

export function packWords(words: readonly Word[]): PackedWords {
  const characters = commonReadings(words);
  return {
    words: words.map(([word]) => word).join(' '),
    documents: words.map(([, documents]) => documents),
    characters,
    others: Object.fromEntries(
      words.flatMap(([word, , pinyin]) => (pinyin === readingOf(word, characters) ? [] : [[word, pinyin]])),
    ),
  };
}

export function unpackWords({ words, documents, characters, others }: PackedWords): Word[] {
  return words
    .split(' ')
    .filter(Boolean)
    .map((word, at) => [word, documents[at] ?? 0, others[word] ?? readingOf(word, characters)]);
}

function readingOf(word: string, characters: Record<string, string>): string {
  return Array.from(word, (character) => characters[character] ?? '').join(' ');
}

function commonReadings(words: readonly Word[]): Record<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [word, , pinyin] of words) {
    const syllables = pinyin.split(' ');
    for (const [at, character] of Array.from(word).entries()) {
      const readings = counts.get(character) ?? new Map<string, number>();
      const syllable = syllables[at] ?? '';
      counts.set(character, readings.set(syllable, (readings.get(syllable) ?? 0) + 1));
    }
  }
  const commonest = (readings: Map<string, number>) => [...readings].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  return Object.fromEntries([...counts].map(([character, readings]) => [character, commonest(readings)]));
}
