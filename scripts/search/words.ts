/** The words of a library that suggestions are made of: they stand in its text, each with the number of documents and its pinyin. */
import { pinyin } from 'pinyin-pro';
import { topics } from '../../src/data/topics.ts';
import type { Forms } from '../../src/search/forms.ts';
import { agreeInForm } from '../../src/search/match.ts';
import type { SearchBlock } from '../../src/search/record.ts';
import type { Word } from '../../src/search/words.ts';
import { foldBlock } from '../../src/text/fold.ts';
import { each, type Records } from './records.ts';

/** Words at most. */
const WORDS = 4000;
/** Documents whose texts and whose headings words are taken from, spread over the library; counted they are in all. */
const SAMPLE = { texts: 200, headings: 1000 };
/** Characters of a word. */
const LONGEST = 8;
/** So many segments side by side may be one word: segmentation tears 招商 and 新质生产力 apart. */
const SEGMENTS = 4;
/** A run of segments is a word where at least this share of the rarest of them stands in it, and it stands more than once. */
const SHARE = 1 / 3;
/** Little words that stand in no word of several segments, and those that begin or end none. */
const BETWEEN = new Set('的了和与及或等');
const LITTLE = new Set([...BETWEEN, ...'在是把对为以从到就也都要有并将让使被给而之其这那个我你他们上下中里']);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** @param forms as in the index: the numbers are those that a search shows */
export function wordsIn(records: Records, forms: Forms): Word[] {
  const documents = countDocuments(records, proposed(records), forms);
  return [...documents]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS)
    .map(([word, count]) => [word, count, pinyin(word, { toneType: 'none', v: true })]);
}

/** Blocks of so many records, spread over all. */
function sample(records: Records, most: number): SearchBlock[] {
  const step = Math.max(1, records.length / most);
  const some = Array.from({ length: Math.min(records.length, most) }, (_, index) =>
    records.at(Math.floor(index * step)),
  );
  return some.flatMap((record) => record?.blocks ?? []);
}

/** Topic words, words of headings, and the most frequent words. */
function proposed(records: Records): string[] {
  const isHeading = ({ kind }: SearchBlock) => kind === 'heading' || kind === 'title';
  const ofHeadings = runsIn(sample(records, SAMPLE.headings).filter(isHeading)).slice(0, WORDS / 2);
  return [...new Set([...topicWords(), ...ofHeadings, ...runsIn(sample(records, SAMPLE.texts)).slice(0, WORDS)])];
}

function topicWords(): string[] {
  return topics.flatMap(({ words }) => words).filter((word) => /^\p{Script=Han}+$/u.test(word));
}

/** Segments side by side, and how often they stand so. */
interface Run {
  parts: string[];
  count: number;
}

/** Words of blocks, the most frequent first. */
function runsIn(blocks: readonly SearchBlock[]): string[] {
  const segments = new Map<string, number>();
  const runs = new Map<string, Run>();
  for (const { text } of blocks) {
    for (const [stretch] of text.matchAll(/\p{Script=Han}+/gu)) {
      const parts = [...segmenter.segment(stretch)].map(({ segment }) => segment);
      for (const part of parts) segments.set(part, (segments.get(part) ?? 0) + 1);
      for (const run of neighbours(parts)) tally(runs, run);
    }
  }
  const isWord = ({ parts, count }: Run) =>
    parts.length === 1 || (count > 1 && count >= SHARE * Math.min(...parts.map((part) => segments.get(part) ?? 0)));
  const words = [...runs].filter(([, run]) => isWord(run));
  const torn = fragments(
    words.map(([, run]) => run),
    runs,
  );
  return words
    .filter(([word]) => !torn.has(word))
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
}

/** Runs that stand only as the beginning or the end of a longer one: 质量发展 where all are 高质量发展. */
function fragments(words: readonly Run[], runs: ReadonlyMap<string, Run>): Set<string> {
  const torn = words.flatMap(({ parts, count }) =>
    [parts.slice(0, -1), parts.slice(1)]
      .filter((rest) => rest.length > 1)
      .map((rest) => rest.join(''))
      .filter((rest) => runs.get(rest)?.count === count),
  );
  return new Set(torn);
}

function tally(runs: Map<string, Run>, parts: string[]): void {
  const word = parts.join('');
  const run = runs.get(word) ?? { parts, count: 0 };
  run.count++;
  runs.set(word, run);
}

/** Segments side by side that are long enough for a word and not too long, with no little words. */
function neighbours(parts: readonly string[]): string[][] {
  return parts.flatMap((first, at) => {
    if (LITTLE.has(first)) return [];
    return Array.from({ length: SEGMENTS }, (_, more) => parts.slice(at, at + more + 1)).filter((run, more) => {
      const length = run.join('').length;
      return (
        run.length === more + 1 &&
        length >= 2 &&
        length <= LONGEST &&
        !LITTLE.has(run.at(-1) as string) &&
        !run.some((part) => BETWEEN.has(part))
      );
    });
  });
}

/** How many documents a search for each word finds; words that stand in none are left out. */
function countDocuments(records: Records, words: readonly string[], forms: Forms): Map<string, number> {
  const beginnings = new Map<string, { word: string; key: string }[]>();
  for (const word of words) {
    const key = forms.key(word);
    beginnings.set(key.slice(0, 2), [...(beginnings.get(key.slice(0, 2)) ?? []), { word, key }]);
  }
  const documents = new Map<string, number>();
  for (const { blocks } of each(records)) {
    const standing = new Set<string>();
    for (const block of blocks) {
      const { text } = foldBlock(block);
      const keyed = forms.key(text);
      for (let at = 0; at + 1 < keyed.length; at++) {
        for (const { word, key } of beginnings.get(keyed.slice(at, at + 2)) ?? [])
          if (keyed.startsWith(key, at) && agreeInForm(text, at, word, forms)) standing.add(word);
      }
    }
    for (const word of standing) documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  return documents;
}
