import { allPlaces, type Place, placeByCode } from '../../../../src/data/places/index.ts';
import type { Weighed } from './weigh.ts';

/** Points that carry a decision. */
const ENOUGH = 3;
/** The first of several places at one level needs this share of their points, and this many times those of the second. */
const SHARE = 0.5;
const LEAD = 1.5;
/** A place below is meant where it has at least this share of the points of the place above. */
const BELOW = 0.6;

/** Own points of places by code. */
export type Scores = Map<string, number>;

/**
 * Adds up the points. A name that several places share goes to the one whose superiors the text names most; if that is
 * a tie it goes to none. Places of the kind `selfKind` (e.g. `市`) count twice.
 */
export function scoresOf(weighed: readonly Weighed[], selfKind: string | null): Scores {
  const scores: Scores = new Map();
  const add = (place: Place, points: number) => {
    const factor = selfKind && place.name.endsWith(selfKind) ? 2 : 1;
    if (points > 0) scores.set(place.code, (scores.get(place.code) ?? 0) + points * factor);
  };
  for (const { mention, points } of weighed) if (mention.places.length === 1) add(mention.places[0] as Place, points);
  const certain = new Map(scores);
  for (const { mention, points } of weighed) {
    const place = mention.places.length > 1 ? favourite(mention.places, certain) : undefined;
    if (place) add(place, points);
  }
  return scores;
}

function favourite(places: readonly Place[], scores: Scores): Place | undefined {
  const support = (place: Place) => place.ancestors.reduce((sum, code) => sum + (scores.get(code) ?? 0), 0);
  const [first, second] = [...places].sort((a, b) => support(b) - support(a));
  return first && support(first) > (second ? support(second) : 0) ? first : undefined;
}

/** The place that prevails, as deep as the text is clear; undefined where none does. */
export function choose(scores: Scores): Place | undefined {
  const totals = totalsOf(scores);
  const path: Place[] = [];
  for (let next = prevailing('', totals); next; next = prevailing(next.code, totals)) {
    const above = path.at(-1);
    if (above && (totals.get(next.code) ?? 0) < BELOW * (scores.get(above.code) ?? 0)) break;
    path.push(next);
  }
  if ((totals.get(path[0]?.code ?? '') ?? 0) < ENOUGH) return undefined;
  return path.findLast((place) => (scores.get(place.code) ?? 0) > 0);
}

/** Points of each place with those of all places in it. */
function totalsOf(scores: Scores): Scores {
  const totals: Scores = new Map();
  for (const [code, points] of scores) {
    const place = placeByCode(code) as Place;
    for (const each of [...place.ancestors, code]) totals.set(each, (totals.get(each) ?? 0) + points);
  }
  return totals;
}

/** The child of a place (`''`: the country) that stands out among its siblings. */
function prevailing(parent: string, totals: Scores): Place | undefined {
  const below = childrenOf().get(parent);
  const children = [...totals].filter(([code]) => below?.has(code));
  const sum = children.reduce((all, [, points]) => all + points, 0);
  const [first, second] = children.sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < SHARE * sum || (second && first[1] < LEAD * second[1])) return undefined;
  return placeByCode(first[0]);
}

let built: Map<string, Set<string>> | undefined;

function childrenOf(): Map<string, Set<string>> {
  if (built) return built;
  built = new Map();
  for (const place of allPlaces()) {
    const parent = place.ancestors.at(-1) ?? '';
    built.set(parent, (built.get(parent) ?? new Set()).add(place.code));
  }
  return built;
}
