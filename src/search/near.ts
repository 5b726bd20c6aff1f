/** Words like one that was not found. */
import type { Word } from './words.ts';

/**
 * Words that sound the same, are within one edit, or share most characters with it; the nearest first.
 * @param key as in `Forms`: characters with the same key are the same
 */
export function nearWords(sought: string, words: readonly Word[], key = (folded: string) => folded): Word[] {
  const characters = Array.from(key(sought));
  const sounds = soundsOf(words, key);
  const near = words.flatMap((word) => {
    const distance = soundsLike(characters, word, sounds) ? 0 : nearness(characters, Array.from(key(word[0])));
    return distance === null ? [] : [{ word, distance }];
  });
  return near.toSorted((a, b) => a.distance - b.distance || b.word[1] - a.word[1]).map(({ word }) => word);
}

/** `发 fa`: each character with each syllable that it is read as in one of the words. */
function soundsOf(words: readonly Word[], key: (folded: string) => string): Set<string> {
  return new Set(
    words.flatMap(([word, , pinyin]) => {
      const syllables = pinyin.split(' ');
      return Array.from(key(word), (character, at) => `${character} ${syllables[at]}`);
    }),
  );
}

function soundsLike(characters: readonly string[], [, , pinyin]: Word, sounds: ReadonlySet<string>): boolean {
  const syllables = pinyin.split(' ');
  if (characters.length < 2 || characters.length !== syllables.length) return false;
  return characters.every((character, at) => sounds.has(`${character} ${syllables[at]}`));
}

/** From 0, the smaller the nearer; null: not like one another. */
function nearness(a: string[], b: string[]): number | null {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (shorter < 2 || 3 * shorter < 2 * longer) return null;
  const shared = sharedCharacters(a, b);
  // Of two characters one is no likeness.
  if (shared < 2) return null;
  if (withinOneEdit(a, b)) return 1 - shared / longer;
  return shared / longer >= 2 / 3 ? 2 - shared / longer : null;
}

function sharedCharacters(a: string[], b: string[]): number {
  const rest = [...b];
  return a.filter((character) => {
    const at = rest.indexOf(character);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
}

/** One character put in, left out or replaced, or two neighbours exchanged. */
function withinOneEdit(a: string[], b: string[]): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
