/** The words that texts are made of: segments, and runs of them side by side that stand together so often that they are one word. */
import { Numbers } from './numbers.ts';
import { Tally } from './tally.ts';

/** Characters of a word. */
const LONGEST = 8;
/** So many segments side by side may be one word: segmentation tears 招商 and 新质生产力 apart. */
const SEGMENTS = 4;
/** A run of segments is a word where at least this share of the rarest of them stands in it, and it stands more than once. */
const SHARE = 1 / 3;
/** Stands between stretches of Han characters, as a segment that is part of no word. */
const END = '\n';
/** Little words that stand in no word of several segments, and those that begin or end none. */
const BETWEEN = new Set(`的了和与及或等${END}`);
const LITTLE = new Set([...BETWEEN, ...'在是把对为以从到就也都要有并将让使被给而之其这那个我你他们上下中里']);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of texts, the most frequent first. */
export function wordsOf(texts: readonly { text: string }[]): string[] {
  const segments = segmentsOf(texts.flatMap(({ text }) => text.match(/\p{Script=Han}+/gu) ?? []));
  const { tally, runs } = tallyRuns(segments);
  const words = runs
    .keys()
    .filter((run) => isWord(runs[run] as Run, tally.count(run), segments))
    .toArray();
  const torn = new Set(words.flatMap((run) => fragments(runs[run] as Run, tally.count(run), segments, tally)));
  return words
    .map((run) => ({ word: tally.text(run), count: tally.count(run) }))
    .filter(({ word }) => !torn.has(word))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}

/** A text cut into segments. */
interface Segments {
  text: string;
  /** Where each begins, and where the text ends. */
  starts: Numbers;
  /** Which each is, as `tally` numbers them. */
  kinds: Numbers;
  tally: Tally;
}

function segmentsOf(stretches: readonly string[]): Segments {
  const text = stretches.map((stretch) => stretch + END).join('');
  const [starts, kinds, tally] = [new Numbers(), new Numbers(), new Tally(text)];
  for (const { index, segment } of segmenter.segment(text)) {
    starts.push(index);
    kinds.push(tally.add(index, index + segment.length));
  }
  starts.push(text.length);
  return { text, starts, kinds, tally };
}

/** Segments side by side: where they first stood, from one segment to before another. */
interface Run {
  from: number;
  to: number;
}

/** All runs that may be words, as the tally numbers them: long enough for one and not too long, with no little words. */
function tallyRuns({ text, starts, kinds, tally: segments }: Segments): { tally: Tally; runs: Run[] } {
  const names = Array.from({ length: segments.length }, (_, kind) => segments.text(kind));
  const [between, little] = [names.map((name) => BETWEEN.has(name)), names.map((name) => LITTLE.has(name))];
  const tally = new Tally(text);
  const runs: Run[] = [];
  for (let from = 0; from < kinds.length; from++) {
    if (little[kinds.at(from)]) continue;
    const start = starts.at(from);
    const single = segments.count(kinds.at(from)) === 1;
    for (let at = from; at < from + SEGMENTS; at++) {
      const kind = kinds.at(at);
      // What stands but once is part of no run that stands more than once.
      if (between[kind] || (at > from && (single || segments.count(kind) === 1))) break;
      const end = starts.at(at + 1);
      if (end - start > LONGEST) break;
      if (end - start < 2 || little[kind]) continue;
      if (tally.add(start, end) === runs.length) runs.push({ from, to: at + 1 });
    }
  }
  return { tally, runs };
}

function isWord({ from, to }: Run, count: number, { kinds, tally }: Segments): boolean {
  if (to - from === 1) return true;
  let rarest = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at++) rarest = Math.min(rarest, tally.count(kinds.at(at)));
  return count > 1 && count >= SHARE * rarest;
}

/** Runs that stand only as the beginning or the end of this longer one: 质量发展 where all are 高质量发展. */
function fragments({ from, to }: Run, count: number, { text, starts }: Segments, tally: Tally): string[] {
  if (to - from < 3) return [];
  return [
    [from, to - 1],
    [from + 1, to],
  ]
    .map((run) => run.map((segment) => starts.at(segment)) as [number, number])
    .filter((span) => tally.countOf(...span) === count)
    .map((span) => text.slice(...span));
}
