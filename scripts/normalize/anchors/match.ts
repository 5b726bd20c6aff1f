/** Which place of the new text is which place of the published one. Decided by words, never by numbers. */
import { diffArrays } from 'diff';
import { Kin } from './likeness.ts';
import type { Place } from './places.ts';

/** A published place; `words` is null where its text is no longer known, so that only its hash can tell. */
export interface Known {
  id: string;
  family: string;
  /** Equal for equal published text. */
  hash: string;
  words: string | null;
}

/** A place of the new text, with the hash of its text. */
export type Found = Place & { hash: string };

/**
 * Index of the published place that each found one continues, or undefined for new text. Equal text first, in reading order and
 * then anywhere (so that places that change seats keep their ids); then equal words under another marker; then the most alike.
 */
export function matchPlaces(known: readonly Known[], found: readonly Found[]): (number | undefined)[] {
  const matching = new Matching(known, found);
  matching.equal((place) => (place.family === OMISSION ? null : place.hash));
  matching.equal((place) => place.words);
  matching.alike();
  return matching.continued;
}

/** An omission has no text of its own. */
const OMISSION = 'o';

class Matching {
  readonly continued: (number | undefined)[];
  readonly #known: readonly Known[];
  readonly #found: readonly Found[];
  readonly #used = new Set<number>();

  constructor(known: readonly Known[], found: readonly Found[]) {
    this.#known = known;
    this.#found = found;
    this.continued = found.map(() => undefined);
  }

  /** Joins free places of one family with the same key, those in the same order first; a place without key is left free. */
  equal(keyOf: (place: Known | Found) => string | null): void {
    const all = {
      old: keyed(this.#known, this.#freeKnown(), keyOf),
      now: keyed(this.#found, this.#freeFound(), keyOf),
    };
    // What the other side lacks is joined with nothing; finding an order takes the square of what differs.
    const old = shared(all.old, all.now);
    const now = shared(all.now, all.old);
    let [i, j] = [0, 0];
    for (const { added, removed, count } of diffArrays(old.map(keyIn), now.map(keyIn))) {
      for (let step = 0; step < count && !added && !removed; step++)
        this.#join(old[i + step]?.index, now[j + step]?.index);
      if (!added) i += count;
      if (!removed) j += count;
    }
    const waiting = Map.groupBy(
      old.filter(({ index }) => !this.#used.has(index)),
      keyIn,
    );
    for (const { index, key } of now) {
      if (this.continued[index] === undefined) this.#join(waiting.get(key)?.shift()?.index, index);
    }
  }

  /** Joins what is most alike first; of equals, what lies nearest to its old place. */
  alike(): void {
    const kin = new Map<string, Kin>();
    for (const now of this.#freeFound()) {
      const { family, words } = this.#found[now] as Found;
      const like = kin.get(family) ?? new Kin();
      kin.set(family, like);
      like.add(now, words);
    }
    const pairs = this.#freeKnown().flatMap((old) => {
      const { family, words } = this.#known[old] as Known;
      const like = words === null ? [] : (kin.get(family)?.of(words) ?? []);
      return like.map(({ index: now, score }) => ({ old, now, score, distance: Math.abs(old - now) }));
    });
    pairs.sort((a, b) => b.score - a.score || a.distance - b.distance || a.old - b.old || a.now - b.now);
    for (const { old, now } of pairs) this.#join(old, now);
  }

  #join(old: number | undefined, now: number | undefined): void {
    if (old === undefined || now === undefined || this.#used.has(old) || this.continued[now] !== undefined) return;
    this.#used.add(old);
    this.continued[now] = old;
  }

  #freeKnown(): number[] {
    return [...this.#known.keys()].filter((index) => !this.#used.has(index));
  }

  #freeFound(): number[] {
    return [...this.#found.keys()].filter((index) => this.continued[index] === undefined);
  }
}

interface Keyed {
  index: number;
  key: string;
}

function keyed<T extends Known | Found>(
  places: readonly T[],
  free: number[],
  keyOf: (place: T) => string | null,
): Keyed[] {
  return free.flatMap((index) => {
    const place = places[index] as T;
    const key = keyOf(place);
    return key === null ? [] : [{ index, key: `${place.family} ${key}` }];
  });
}

/** Those whose key the others have too. */
function shared(places: Keyed[], others: Keyed[]): Keyed[] {
  const keys = new Set(others.map(keyIn));
  return places.filter(({ key }) => keys.has(key));
}

function keyIn({ key }: Keyed): string {
  return key;
}
