/** How many documents hold each of many words, their texts read once. */
import type { Forms } from '../../src/search/forms.ts';
import { agreeInForm } from '../../src/search/match.ts';

/** Units of UTF-16. */
const UNITS = 0x10000;

/**
 * How many documents a search for each word finds; words that stand in none are left out.
 * @param texts of each document the folded text of each of its blocks
 */
export function countHolding(
  texts: Iterable<readonly string[]>,
  words: readonly string[],
  forms: Forms,
): Map<string, number> {
  const tree = new Tree(words, forms);
  const counts = new Uint32Array(words.length);
  const last = new Int32Array(words.length).fill(-1);
  let document = 0;
  for (const blocks of texts) {
    for (const text of blocks) {
      tree.walk(text, (word, at) => {
        if (last[word] === document || !agreeInForm(text, at, words[word] as string, forms)) return;
        last[word] = document;
        counts[word] = (counts[word] as number) + 1;
      });
    }
    document++;
  }
  return new Map(words.map((word, at) => [word, counts[at] as number] as const).filter(([, count]) => count > 0));
}

/** Words by their representative forms, unit by unit: every place of a text is looked at once for all of them. */
class Tree {
  /** Of each unit its representative form. */
  readonly #keys: Uint16Array;
  /** By the node (0 is the root) and the unit that leads on from it. */
  readonly #next = new Map<number, number>();
  /** The same for the root alone, by the unit in any form: most places of a text lead no further. */
  readonly #first = new Uint32Array(UNITS);
  /** Numbers of the words that end in a node. */
  readonly #words: number[][] = [[]];

  constructor(words: readonly string[], forms: Forms) {
    this.#keys = Uint16Array.from({ length: UNITS }, (_, unit) => forms.key(String.fromCharCode(unit)).charCodeAt(0));
    for (const [number, word] of words.entries()) this.#add(forms.key(word), number);
    for (const [unit, key] of this.#keys.entries()) this.#first[unit] = this.#next.get(key) ?? 0;
  }

  /** Tells the words that may stand somewhere in a folded text, and where: characters that only have a form in common count as the same. */
  walk(text: string, tell: (word: number, at: number) => void): void {
    for (let from = 0; from < text.length; from++) {
      let node = this.#first[text.charCodeAt(from)] as number;
      for (let at = from + 1; node > 0 && at < text.length; at++) {
        node = this.#next.get(node * UNITS + (this.#keys[text.charCodeAt(at)] as number)) ?? 0;
        for (const word of this.#words[node] as number[]) tell(word, from);
      }
    }
  }

  #add(key: string, word: number): void {
    let node = 0;
    for (let at = 0; at < key.length; at++) {
      const way = node * UNITS + key.charCodeAt(at);
      const known = this.#next.get(way);
      node = known ?? this.#words.push([]) - 1;
      if (known === undefined) this.#next.set(way, node);
    }
    this.#words[node]?.push(word);
  }
}
