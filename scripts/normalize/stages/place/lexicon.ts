import { allPlaces, type Place } from '../../../../src/data/places/index.ts';
import { coveringWords, misreadEndings } from '../../rules/place-names.ts';

/** What a text can name. `word` covers its characters and names nothing. */
export interface Form {
  text: string;
  kind: 'full' | 'short' | 'word';
  places: readonly Place[];
}

/** Other full forms of names: autonomous divisions in brief, and the regions that publish in traditional characters. */
function aliases(place: Place): string[] {
  const kind = /自治([州县旗])$/u.exec(place.name)?.[1];
  const traditional = place.name.replace('特别行政区', '特別行政區').replace('门', '門');
  return [...(kind ? [place.short + kind] : []), ...(traditional === place.name ? [] : [traditional])];
}

function forms(): Map<string, Form> {
  const found = new Map<string, Form>();
  const add = (text: string, kind: 'full' | 'short', place: Place) => {
    const known = found.get(text);
    if (!known) found.set(text, { text, kind, places: [place] });
    else if (known.kind === 'full' ? kind === 'full' : level(known.places[0]) === level(place)) {
      found.set(text, { ...known, places: [...known.places, place] });
    }
  };
  const places = [...allPlaces()].sort((a, b) => level(a) - level(b));
  for (const place of places) for (const text of [place.name, ...aliases(place)]) add(text, 'full', place);
  // The higher place owns a short name that it shares: 吉林 is the province.
  for (const place of places) if (place.short !== place.name && level(place) <= 6) add(place.short, 'short', place);
  for (const text of coveringWords.flatMap((group) => group.words)) {
    if (!found.has(text)) found.set(text, { text, kind: 'word', places: [] });
  }
  return found;
}

const level = (place: Place | undefined) => place?.code.length ?? 0;

const BUCKETS = 0x40000;
interface Lexicon {
  /** Forms by their first two characters, longest first: a bounded number of comparisons at each position of a text. */
  forms: Map<number, Form[]>;
  /** 1 for each bucket that holds forms: small enough to stay at hand while a text is read. */
  filled: Uint8Array;
}
let built: Lexicon | undefined;

function lexicon(): Lexicon {
  if (built) return built;
  const sorted = [...forms().values()].sort((a, b) => b.text.length - a.text.length);
  built = { forms: Map.groupBy(sorted, ({ text }) => bucketAt(text, 0)), filled: new Uint8Array(BUCKETS) };
  for (const bucket of built.forms.keys()) built.filled[bucket] = 1;
  return built;
}

/** Most pairs of characters that begin no name fall into an empty bucket. */
function bucketOf(first: number, second: number): number {
  return (first * 641 + second) % BUCKETS;
}

function bucketAt(text: string, at: number): number {
  return bucketOf(text.charCodeAt(at), text.charCodeAt(at + 1));
}

/** The first place from `from` on where a form may begin; the end of the text where there is none. */
export function nextStart(text: string, from: number): number {
  const { filled } = built ?? lexicon();
  let first = text.charCodeAt(from);
  for (let at = from; at < text.length - 1; at++) {
    const second = text.charCodeAt(at + 1);
    if (filled[bucketOf(first, second)] === 1) return at;
    first = second;
  }
  return text.length;
}

/** The longest form that begins here and whose ending is its own. */
export function formAt(text: string, at: number): Form | undefined {
  const { forms } = built ?? lexicon();
  for (const form of forms.get(bucketAt(text, at)) ?? []) {
    if (text.startsWith(form.text, at) && !misread(form.text, text[at + form.text.length])) return form;
  }
  return undefined;
}

function misread(name: string, next: string | undefined): boolean {
  const last = name.at(-1) as string;
  return next !== undefined && misreadEndings.some((each) => each.ending.includes(last) && each.next.includes(next));
}
