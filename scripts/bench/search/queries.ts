/** Queries to measure by: as many frequent ones as middling and rare ones, and some that stand nowhere. */
import type { Speech } from '../../../src/text/speech.ts';
import { shuffled } from '../../proofs/search/samples.ts';
import type { Random } from '../random.ts';
import type { Scan } from './scan.ts';

export const classes = ['常见', '居中', '少见', '没有'] as const;
export type Class = (typeof classes)[number];

export interface Query {
  words: string;
  class: Class;
}

/** By the share of the documents that hold it. */
export function classOf(frequency: number): Class {
  if (frequency === 0) return '没有';
  if (frequency > 0.3) return '常见';
  return frequency < 0.01 ? '少见' : '居中';
}

/** What the language of queries would take for more than a run of text. */
const SIGNS = /[\s|"]|^-|^(标题|標題|小节|小節)[:：]/u;
/** Signs of which it depends on the text around what they mean. */
const MARKS = /[×*＊XＸ]/u;

/** Pieces of a speech, of 1 to 12 characters, the short ones more often. */
export function* piecesOf(speech: Speech, wanted: number, random: Random): Generator<string> {
  const blocks = speech.blocks.flatMap((block) => (block.kind === 'omission' ? [] : [block.text]));
  for (let number = 0; number < wanted; number++) {
    const text = random.pick(blocks);
    const at = random.between(0, text.length - 1);
    const piece = text.slice(at, at + random.between(1, random.pick([2, 4, 12])));
    if (/[\p{L}\p{N}]/u.test(piece) && piece.isWellFormed() && !SIGNS.test(piece) && !MARKS.test(piece)) yield piece;
  }
}

/** Estimated by so many documents first, and then counted in all. */
const GLANCE = 500;

/** A third of each class, no query twice; fewer where the pieces give no more. Mixed, as they come. */
export function queriesOf(
  pieces: Iterable<string>,
  scan: Scan,
  { present, absent }: { present: number; absent: number },
  random: Random,
): Query[] {
  const left = new Map<Class, number>(
    (['常见', '居中', '少见'] as const).map((name, at) => [name, Math.floor((present + at) / 3)]),
  );
  left.set('没有', absent);
  const queries: Query[] = [];
  const seen = new Set<string>();
  const every = Math.max(1, Math.floor(scan.documents / GLANCE));
  const offer = (words: string, glance: Class[]) => {
    if (seen.has(words)) return;
    seen.add(words);
    if (!glance.some((name) => left.get(name))) return;
    const name = classOf(scan.frequency(words));
    if (!left.get(name)) return;
    left.set(name, (left.get(name) ?? 0) - 1);
    queries.push({ words, class: name });
  };
  for (const words of shuffle(pieces, random)) {
    if (![...left.values()].some(Boolean)) break;
    const glance = classOf(scan.frequency(words, every));
    offer(words, glance === '没有' || glance === '少见' ? ['少见', '居中'] : [glance]);
    if (left.get('没有') && words.length > 2)
      offer(
        shuffled(words, () => random.next()),
        ['没有'],
      );
  }
  return shuffle(queries, random);
}

function shuffle<T>(list: Iterable<T>, random: Random): T[] {
  return Array.from(list, (item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
