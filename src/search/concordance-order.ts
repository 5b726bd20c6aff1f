/** The lines of a concordance in another order, and in groups by their neighbours. */
import { fold, REDACTION } from '../text/fold.ts';
import type { ConcordanceDocument, Line } from './concordance.ts';
import { newestFirst } from './record.ts';

export const orders = ['right', 'left', 'date', 'speech'] as const;
export type Order = (typeof orders)[number];

/** Which neighbours: those after the words, or those before them. */
export const sides = ['next', 'previous'] as const;
export type Side = (typeof sides)[number];

/** So many characters of context decide about an order. */
const DECIDING = 12;
const collator = new Intl.Collator('zh-CN');

/**
 * The same lines in order. By context: by the characters from the words outwards as folded, in the order of a Chinese dictionary; what
 * ends first comes first. Lines that are equal stay in the order they had.
 */
export function sortLines(lines: readonly Line[], documents: readonly ConcordanceDocument[], order: Order): Line[] {
  if (order === 'right' || order === 'left') return byContext(lines, order === 'right' ? 'next' : 'previous');
  const compare = order === 'date' ? newestFirst : byTitle;
  const sorted = [...documents.keys()].sort((a, b) =>
    compare(documents[a] as ConcordanceDocument, documents[b] as ConcordanceDocument),
  );
  const rank = new Map(sorted.map((document, index) => [document, index]));
  return lines.toSorted((a, b) => (rank.get(a.document) ?? 0) - (rank.get(b.document) ?? 0) || a.ordinal - b.ordinal);
}

function byTitle(a: ConcordanceDocument, b: ConcordanceDocument): number {
  return collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

function byContext(lines: readonly Line[], side: Side): Line[] {
  const contexts = lines.map((line) => outwards(line, side, DECIDING, false));
  const rank = ranks(contexts);
  return lines
    .map((line, index) => ({ line, key: Array.from(contexts[index] ?? '', (c) => rank.get(c)).join('') }))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

/** For each character one that compares by its code as the character does in a dictionary: the collator is asked once a character. */
function ranks(texts: readonly string[]): Map<string, string> {
  const found = new Set<string>();
  for (const text of texts) for (const character of text) found.add(character);
  const characters = [...found].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  return new Map(characters.map((character, index) => [character, String.fromCharCode(index)]));
}

/**
 * The group of a line: its next or previous characters as folded, in the order of the text, up to the first punctuation mark or the end
 * of the block; empty where nothing stands before that. A redaction mark is the character `*`.
 */
export function neighbours(line: Line, side: Side, length: number): string {
  const found = outwards(line, side, length, true);
  return side === 'next' ? found : Array.from(found).reverse().join('');
}

/** Folded characters from the words outwards. */
function outwards(line: Line, side: Side, length: number, clause: boolean): string {
  let [found, count] = ['', 0];
  for (let at = side === 'next' ? line.to : line.from; count < length; ) {
    const next = stepFrom(line, side, at);
    if (!next) break;
    at = next.at;
    const folded = next.character === REDACTION ? REDACTION : fold(next.character);
    if (folded !== '') count++;
    else if (clause && !/\s/u.test(next.character)) break;
    found += folded;
  }
  return found;
}

/** The character at one side of an offset and the offset beyond it; a redaction mark is one character. */
function stepFrom({ text, redactions }: Line, side: Side, at: number): { character: string; at: number } | null {
  const edge = redactions.indexOf(at);
  const opens = side === 'next' ? 0 : 1;
  if (edge >= 0 && edge % 2 === opens) return { character: REDACTION, at: redactions[edge + 1 - 2 * opens] as number };
  if (side === 'next') {
    if (at >= text.length) return null;
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    return { character: plain(character), at: at + character.length };
  }
  if (at <= 0) return null;
  const pair = at > 1 ? String.fromCodePoint(text.codePointAt(at - 2) as number) : '';
  const character = pair.length === 2 ? pair : (text[at - 1] as string);
  return { character: plain(character), at: at - character.length };
}

/** An asterisk of the text is a punctuation mark and no redaction. */
function plain(character: string): string {
  return character === REDACTION ? '，' : character;
}

export interface Tally<T> {
  key: T;
  count: number;
}

/** How many lines have which key, the most frequent first; of equal ones the one that comes first. */
export function tally<T>(lines: readonly Line[], keyOf: (line: Line) => T): Tally<T>[] {
  const counts = new Map<T, number>();
  for (const line of lines) {
    const key = keyOf(line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}
