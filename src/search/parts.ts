/** A query taken apart, so that one of its groups can be exchanged or left out. */
import { foldQuery } from '../text/fold.ts';
import { isUnwanted, parseQuery, writtenGroups } from './language.ts';

export interface Part {
  /** The group as written. */
  written: string;
  /** The words, where the group is a single term that is not exact and not unwanted; null otherwise. */
  words: string | null;
}

export function partsOf(query: string): Part[] {
  return writtenGroups(query).map((written) => {
    const [terms = []] = parseQuery(written).all;
    const [term] = terms;
    const single = term && terms.length === 1 && !term.exact && !isUnwanted(written);
    return { written, words: single ? term.words : null };
  });
}

/** The query with the parts `[from, to)` replaced by words, or as it is for null; a field before the first of them stays. */
export function replaced(parts: readonly Part[], from: number, to: number, words: string | null): string {
  const { written = '', words: before } = parts[from] ?? {};
  if (words === null) return queryOf(parts);
  const field = written.slice(0, written.length - (before ?? written).length);
  return queryOf([...parts.slice(0, from), { written: field + words, words }, ...parts.slice(to)]);
}

export function queryOf(parts: readonly Part[]): string {
  return parts.map(({ written }) => written).join(' ');
}

/** The query with nothing exact and in no field; the same where nothing was. */
export function loosened(query: string): string {
  const loose = writtenGroups(query).map((group) => {
    if (isUnwanted(group)) return group;
    return (
      parseQuery(group)
        .all[0]?.map(({ words }) => words.replace(/["|｜]|^-+/gu, ' ').trim())
        .join('|') ?? group
    );
  });
  return loose.join(' ');
}

/** What words are made of where they may be cut: a folded character, or a whole Latin word or number. */
export function unitsOf(words: string): string[] {
  return foldQuery(words)[0]?.match(/[a-z0-9]+|[\s\S]/gu) ?? [];
}

/** The query with the words that signs keep apart as words of their own. */
export function parted(query: string): string {
  const apart = (group: string) => group.replace(/(?![*＊])\p{P}+/gu, ' ').trim();
  return writtenGroups(query)
    .map((group) => (isUnwanted(group) ? group : apart(group)))
    .join(' ');
}

/**
 * The longest runs of units that stand, the longest first, none a single character, and none mostly inside a longer one.
 * Asks at most twice as often as there are units: what stands, stands in part.
 */
export async function standingRuns(
  units: readonly string[],
  stands: (run: string) => Promise<boolean>,
): Promise<string[]> {
  const ends: Run[] = [];
  let to = 0;
  for (let from = 0; from < units.length && to < units.length; from++) {
    const before = to;
    to = Math.max(to, from);
    while (to < units.length && (await stands(units.slice(from, to + 1).join('')))) to++;
    if (to > before) ends.push({ from, to });
  }
  const runs: Run[] = [];
  for (const run of ends.toSorted((a, b) => length(b) - length(a) || a.from - b.from))
    if (runs.every((longer) => 2 * overlap(run, longer) <= length(run))) runs.push(run);
  return [...new Set(runs.map(({ from, to }) => units.slice(from, to).join('')))].filter((run) => run.length > 1);
}

interface Run {
  from: number;
  to: number;
}

function length({ from, to }: Run): number {
  return to - from;
}

function overlap(a: Run, b: Run): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
