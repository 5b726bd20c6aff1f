import { matches } from '../../../../src/text/matches.ts';
import {
  localBodies,
  otherAfter,
  otherBefore,
  otherBodies,
  otherInClause,
  otherOnward,
  otherOnwardInClause,
  ownAfter,
  ownBefore,
} from '../../rules/places.ts';
import { anyOf } from '../../rules/word-group.ts';
import type { Mention } from './mentions.ts';

/** How a mention stands in its text: the own place, its own body, a neutral word, or another place. */
export interface Surroundings {
  role: 'own' | 'body' | 'plain' | 'other';
  /** The mention with the words that show the role. */
  from: number;
  to: number;
}

const ONWARD = anyOf(otherOnward.words);
const IN_CLAUSE = anyOf(otherInClause.words);
const ONWARD_IN_CLAUSE = anyOf(otherOnwardInClause.words);
const OTHERS = anyOf([...otherOnward.words, ...otherInClause.words, ...otherOnwardInClause.words]);
const SENTENCE_END = /[。！？!?；;\n]/gu;
const CLAUSE_END = /[，,：:]/gu;

/** Marks every character that stands in a clause, or a rest of a clause or sentence, about other places. */
export function otherPlaces(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  if (!OTHERS.test(text)) return marks;
  for (const sentence of parts(text, 0, text.length, SENTENCE_END)) {
    if (!OTHERS.test(text.slice(...sentence))) continue;
    marks.fill(1, firstOf(text, ONWARD, sentence), sentence[1]);
    for (const clause of parts(text, ...sentence, CLAUSE_END)) {
      if (firstOf(text, IN_CLAUSE, clause) < clause[1]) marks.fill(1, ...clause);
      marks.fill(1, firstOf(text, ONWARD_IN_CLAUSE, clause), clause[1]);
    }
  }
  return marks;
}

/** Where the first of the words stands in the part; the part's end where none does. */
function firstOf(text: string, words: RegExp, [from, to]: [number, number]): number {
  const at = text.slice(from, to).search(words);
  return at < 0 ? to : from + at;
}

function parts(text: string, from: number, to: number, end: RegExp): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  for (const { index } of matches(text.slice(from, to), end)) {
    found.push([start, from + index + 1]);
    start = from + index + 1;
  }
  if (start < to) found.push([start, to]);
  return found;
}

export function surroundings(text: string, mention: Mention, others: Uint8Array): Surroundings {
  const { from, to } = mention;
  const before = text.slice(Math.max(0, from - 8), from);
  const after = /^\p{Script=Han}{0,8}/u.exec(text.slice(to, to + 8))?.[0] ?? '';
  const isOther =
    otherBefore.words.some((word) => before.endsWith(word)) || otherAfter.words.some((word) => after.startsWith(word));
  if (others[from] || isOther) return { role: 'other', from, to };
  const body = bodyAfter(text, mention);
  if (body > to) return { role: 'body', from, to: body };
  if (otherBodies.words.some((word) => after.includes(word))) return { role: 'other', from, to };
  const preceding = longest(ownBefore.words.filter((word) => before.endsWith(word)));
  const following = longest(ownAfter.words.filter((word) => after.startsWith(word)));
  const role = preceding || following ? 'own' : 'plain';
  return { role, from: from - preceding.length, to: to + following.length };
}

/** End of the local body that the mention begins, or the mention's own end. */
function bodyAfter(text: string, { to, kind }: Mention): number {
  const direct = longest(localBodies.words.filter((word) => text.startsWith(word, to)));
  if (direct) return to + direct.length;
  const shared = kind === 'full' ? longest(localBodies.words.filter((word) => text.startsWith(word, to - 1))) : '';
  return shared ? to - 1 + shared.length : to;
}

function longest(words: string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}
