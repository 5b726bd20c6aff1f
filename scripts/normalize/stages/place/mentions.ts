import type { Place } from '../../../../src/data/places/index.ts';
import { ordinaryNames, ordinaryShortNames } from '../../rules/place-names.ts';
import { governingBodies } from '../../rules/places.ts';
import type { TextPiece } from '../place.ts';
import { type Form, formAt, nextStart } from './lexicon.ts';

/** A place named in a text, from the head of a joined name (`金华市兰溪市` is one mention) to its end. */
export interface Mention {
  /** Index of the text. */
  piece: number;
  from: number;
  to: number;
  kind: 'full' | 'short';
  /** The places it can be; more than one where the text has not said which. */
  places: readonly Place[];
  /** A place above stands right before it. */
  joined: boolean;
  /** A governing body follows: `市委`, `人民政府`, `开发区`. */
  governed: boolean;
  /** Stands in the title. */
  titled: boolean;
}

const shortWords = new Set(ordinaryShortNames.flatMap(({ words }) => words));
const fullWords = new Set(ordinaryNames.words);

/** Everything in the texts that names a place, in reading order. Linear in their length. */
export function mentions(pieces: readonly TextPiece[]): Mention[] {
  const found = pieces.flatMap(({ text, kind }, index) => joinLevels(scan(text, index, kind === 'title')));
  const certain = new Set(found.filter(isCertain).flatMap(({ places }) => places.map(({ code }) => code)));
  return apart(found.map((mention) => narrow(mention, certain)).filter((mention) => isName(mention, certain)));
}

function scan(text: string, piece: number, titled: boolean): Mention[] {
  const found: Mention[] = [];
  for (let at = nextStart(text, 0); at < text.length; at = nextStart(text, at)) {
    const form = formAt(text, at);
    if (!form) {
      at++;
      continue;
    }
    if (form.kind !== 'word') found.push({ ...mentionOf(form, form.kind, text, at), piece, titled });
    // The short name of a county is often no name: what begins inside it is looked at too, unless it is an everyday word.
    const doubtful = form.kind === 'short' && !shortWords.has(form.text) && form.places.every(isCounty);
    at += doubtful ? 1 : form.text.length;
  }
  return found;
}

/** Without mentions that begin inside the one before. */
function apart(found: Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of found) {
    const last = kept.at(-1);
    if (!last || last.piece !== mention.piece || last.to <= mention.from) kept.push(mention);
  }
  return kept;
}

function mentionOf(form: Form, kind: Mention['kind'], text: string, from: number) {
  const to = from + form.text.length;
  // 市委 shares its first character with 兰溪市.
  const governs = (at: number) => governingBodies.words.some((word) => text.startsWith(word, at));
  const governed = governs(to) || (kind === 'full' && governs(to - 1));
  return { from, to, kind, places: form.places, joined: false, governed };
}

/** `金华市` and `兰溪市` right after it are one mention of the lower place; `广西` and `资源` are not. */
function joinLevels(found: Mention[]): Mention[] {
  const joined: Mention[] = [];
  for (const mention of found) {
    const above = joined.at(-1);
    const below = above && above.to === mention.from ? placesBelow(above, mention) : [];
    if (above && below.length > 0) {
      joined[joined.length - 1] = { ...mention, from: above.from, places: below, joined: true };
    } else joined.push(mention);
  }
  return joined;
}

function placesBelow(above: Mention, mention: Mention): Place[] {
  const isWord = (place: Place) => mention.kind === 'short' && shortWords.has(place.short) && isCounty(place);
  return mention.places.filter((place) => !isWord(place) && isBelow(place, above.places));
}

function isBelow(place: Place, above: readonly Place[]): boolean {
  return above.some(({ code }) => place.ancestors.includes(code));
}

/** Names its place without help from elsewhere in the text. */
function isCertain(mention: Mention): boolean {
  if (mention.joined) return true;
  if (mention.kind === 'short') return mention.governed && !mention.places.some(({ short }) => shortWords.has(short));
  if (mention.governed || (mention.titled && mention.places.every(isSpecialRegion))) return true;
  return !mention.places.some((place) => isSpecialRegion(place) || isOrdinary(place));
}

const isCounty = (place: Place) => place.code.length > 4;

function isOrdinary(place: Place): boolean {
  return place.code.length > 6 || place.name.length === 2 || fullWords.has(place.name);
}

/** Hong Kong, Macao and Taiwan are spoken of everywhere; only their own bodies make a text theirs. */
function isSpecialRegion(place: Place): boolean {
  return /^(?:71|81|82)/u.test(place.code);
}

/** Keeps the places that the text names for certain, if it does. */
function narrow(mention: Mention, certain: Set<string>): Mention {
  if (mention.places.length === 1) return mention;
  const places = mention.places.filter(({ code }) => certain.has(code));
  return places.length > 0 ? { ...mention, places } : mention;
}

/** A short name of a county, and one that is an everyday word, needs the certain name of its place in the text. */
function isName(mention: Mention, certain: Set<string>): boolean {
  if (isCertain(mention)) return true;
  if (mention.kind === 'full') return mention.places.some((place) => isSpecialRegion(place) && certain.has(place.code));
  const place = mention.places[0] as Place;
  const county = isCounty(place);
  if (!county && !shortWords.has(place.short) && !isSpecialRegion(place)) return true;
  return certain.has(place.code) && !(county && shortWords.has(place.short));
}
