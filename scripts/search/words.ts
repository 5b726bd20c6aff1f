/** The words of a library that suggestions are made of: they stand in its text, each with the number of documents and its pinyin. */
import { pinyin } from 'pinyin-pro';
import { topics } from '../../src/data/topics.ts';
import type { Forms } from '../../src/search/forms.ts';
import { agreeInForm } from '../../src/search/match.ts';
import type { SearchBlock } from '../../src/search/record.ts';
import type { Word } from '../../src/search/words.ts';
import type { Documents } from './collection.ts';

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
export function wordsIn(documents: Documents, forms: Forms): Word[] {
  return [...countDocuments(documents, proposed(documents), forms)]
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
  const ofHeadings = runsIn(sample(documents, SAMPLE.headings).filter(isHeading)).slice(0, WORDS / 2);
  return [...new Set([...topicWords(), ...ofHeadings, ...runsIn(sample(documents, SAMPLE.texts)).slice(0, WORDS)])];
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
  const stretches = blocks.flatMap(({ text }) => text.match(/\p{Script=Han}+/gu) ?? []).map(segmentsOf);
  const segments = new Map<string, number>();
  for (const parts of stretches) for (const part of parts) segments.set(part, (segments.get(part) ?? 0) + 1);
  const runs = new Map<string, Run>();
  for (const parts of stretches) for (let from = 0; from < parts.length; from++) tallyRuns(runs, parts, from, segments);
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

function segmentsOf(stretch: string): string[] {
  return Array.from(segmenter.segment(stretch), ({ segment }) => segment);
}

/** Counts the runs that begin at a segment: long enough for a word and not too long, with no little words. */
function tallyRuns(
  runs: Map<string, Run>,
  parts: readonly string[],
  from: number,
  segments: ReadonlyMap<string, number>,
): void {
  if (LITTLE.has(parts[from] as string)) return;
  let word = '';
  for (let at = from; at < Math.min(from + SEGMENTS, parts.length); at++) {
    const part = parts[at] as string;
    // What stands but once is part of no run that stands more than once.
    if (BETWEEN.has(part) || (at > from && (segments.get(part) === 1 || segments.get(parts[from] as string) === 1)))
      return;
    word += part;
    if (word.length > LONGEST) return;
    if (word.length < 2 || LITTLE.has(part)) continue;
    const run = runs.get(word);
    if (run) run.count++;
    else runs.set(word, { parts: parts.slice(from, at + 1), count: 1 });
  }
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

/** How many documents a search for each word finds; words that stand in none are left out. */
function countDocuments(documents: Documents, words: readonly string[], forms: Forms): Map<string, number> {
  const beginnings = byBeginning(words, forms);
  const counts = new Map<string, number>();
  for (const texts of documents.texts()) {
    const standing = new Set<string>();
    for (const text of texts) {
      const keyed = forms.key(text);
      for (let at = 0; at + 1 < keyed.length; at++) {
        for (const { word, key } of beginnings[keyed.charCodeAt(at)]?.get(keyed.charCodeAt(at + 1)) ?? [])
          if (keyed.startsWith(key, at) && agreeInForm(text, at, word, forms)) standing.add(word);
      }
    }
    for (const word of standing) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words of two or more units with their representative forms, by the first unit of these and the second. */
function byBeginning(words: readonly string[], forms: Forms): Map<number, { word: string; key: string }[]>[] {
  const beginnings: Map<number, { word: string; key: string }[]>[] = [];
  for (const word of words) {
    const key = forms.key(word);
    const seconds = beginnings[key.charCodeAt(0)] ?? new Map();
    beginnings[key.charCodeAt(0)] = seconds.set(key.charCodeAt(1), [
      ...(seconds.get(key.charCodeAt(1)) ?? []),
      { word, key },
    ]);
  }
  return beginnings;
}
