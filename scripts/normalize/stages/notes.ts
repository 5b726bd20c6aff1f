/** Footnotes and endnotes: which units are notes, and which signs in the text refer to them. */
import { matches } from '../../../src/text/matches.ts';
import { type Passage, sourceRange, within } from '../passage.ts';
import { ANSWERS, CERTAIN, markSigns, noteKey, noteSigns, notesLabel } from '../rules/notes.ts';
import { anyFits } from '../rules/word-group.ts';
import type { Hint } from '../types.ts';
import { free, type Taken } from './number.ts';
import type { NotePiece, Piece, TextPiece } from './pieces.ts';

/** A sign in the reader's text, tied to its note: in the text, or at the head of the note itself. */
export interface NoteTie {
  from: number;
  to: number;
  id: string;
}

export interface Notes {
  /** The units, with the notes among them as pieces of their own kind. */
  units: Piece[];
  /** In the order of the copy. */
  ties: NoteTie[];
}

interface Sign {
  style: string;
  key: string;
  from: number;
  to: number;
}

/** A unit that begins with the sign of a note; without one it goes on the note before. */
interface Found {
  unit: number;
  sign: Sign | null;
}

/** @param head passages before the units: a title too may refer to a note */
export function tieNotes(head: Passage[], units: Piece[]): Notes {
  const hinted = hintedNotes(units);
  const lists = hinted.length > 0 ? [hinted] : listsOf(units);
  const listed = new Set(lists.flat().map(({ unit }) => unit));
  const marks = [
    ...head.flatMap((passage) => marksIn(passage, [])),
    ...units.flatMap((unit, index) =>
      unit.kind === 'gap' || listed.has(index) ? [] : marksIn(unit.passage, hintsOf(unit)),
    ),
  ];
  const byKey = Map.groupBy(marks, ({ key }) => key);
  const notes = lists.filter((list) => isTied(list, byKey, units)).flat();
  const ids = idsOf(notes);
  const ties = tieMarks(marks, notes, ids);
  const referred = new Set(ties.map(({ id }) => id));
  const own = notes.flatMap(({ sign }, index) => {
    const id = ids[index] as string;
    return sign && referred.has(id) ? [{ from: sign.from, to: sign.to, id }] : [];
  });
  const idAt = new Map(notes.map(({ unit }, index) => [unit, ids[index] as string]));
  return {
    units: units.map((unit, index) => {
      const id = idAt.get(index);
      return id === undefined ? unit : notePiece(unit as TextPiece, id);
    }),
    ties: [...ties, ...own].sort((a, b) => a.from - b.from),
  };
}

function notePiece({ passage }: TextPiece, id: string): NotePiece {
  return { kind: 'note', passage, id };
}

/** `n1`, `n2` in the order of the copy; what goes on a note has its id and a letter. */
function idsOf(notes: Found[]): string[] {
  const taken: Taken = new Map();
  let count = 0;
  return notes.map(({ sign }) => free(`n${sign || count === 0 ? ++count : count}`, taken));
}

/** Notes that the format marks as such. */
function hintedNotes(units: Piece[]): Found[] {
  const begun = new Set<Hint>();
  return units.flatMap((unit, index): Found[] => {
    const hint = unit.kind === 'text' ? unit.hints?.find(({ kind }) => kind === 'note') : undefined;
    if (!hint || unit.kind !== 'text') return [];
    const sign = begun.has(hint)
      ? null
      : signAt(
          unit.passage,
          noteSigns.map(({ id }) => id),
        );
    begun.add(hint);
    return [{ unit: index, sign }];
  });
}

/**
 * Runs of units that begin with signs of notes and count on from one: under a label, or with signs that no list has. The
 * last run of all may have any sign: raised signs in the text prove it.
 */
function listsOf(units: Piece[]): Found[][] {
  const lists: Found[][] = [];
  const any = noteSigns.map(({ id }) => id);
  for (let at = 0; at < units.length; at++) {
    const run = runFrom(units, at, any);
    if (run.length === 0) continue;
    if (!isCertain(lists.at(-1), units)) lists.pop();
    lists.push(run);
    at += run.length - 1;
  }
  return lists;
}

/** Under a label, or with signs that no list has. */
function isCertain(list: Found[] | undefined, units: Piece[]): boolean {
  const [first] = list ?? [];
  return first?.sign ? isUnderLabel(first, units) || CERTAIN.includes(first.sign.style) : false;
}

