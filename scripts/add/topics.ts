/** Proposes topics: those of the closed list whose words occur often in the text. */
import { topics } from '../../src/data/topics.ts';
import { type Speech, textBlocks } from '../../src/text/speech.ts';

const MOST = 6;
/** How often the words must occur: once for so many characters of the text, within these bounds. */
const CHARACTERS = 600;
const LEAST = 3;
const ENOUGH = 12;

/** Ids of the topics, those that occur most first. */
export function proposeTopics(speech: Speech): string[] {
  const texts = textBlocks(speech).map(({ text }) => text);
  const needed = Math.min(ENOUGH, Math.max(LEAST, texts.join('').length / CHARACTERS));
  return topics
    .map(({ id, words }) => ({ id, count: count(words, texts) }))
    .filter((topic) => topic.count >= needed)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Occurrences of any of the words; a word inside a longer one counts once. */
function count(words: readonly string[], texts: readonly string[]): number {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.join('|'), 'g');
  return texts.reduce((sum, text) => sum + (text.match(any)?.length ?? 0), 0);
}
