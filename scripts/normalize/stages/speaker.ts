/**
 * Finds who speaks, from the title and the lines under it alone: `开发区党工委书记在…上的讲话`, `市长张三`. Whoever is
 * named in the text is spoken of. An office without a name and a name without an office are kept as they are.
 */

import { matches } from '../../../src/text/matches.ts';
import { labels } from '../rules/speakers.ts';
import { titleEnding } from '../rules/titles.ts';
import { isSubtitle } from './head-lines.ts';
import { type Person, readPerson } from './person.ts';
import { headOf } from './place/weigh.ts';
import type { TextPiece } from './place.ts';

export interface FoundSpeaker {
  speaker: Person | null;
  /** `text` is `pieces[piece].text.slice(from, to)`; empty where there is no speaker. */
  evidence: { piece: number; from: number; to: number; text: string }[];
}

/** A person with the words that name him. */
interface Candidate {
  person: Person;
  piece: number;
  from: number;
  to: number;
}

/** `pieces` are the published texts in reading order. */
export function findSpeaker(pieces: readonly TextPiece[]): FoundSpeaker {
  const head = [...headOf(pieces)].map((index) => ({ ...(pieces[index] as TextPiece), index }));
  const titles = head.filter(isTitle).flatMap(({ text, index }) => inTitle(text, index));
  const bylines = head.filter((piece) => !isTitle(piece)).flatMap((piece) => inLine(piece, piece.index));
  const used = complement([...titles, ...bylines]);
  const speaker = used.reduce<Person | null>(
    (all, { person }) => ({ name: all?.name ?? person.name, role: all?.role ?? person.role }),
    null,
  );
  const evidence = used.map(({ piece, from, to }) => {
    return { piece, from, to, text: (pieces[piece] as TextPiece).text.slice(from, to) };
  });
  return { speaker, evidence };
}

const isTitle = ({ kind, text }: TextPiece) => kind === 'title' || (kind === 'byline' && isSubtitle(text));

/** The first candidate, and the first of the others that adds what it lacks and does not contradict it. */
function complement([first, ...others]: Candidate[]): Candidate[] {
  if (!first) return [];
  const { name, role } = first.person;
  const agrees = ({ person }: Candidate) => name === null || person.name === null || person.name === name;
  const adds = ({ person }: Candidate) =>
    (name === null && person.name !== null) || (role === null && person.role !== null);
  const other = others.find((each) => agrees(each) && adds(each));
  return other ? [first, other] : [first];
}

/** Before `在…的讲话`, before `作的…报告`, or in brackets at the end. */
function inTitle(title: string, piece: number): Candidate[] {
  const tail = /（([^（）]{2,40})）\s*$/u.exec(title);
  const bare = title.slice(0, tail?.index).trimEnd().replace(/》$/u, '');
  const candidates: Candidate[] = [];
  if (titleEnding(bare)) {
    for (const at of positions(bare, /作的|在/gu)) {
      const found = candidateAt(title, piece, 0, at);
      if (found) {
        candidates.push(found);
        break;
      }
    }
  }
  const inBrackets = tail
    ? candidateAt(title, piece, tail.index + 1, tail.index + 1 + (tail[1] as string).length)
    : null;
  return inBrackets ? [...candidates, inBrackets] : candidates;
}

/** The first few places where the pattern stands; a title has no more that matter. */
function positions(text: string, pattern: RegExp): number[] {
  return matches(text.slice(0, 120), pattern)
    .slice(0, 6)
    .map((match) => match.index);
}

/** A line that is nothing but a person, apart from a label before and a date behind. */
function inLine({ kind, text }: TextPiece, piece: number): Candidate[] {
  const label = new RegExp(`^\\s*(?:${labels.join('|')})[：:]`, 'u').exec(text)?.[0] ?? '';
  const date = /\s*[（(]?\s*\d{4}年[^）)]{0,12}[）)]?\s*$/u.exec(text.slice(-24))?.[0] ?? '';
  const found = candidateAt(text, piece, label.length, text.length - date.length, kind === 'byline' || label !== '');
  return found ? [found] : [];
}

function candidateAt(text: string, piece: number, start: number, end: number, bare = true): Candidate | null {
  const [from, to] = withoutEdges(text, start, end);
  const person = to > from ? readPerson(text.slice(from, to), bare) : null;
  return person && { person, piece, from, to };
}

/** Without quotation marks, dashes, colons, brackets and spaces around the words, and without a day before them. */
function withoutEdges(text: string, start: number, end: number): [number, number] {
  const edge = /[\s《》“”—:：()（）]/u;
  let [from, to] = [start, end];
  while (from < to && edge.test(text[from] as string)) from++;
  while (to > from && edge.test(text[to - 1] as string)) to--;
  const day = /^\d{4}年\d{1,2}月\d{1,2}日\s{0,2}/u.exec(text.slice(from, to))?.[0] ?? '';
  return [from + day.length, to];
}
