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
import { touching } from '../debris-hints.ts';
import type { TextPiece } from '../place.ts';
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
const SENTENCE_END = /[。！？!?；;\n]/g;
const CLAUSE_END = /[，,：:]/g;

/** A part of a text. */
interface Part {
  from: number;
  to: number;
}

/** For mentions in reading order: whether one stands where its text is about other places. */
export function otherPlaces(pieces: readonly TextPiece[]): (mention: Mention) => boolean {
  let at = -1;
  let about = touching<Part>([]);
  return ({ piece, from }) => {
    if (piece !== at) about = touching(othersIn((pieces[piece] as TextPiece).text));
    at = piece;
    return about({ from, to: from + 1 }).length > 0;
  };
}

/** The clauses, and the rests of clauses and sentences, that are about other places: in the order of the text, without overlaps. */
function othersIn(text: string): Part[] {
  const found: Part[] = [];
  if (!OTHERS.test(text)) return found;
  for (const sentence of partsOf(text, 0, SENTENCE_END)) {
    const words = text.slice(sentence.from, sentence.to);
    if (!OTHERS.test(words)) continue;
    const onward = words.search(ONWARD);
    const rest = onward < 0 ? sentence.to : sentence.from + onward;
    for (const clause of partsOf(words, sentence.from, CLAUSE_END)) {
      const from = otherFrom(text.slice(clause.from, clause.to));
      if (from >= 0 && clause.from + from < rest) {
        found.push({ from: clause.from + from, to: Math.min(clause.to, rest) });
      }
    }
    if (rest < sentence.to) found.push({ from: rest, to: sentence.to });
  }
  return found;
}

/** From where on a clause is about other places; -1 where it is not. */
function otherFrom(clause: string): number {
  return IN_CLAUSE.test(clause) ? 0 : clause.search(ONWARD_IN_CLAUSE);
}

/** The parts of a text that begins at `start`, each with the sign at its end. */
function partsOf(text: string, start: number, end: RegExp): Part[] {
  const found: Part[] = [];
  let from = 0;
  end.lastIndex = 0;
  while (end.test(text)) {
    found.push({ from: start + from, to: start + end.lastIndex });
    from = end.lastIndex;
  }
  if (from < text.length) found.push({ from: start + from, to: start + text.length });
  return found;
}

/** @param elsewhere the mention stands where its text is about other places */
export function surroundings(text: string, mention: Mention, elsewhere: boolean): Surroundings {
  const { from, to } = mention;
  const before = text.slice(Math.max(0, from - 8), from);
  const after = /^\p{Script=Han}{0,8}/u.exec(text.slice(to, to + 8))?.[0] ?? '';
  const isOther =
    otherBefore.words.some((word) => before.endsWith(word)) || otherAfter.words.some((word) => after.startsWith(word));
  if (elsewhere || isOther) return { role: 'other', from, to };
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
