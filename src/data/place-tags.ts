/** Places as tags: every level above, from the top, and the place itself. */
import type { Known } from './card.ts';
import { type Place, placeByCode, placeByName } from './places/index.ts';
import type { Tag } from './tags.ts';

/** @throws Error if the place is not the canonical name of a division */
export function placeTags({ meta }: Known): Tag[] {
  if (!meta.place) return [{ slug: 'unknown', label: '地点未注明' }];
  const place = placeByName(meta.place);
  if (!place) throw new Error(`${meta.id}：地点“${meta.place}”不是 src/data/places 里的全名。`);
  return [...placesAbove(place), place].map(tagOf);
}

/** The divisions above, from the top. */
export function placesAbove(place: Place): Place[] {
  return place.ancestors.map(placeByCode).filter((each) => each !== undefined);
}

function tagOf({ code, name, ancestors }: Place): Tag {
  return { slug: code, label: name, depth: ancestors.length };
}
