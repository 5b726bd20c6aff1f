/** Which other speeches a reader of this one may want, and why: the same topics, or a long passage in the same words. */
import { longestShared, type Shingles, sharing } from '../text/passages.ts';
import { type Speech, textBlocks } from '../text/speech.ts';
import type { Known } from './card.ts';
import { excerpt } from './mentions.ts';
import { topics } from './topics.ts';

/** A passage of another speech that stands in this one too. */
export interface NamedPassage {
  anchor: string;
  characters: number;
  beginning: string;
}

export interface Related {
  id: string;
  title: string;
  /** Names of the shared topics. */
  topics: string[];
  /** The longest shared passage, as it stands in that speech. */
  passage: NamedPassage | null;
}

/** So many are named. */
const NAMED = 3;
/** A topic brings a speech together with so many before and so many after it in the list, whatever the size of the library. */
const NEIGHBOURS = 8;
/** A shared passage is worth naming from this many characters on, spaces and punctuation left out. */
const LONG = 40;
/** Most candidates whose passages are looked up, those with the most in common first. */
const LOOKED_UP = 6;

interface Candidate {
  topics: string[];
  /** How rare the shared topics are. */
  weight: number;
  prints: number;
}

/**
 * The related speeches of each, best first.
 * @param speeches in the order of the list of all speeches
 * @param prints their `fingerprints`, in the same order
 * @param passageOf as `namedPassage`, by their places in the list: here, there
 */
export function relatedSpeeches(
  speeches: readonly Known[],
  prints: readonly Float64Array[],
  passageOf: (here: number, there: number) => NamedPassage | null,
): Related[][] {
  const shared = sharing(prints);
  const byTopic = topicLists(speeches);
  return speeches.map((speech, number) => {
    const found = candidates(speech, number, byTopic, speeches.length);
    for (const [other, prints] of shared.get(number) ?? []) {
      const known = found.get(other) ?? { topics: sharedTopics(speech, speeches[other]), weight: 0, prints: 0 };
      found.set(other, { ...known, prints });
    }
    return best(speeches, found, (other) => passageOf(number, other));
  });
}

function topicLists(speeches: readonly Known[]): Map<string, number[]> {
  const lists = new Map<string, number[]>(topics.map(({ id }) => [id, []]));
  speeches.forEach(({ meta }, number) => {
    for (const id of meta.topics) lists.get(id)?.push(number);
  });
  return lists;
}

function candidates(
  speech: Known,
  number: number,
  byTopic: Map<string, number[]>,
  count: number,
): Map<number, Candidate> {
  const found = new Map<number, Candidate>();
  for (const { id, name } of topics) {
    const list = byTopic.get(id) ?? [];
    if (!speech.meta.topics.includes(id)) continue;
    for (const other of around(list, number)) {
      const known = found.get(other) ?? { topics: [], weight: 0, prints: 0 };
      known.topics.push(name);
      known.weight += Math.log(1 + count / list.length);
      found.set(other, known);
    }
  }
  return found;
}

/** The numbers next to one in an ascending list. */
function around(list: readonly number[], number: number): number[] {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS + 1).filter((other) => other !== number);
}

function sharedTopics(one: Known, other: Known | undefined): string[] {
  const both = ({ id }: { id: string }) => one.meta.topics.includes(id) && other?.meta.topics.includes(id);
  return topics.filter(both).map(({ name }) => name);
}

/** Words in common weigh more than topics; equal ones stand in the order of the list. */
function best(
  speeches: readonly Known[],
  found: Map<number, Candidate>,
  passageOf: (there: number) => NamedPassage | null,
): Related[] {
  const ranked = [...found].sort(([a, one], [b, other]) => score(other) - score(one) || a - b).slice(0, LOOKED_UP);
  return ranked
    .flatMap(([number, { topics, prints }]): Related[] => {
      const other = speeches[number];
      const passage = other && prints > 0 ? passageOf(number) : null;
      if (!other || (topics.length === 0 && !passage)) return [];
      const { id, title } = other.meta;
      return [{ id, title, topics, passage }];
    })
    .slice(0, NAMED);
}

function score({ prints, weight }: Candidate): number {
  return prints + weight;
}

/**
 * The longest passage that two speeches share; null where it is not worth naming.
 * @param here `shinglesOf` the one
 */
export function namedPassage(here: Shingles, there: Speech): NamedPassage | null {
  const passage = longestShared(here, there);
  if (!passage || passage.characters < LONG) return null;
  const { anchor, from, to, characters } = passage;
  const text = textBlocks(there).find(({ id }) => id === anchor)?.text ?? '';
  return { anchor, characters, beginning: excerpt(text.slice(from, to)) };
}
