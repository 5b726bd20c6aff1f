/** Single characters that are not what they seem: remains of web pages, private use, damage, control. */
import { matches } from '../../../src/text/matches.ts';
import { concatAll, type Passage, slice, sourceRange, substitute } from '../passage.ts';
import { characterRules, simplifiedForms, traditionalForms } from '../rules/characters.ts';
import { entityFor } from '../rules/entities.ts';
import { hkscsRuns } from '../rules/hkscs.ts';
import { anyFits } from '../rules/word-group.ts';
import type { Note, Removal } from '../types.ts';

const PRIVATE = /[\ue000-\uf8ff]/gu;
const ENTITY = /&([a-z]{2,8})(;|$)/g;

const isSuspect = anyFits(characterRules.map(({ pattern }) => pattern));

/** Whether a text has any character to look at. */
export function hasOddCharacters(text: string): boolean {
  return text.includes('&') || isSuspect(text);
}

/** @param hongKong private characters are those of Hong Kong */
export function mendCharacters(passage: Passage, hongKong: boolean, notes: Note[], removals: Removal[]): Passage {
  let mended = resolveEntities(passage, notes);
  if (hongKong) mended = mapPrivate(mended, notes);
  if (!isSuspect(mended.text)) return mended;
  for (const { id, pattern, action, why } of characterRules) {
    const kept: Passage[] = [];
    let at = 0;
    for (const match of matches(mended.text, pattern)) {
      const end = match.index + match[0].length;
      const range = sourceRange(mended, match.index, end);
      if (action === 'remove') {
        removals.push({ ...range, rule: id, reason: why });
        kept.push(slice(mended, at, match.index));
        at = end;
      } else notes.push({ code: id, severity: 'warning', ...range, message: `${codesOf(match[0])} ${why}。` });
    }
    if (at > 0) mended = concatAll([...kept, slice(mended, at)]);
  }
  return mended;
}

/** Whether private characters of a text are those of Hong Kong: it is in traditional characters. */
export function hasHongKongCharacters(text: string): boolean {
  if (text.search(PRIVATE) < 0) return false;
  const count = (forms: string) => (forms === '' ? 0 : (text.match(new RegExp(`[${forms}]`, 'gu'))?.length ?? 0));
  return count(traditionalForms) > count(simplifiedForms);
}

function resolveEntities(passage: Passage, notes: Note[]): Passage {
  return substituted(passage, ENTITY, 'entity', (match) => {
    const character = entityFor(match[1] ?? '', match[2] === ';');
    if (character === null) return null;
    const message = `“${match[0]}”是网页字符代码的残余，按“${character}”刊出。`;
    const place = sourceRange(passage, match.index, match.index + match[0].length);
    notes.push({ code: 'corrected-entity', severity: 'info', ...place, message });
    return character;
  });
}

function mapPrivate(passage: Passage, notes: Note[]): Passage {
  return substituted(passage, PRIVATE, 'hkscs', (match) => {
    const character = hkscs().get(match[0]);
    if (character === undefined) return null;
    const message = `${codesOf(match[0])} 是香港增补字符集的旧码位，按“${character}”刊出：请核对。`;
    const place = sourceRange(passage, match.index, match.index + match[0].length);
    notes.push({ code: 'corrected-private-use', severity: 'warning', ...place, message });
    return character;
  });
}

/** The passage with what matches replaced by what `find` gives; null leaves it. */
function substituted(
  passage: Passage,
  pattern: RegExp,
  rule: string,
  find: (match: RegExpExecArray) => string | null,
): Passage {
  const parts: Passage[] = [];
  let at = 0;
  for (const match of matches(passage.text, pattern)) {
    const character = find(match);
    if (character === null) continue;
    const end = match.index + match[0].length;
    parts.push(slice(passage, at, match.index), substitute(passage, match.index, end, character, rule));
    at = end;
  }
  return at === 0 ? passage : concatAll([...parts, slice(passage, at)]);
}

/** `U+E000`, the first of many. */
function codesOf(characters: string): string {
  const [first = ''] = characters;
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}${[...characters].length > 1 ? ' 等' : ''}`;
}

let built: Map<string, string> | undefined;

/** Some characters are a letter and its accent. */
function hkscs(): Map<string, string> {
  built ??= new Map(
    hkscsRuns.flatMap(([first, characters]) =>
      (characters.match(/\P{M}\p{M}*/gu) ?? []).map((each, at): [string, string] => [
        String.fromCharCode(first + at),
        each,
      ]),
    ),
  );
  return built;
}
