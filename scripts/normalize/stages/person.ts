/** Reads a person's name and office off a few words such as `市委常委、副市长张三`, `李四书记`, `王五同志`. */
import { allPlaces } from '../../../src/data/places/index.ts';
import { surnameOf } from '../../../src/data/surnames.ts';
import { bodyEndings, courtesies, noNames, offices, reporting } from '../rules/speakers.ts';

export interface Person {
  name: string | null;
  /** Office as the copy words it. */
  role: string | null;
}

const LONGEST_ROLE = 40;
/** Names of the peoples that write theirs with a dot, e.g. `阿布都·热西提`. */
const DOTTED = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,2}$/u;

/** null where the words are not exactly a person. A bare name counts only with `bare`. */
export function readPerson(words: string, bare: boolean): Person | null {
  const courtesy = courtesies.find((each) => words.endsWith(each));
  const text = (courtesy ? words.slice(0, -courtesy.length) : words).trim();
  const end = lastOfficeEnd(text);
  if (end === 0) return (bare || courtesy) && isName(text) ? { name: unspaced(text), role: null } : null;
  const role = text.slice(0, end).trim();
  const rest = text.slice(end).trim();
  if (rest !== '') return isRole(role) && isName(rest, true) ? { name: unspaced(rest), role } : null;
  const office = offices.filter((each) => role.endsWith(each)).sort((a, b) => b.length - a.length)[0] as string;
  const holder = role.slice(0, -office.length).trim();
  if (isName(holder)) return { name: unspaced(holder), role: office };
  return isRole(role) && !courtesy ? { name: null, role } : null;
}

/** Where the last office in the words ends; 0 where there is none. */
function lastOfficeEnd(text: string): number {
  const ends = offices.map((office) => (text.includes(office) ? text.lastIndexOf(office) + office.length : 0));
  return Math.max(...ends);
}

function isRole(text: string): boolean {
  return (
    text.length <= LONGEST_ROLE && !/[，。；：！？“”《》]/u.test(text) && !reporting.some((word) => text.includes(word))
  );
}

const unspaced = (name: string) => name.replace(/\s+/gu, '');

/** Two or three characters with a surname (four with a double one); `dotted`: also a name with dots. */
export function isName(text: string, dotted = false): boolean {
  const name = unspaced(text);
  if (dotted && DOTTED.test(name)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || noNames.has(name) || isPlaceName(name)) return false;
  const surname = surnameOf(name);
  if (surname === null || bodyEndings.includes(name.at(-1) as string)) return false;
  const given = name.length - surname.length;
  return given === 1 || given === 2;
}

let placeNames: Set<string> | undefined;

function isPlaceName(name: string): boolean {
  placeNames ??= new Set(allPlaces().flatMap((place) => [place.name, place.short]));
  return placeNames.has(name);
}
