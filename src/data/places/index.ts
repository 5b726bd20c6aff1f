/**
 * The administrative divisions of China (codes and names after GB/T 2260) as a tree.
 * Provinces have codes of 2 digits, prefectures of 4, counties of 6; towns of 9 stand right below the few
 * prefectures that have no counties (东莞, 中山, 儋州, 嘉峪关).
 */
import divisions from './divisions.json' with { type: 'json' };
import { shortName } from './short-name.ts';

export interface Place {
  code: string;
  /** Own name, e.g. `兰溪市`. */
  name: string;
  /** Own name as it is said in short, e.g. `兰溪`; the full name where there is no shorter one, e.g. `赵县`. */
  short: string;
  /** Names from the top, e.g. `浙江省金华市兰溪市`, `上海市浦东新区`, `海南省琼海市`. */
  canonical: string;
  /** The parts of `canonical`, from the top. */
  levels: string[];
  /** Codes of the divisions above, from the top. */
  ancestors: string[];
}

const names = divisions as Record<string, string>;

function placeOf(code: string): Place {
  const ancestors = [2, 4, 6].filter((length) => length < code.length).map((length) => code.slice(0, length));
  const known = ancestors.filter((ancestor) => ancestor in names);
  const levels = [...known, code].map((each) => names[each] as string);
  const name = names[code] as string;
  return { code, name, short: shortName(name), canonical: levels.join(''), levels, ancestors: known };
}

interface Gazetteer {
  places: Place[];
  byCode: Map<string, Place>;
  byCanonical: Map<string, Place>;
  byName: Map<string, Place[]>;
}

let built: Gazetteer | undefined;

function gazetteer(): Gazetteer {
  if (built) return built;
  const places = Object.keys(names).sort().map(placeOf);
  built = {
    places,
    byCode: new Map(places.map((place) => [place.code, place])),
    byCanonical: new Map(places.map((place) => [place.canonical, place])),
    byName: Map.groupBy(places, (place) => place.name),
  };
  return built;
}

/** Every division, ordered by code. */
export function allPlaces(): readonly Place[] {
  return gazetteer().places;
}

/** The division with this code, e.g. `330781`. */
export function placeByCode(code: string): Place | undefined {
  return gazetteer().byCode.get(code);
}

/** The division with this canonical name, e.g. `浙江省金华市兰溪市`. */
export function placeByName(canonical: string): Place | undefined {
  return gazetteer().byCanonical.get(canonical);
}

/** All divisions whose own name this is: `朝阳区` is one in Beijing and one in Changchun. */
export function placesNamed(name: string): readonly Place[] {
  return gazetteer().byName.get(name) ?? [];
}