function runFrom(units: Piece[], start: number, styles: string[]): Found[] {
  const list: Found[] = [];
  for (let unit = start; unit < units.length; unit++) {
    const piece = units[unit];
    const sign = piece?.kind === 'text' ? signAt(piece.passage, styles) : null;
    const before = list.at(-1)?.sign;
    const fits = before
      ? sign?.style === before.style && Number(sign.key) === Number(before.key) + 1
      : sign?.key === '1';
    if (!sign || !fits) break;
    list.push({ unit, sign });
  }
  return list;
}

/** Under a word that says so, or under a line of dashes. */
function isUnderLabel({ unit }: Found, units: Piece[]): boolean {
  const first = units[unit];
  return isLabel(units[unit - 1]) || (first?.kind === 'text' && first.ruled === true);
}

function isLabel(unit: Piece | undefined): boolean {
  return unit?.kind === 'text' && notesLabel.test(unit.passage.text);
}

/**
 * The text refers to the notes: to half of them under a label or where the format says so, else to all. A list whose
 * numbers nothing refers to is a list.
 */
function isTied(list: Found[], marks: Map<string, Sign[]>, units: Piece[]): boolean {
  const [first] = list as [Found];
  const { hints = [] } = units[first.unit] as TextPiece;
  if (hints.some(({ kind }) => kind === 'note')) return true;
  const certain = isCertain(list, units);
  const tied = list.filter(({ sign }) =>
    marks.get(sign?.key ?? '')?.some((mark) => sign && answers(mark, sign) && (certain || mark.style === 'raised')),
  ).length;
  return isUnderLabel(first, units) ? tied * 2 >= list.length : tied === list.length;
}

function answers(mark: Sign, note: Sign): boolean {
  return mark.style === 'raised' || (ANSWERS[mark.style] ?? []).includes(note.style);
}

/** Each mark goes with the next note that answers: numbers may begin anew on every page or in every part. Failing that, with the last. */
function tieMarks(marks: Sign[], notes: Found[], ids: string[]): NoteTie[] {
  const signs = notes.flatMap(({ sign }, index) => (sign ? [{ sign, id: ids[index] as string }] : []));
  const byKey = Map.groupBy(signs, ({ sign }) => sign.key);
  const passed = new Map<string, number>();
  return marks.flatMap((mark) => {
    const same = byKey.get(mark.key) ?? [];
    let next = passed.get(mark.key) ?? 0;
    while (next < same.length && (same[next]?.sign.from ?? 0) < mark.from) next++;
    passed.set(mark.key, next);
    const fits = ({ sign }: { sign: Sign }) => answers(mark, sign);
    const note = same.slice(next).find(fits) ?? same.findLast(fits);
    return note ? [{ from: mark.from, to: mark.to, id: note.id }] : [];
  });
}

function hintsOf(unit: Piece): Hint[] {
  return unit.kind === 'text' || unit.kind === 'table' ? (unit.hints ?? []) : [];
}

const hasMark = anyFits(markSigns.map(({ pattern }) => pattern));

/** Signs in a passage: those that the format raises or marks, and those that read like one. */
function marksIn(passage: Passage, hints: Hint[]): Sign[] {
  const hinted = hints.flatMap((hint): Sign[] => {
    if (hint.kind !== 'mark') return [];
    const sign = within(passage, hint.from, hint.to).text.replace(/[^\p{L}\p{N}]|[注註]/gu, '');
    return sign === '' ? [] : [{ style: 'raised', key: noteKey(sign), from: hint.from, to: hint.to }];
  });
  if (hinted.length === 0 && !hasMark(passage.text)) return hinted;
  const read = markSigns.flatMap(({ id, pattern }) =>
    matches(passage.text, pattern).flatMap((match): Sign[] => {
      const place = sourceRange(passage, match.index, match.index + match[0].length);
      const doubled = hinted.some(({ from, to }) => from < place.to && place.from < to);
      const key = noteKey(match[1] ?? '');
      return doubled || match.index === 0 ? [] : [{ style: id, key, ...place }];
    }),
  );
  return [...hinted, ...read].sort((a, b) => a.from - b.from);
}

/** The sign that a passage begins with, in one of the styles. */
function signAt(passage: Passage, styles: string[]): Sign | null {
  for (const { id, pattern } of noteSigns) {
    if (!styles.includes(id)) continue;
    pattern.lastIndex = 0;
    const match = pattern.exec(passage.text);
    if (!match) continue;
    return { style: id, key: noteKey(match[1] ?? ''), ...sourceRange(passage, 0, match[0].trimEnd().length) };
  }
  return null;
}
