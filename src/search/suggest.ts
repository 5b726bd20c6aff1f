/** What else might be searched: words by their pinyin, and where nothing is found near words and less of the query. */

import type { Findings } from './findings.ts';
import { Judge } from './judge.ts';
import { isUnwanted } from './language.ts';
import type { Library } from './library.ts';
import { nearWords } from './near.ts';
import { loosened, type Part, parted, partsOf, queryOf, replaced, standingRuns, unitsOf } from './parts.ts';
import { lettersOf, spelled } from './pinyin.ts';
import type { SearchRequest } from './query.ts';
import type { Word, Words } from './words.ts';

export interface Suggestion {
  /** `pinyin`: letters of the query spell a word; `near`: a word like one of the query; `part`: the query asks for less. */
  kind: 'pinyin' | 'near' | 'part';
  /** The query to search instead; it has at least one hit under the same filters. */
  query: string;
  /** Speeches that hold it, where the query is a word by itself and nothing limits the request; null where that was not counted. */
  documents: number | null;
}

/** Suggestions of each kind at most. */
const MOST = { pinyin: 6, near: 4, part: 3 };
/** Longer queries are not taken apart. */
const PARTS = 8;
const UNITS = 32;

/**
 * Other queries for a request, `pinyin` before `near` before `part`, of each kind the likeliest first; each of them has hits. Near words
 * and parts only where the findings are complete and empty. Runs where the library does (in the worker) and reads the list of words only
 * where it is of use.
 * @throws what the library throws, and the signal's reason once it is aborted
 */
export async function suggestions(
  library: Library & Words,
  request: SearchRequest,
  { count, complete }: Pick<Findings, 'count' | 'complete'>,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const parts = partsOf(request.query);
  const nothing = complete && count === 0;
  if (parts.length === 0 || parts.length > PARTS) return [];
  if (!nothing && !parts.some(isLetters)) return [];
  const words = await library.words();
  signal.throwIfAborted();
  const judge = new Judge(library, request, signal);
  const pinyin = await best('pinyin', byPinyin(parts, words), judge, []);
  if (!nothing) return pinyin;
  const failing = await judge.failing(parts);
  const near = await best('near', byLikeness(parts, failing, words, await judge.key()), judge, pinyin);
  const less = await best('part', await byLeaving(parts, failing, judge), judge, [...pinyin, ...near]);
  return [...pinyin, ...near, ...less];
}

/** A query that may have hits. */
interface Proposal {
  query: string;
  /** The word that was put in. */
  word?: Word;
}

function isLetters({ words }: Part): boolean {
  return words !== null && lettersOf(words) !== null;
}

/** Syllables may stand apart: letters side by side are read together, and each as a word of its own where they spell none together. */
function byPinyin(parts: readonly Part[], words: readonly Word[]): Proposal[] {
  const spell = (from: number, to: number) => {
    const letters = parts.slice(from, to).flatMap((part) => lettersOf(part.words ?? '') ?? []);
    return spelled(letters.join(''), words).map((word) => ({ query: replaced(parts, from, to, word[0]), word }));
  };
  return stretchesOfLetters(parts).flatMap(([from, to]) => {
    const together = spell(from, to);
    if (together.length > 0) return together;
    const apart = parts.map((_, at) => (at >= from && at < to ? spell(at, at + 1) : []));
    const each = parts.map((part, at) => replaced([part], 0, 1, apart[at]?.[0]?.word[0] ?? null));
    return [{ query: each.join(' ') }, ...apart.flat()];
  });
}

function stretchesOfLetters(parts: readonly Part[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const [at, part] of parts.entries()) {
    const last = stretches.at(-1);
    if (!isLetters(part)) continue;
    if (last?.[1] === at) last[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  return stretches;
}

function byLikeness(
  parts: readonly Part[],
  failing: readonly number[],
  words: readonly Word[],
  key: (folded: string) => string,
): Proposal[] {
  return failing.flatMap((at) => {
    const sought = unitsOf(parts[at]?.words ?? '').join('');
    return nearWords(sought, words, key).map((word) => ({ query: replaced(parts, at, at + 1, word[0]), word }));
  });
}

/** The query in looser words, without some of its groups, or with the longest part of a group that stands. */
async function byLeaving(parts: readonly Part[], failing: readonly number[], judge: Judge): Promise<Proposal[]> {
  const loose = loosened(queryOf(parts));
  const queries = [(await judge.stands(loose)) ? loose : parted(loose), ...(await shortened(parts, failing, judge))];
  for (const at of failing.filter((at) => !isLetters(parts[at] as Part))) {
    const units = unitsOf(parts[at]?.words ?? '').slice(0, UNITS);
    const runs = await standingRuns(units, (run) => judge.stands(run));
    queries.push(...runs.map((run) => replaced(parts, at, at + 1, run)));
  }
  return queries.map((query) => ({ query }));
}

/** The query without what stands nowhere or without any one group, the rarest first; else without as few of the rarest as can be. */
async function shortened(parts: readonly Part[], failing: readonly number[], judge: Judge): Promise<string[]> {
  const rarest = await judge.rarestFirst(parts);
  const without = (left: readonly number[]) => {
    const rest = parts.filter((_, at) => !left.includes(at));
    return rest.some(({ written }) => !isUnwanted(written)) ? queryOf(rest) : '';
  };
  const standing = await judge.standing([failing, ...rarest.map((at) => [at])].map(without));
  if (standing.length > 0) return standing;
  return (await judge.standing(rarest.map((_, more) => without(rarest.slice(0, more + 1))))).slice(0, 1);
}

/** The first proposals that have hits and are not known yet. */
async function best(
  kind: Suggestion['kind'],
  proposals: Proposal[],
  judge: Judge,
  others: Suggestion[],
): Promise<Suggestion[]> {
  const known = new Set([judge.request.query.trim(), ...others.map(({ query }) => query)]);
  const found: Suggestion[] = [];
  for (const { query, word } of proposals) {
    if (found.length === MOST[kind]) break;
    if (known.has(query)) continue;
    known.add(query);
    const documents = judge.unlimited && word?.[0] === query ? word[1] : null;
    if (documents !== null || (await judge.stands(query))) found.push({ kind, query, documents });
  }
  return found;
}
