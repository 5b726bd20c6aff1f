/** Gives each place of a speech its permanent id: the published one where the text is known, else one that was never used. */
import type { Speech } from '../../../src/text/speech.ts';
import { free, type Taken } from '../stages/number.ts';
import { appendPlaces, hashOf, type Lock, lastHash } from './lock.ts';
import { type Found, type Known, matchPlaces } from './match.ts';
import { familyOf, type Place, placesOf, renamePlaces } from './places.ts';

/** What has been published under this speech's address. */
export interface Published {
  lock: Lock;
  /** The speech as last published; null where it is lost, so that only unchanged text can keep its id. */
  speech: Speech | null;
}

export interface Assignment {
  speech: Speech;
  /** The lock with the new state appended. */
  lock: Lock;
  changes: Change[];
}

/** What became of a published id, or what a new one stands for; unchanged ones are left out. */
export type Change =
  | { kind: 'changed'; id: string; before: string; after: string }
  | { kind: 'new'; id: string; after: string }
  | { kind: 'gone'; id: string; before: string };

/** @param proposed the speech with ids as numbering alone gives them @param match decides which place is which */
export function assignIds(proposed: Speech, published: Published, match = matchPlaces): Assignment {
  const found = placesOf(proposed).map((place): Found => ({ ...place, hash: hashOf(place.text) }));
  const known = knownPlaces(published);
  const continued = match(known, found);
  const names = nameAll(
    found,
    continued.map((index) => (index === undefined ? null : (known[index] as Known).id)),
    new Map(Object.keys(published.lock.ids).map((id) => [id, 1])),
  );
  const speech = renamePlaces(proposed, names);
  const places = placesOf(speech);
  return {
    speech,
    lock: appendPlaces(published.lock, places),
    changes: changesBetween(published, places),
  };
}

/** Every published id in the order in which its text stands; last those that had gone before. */
function knownPlaces({ lock, speech }: Published): Known[] {
  const known = (speech ? placesOf(speech) : [])
    .filter(({ id, text }) => lastHash(lock, id) === hashOf(text))
    .map(({ id, family, text, words }): Known => ({ id, family, hash: hashOf(text), words }));
  const seen = new Set(known.map(({ id }) => id));
  const others = Object.keys(lock.ids).filter((id) => !seen.has(id));
  return [
    ...known,
    ...others.map((id): Known => ({ id, family: familyOf(id), hash: lastHash(lock, id), words: null })),
  ];
}

/** Proposed id → permanent id. */
function nameAll(found: readonly Place[], kept: readonly (string | null)[], used: Taken): Map<string, string> {
  const names = new Map<string, string>();
  const numbers = new Numbers(used.keys());
  for (const [index, place] of found.entries()) {
    const id = kept[index];
    if (id) names.set(place.id, id);
  }
  for (const place of found) {
    if (!names.has(place.id)) names.set(place.id, newId(place, names, used, numbers));
  }
  return names;
}

/** The proposed id if it is new; else the next number of a counted family, or the same id with a letter. */
function newId(place: Place, names: ReadonlyMap<string, string>, used: Taken, numbers: Numbers): string {
  const parent = place.parent === null ? null : (names.get(place.parent) ?? place.parent);
  const wanted =
    parent !== null && place.id.startsWith(`${place.parent}-`)
      ? parent + place.id.slice((place.parent as string).length)
      : place.id;
  const counted = place.family.length === 1 && place.family !== 's';
  const id = free(counted && used.has(wanted) ? numbers.next(place.family) : wanted, used);
  numbers.take(id);
  return id;
}

/** The highest number in use of each family. */
class Numbers {
  readonly #highest = new Map<string, number>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) this.take(id);
  }

  take(id: string): void {
    const family = familyOf(id);
    const number = Number.parseInt(id.slice(family.length), 10);
    if (number > (this.#highest.get(family) ?? 0)) this.#highest.set(family, number);
  }

  next(family: string): string {
    return `${family}${(this.#highest.get(family) ?? 0) + 1}`;
  }
}

function changesBetween({ lock, speech }: Published, places: readonly Place[]): Change[] {
  const before = new Map((speech ? placesOf(speech) : []).map(({ id, text }) => [id, text]));
  const now = new Set(places.map(({ id }) => id));
  const gone = Object.keys(lock.ids)
    .filter((id) => !now.has(id))
    .map((id): Change => ({ kind: 'gone', id, before: before.get(id) ?? beginningOf(lock, id) }));
  const others = places.flatMap(({ id, text }): Change[] => {
    if (!(id in lock.ids)) return [{ kind: 'new', id, after: text }];
    if (lastHash(lock, id) === hashOf(text)) return [];
    return [{ kind: 'changed', id, before: before.get(id) ?? beginningOf(lock, id), after: text }];
  });
  return [...others, ...gone];
}

function beginningOf(lock: Lock, id: string): string {
  return lock.ids[id]?.at(-1)?.slice(9) ?? '';
}
