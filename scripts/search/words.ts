/** The words of a library that suggestions are made of: they stand in its text, each with the number of documents and its pinyin. */
import { pinyin } from 'pinyin-pro';
import { topics } from '../../src/data/topics.ts';
import type { Forms } from '../../src/search/forms.ts';
import type { SearchBlock } from '../../src/search/record.ts';
import type { Word } from '../../src/search/words.ts';
import type { Documents } from './collection.ts';
import { countHolding } from './holding.ts';
import { wordsOf } from './runs.ts';

/** Words at most. */
const WORDS = 4000;
/** Documents whose texts and whose headings words are taken from, spread over the library; counted they are in all. */
const SAMPLE = { texts: 200, headings: 1000 };

/** @param forms as in the index: the numbers are those that a search shows */
export function wordsIn(documents: Documents, forms: Forms): Word[] {
  return [...countHolding(documents.texts(), proposed(documents), forms)]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS)
    .map(([word, count]) => [word, count, pinyin(word, { toneType: 'none', v: true })]);
}

/** Blocks of so many documents, spread over all. */
function sample(documents: Documents, most: number): SearchBlock[] {
  const step = Math.max(1, documents.length / most);
  return Array.from({ length: Math.min(documents.length, most) }, (_, index) =>
    documents.record(Math.floor(index * step)),
  ).flatMap(({ blocks }) => blocks);
}

/** Topic words, words of headings, and the most frequent words. */
function proposed(documents: Documents): string[] {
  const isHeading = ({ kind }: SearchBlock) => kind === 'heading' || kind === 'title';
  const ofHeadings = wordsOf(sample(documents, SAMPLE.headings).filter(isHeading)).slice(0, WORDS / 2);
  return [...new Set([...topicWords(), ...ofHeadings, ...wordsOf(sample(documents, SAMPLE.texts)).slice(0, WORDS)])];
}

function topicWords(): string[] {
  return topics.flatMap(({ words }) => words).filter((word) => /^\p{Script=Han}+$/u.test(word));
}
