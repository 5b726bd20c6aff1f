/** Several documents in one file, as in a study pack: each begins anew with a title and a salutation, or a title and a day, or bears a number. */
import { findDate } from '../../../src/text/dates.ts';
import { parseNumeral } from '../../../src/text/numerals.ts';
import { markerAt } from '../rules/markers.ts';
import { documentLabel, packTitle, salutation, titleEnding } from '../rules/titles.ts';
import type { Candidate } from './candidates.ts';
import type { Piece } from './pieces.ts';

/** Lines with the speaker, the day and the like that may stand between a title and its salutation. */
const REACH = 4;
const LONGEST_LINE = 60;
/** Characters that a document has at least: titles that follow each other closely are a list of titles. */
const SHORTEST = 100;

/** Where the head of the file ends: behind the title of a pack, so that its first document is one like the others; else null. */
export function packHead(units: Piece[]): number | null {
  const [first = 0, second] = startsOf(units);
  if (second === undefined) return null;
  const lines = units.slice(0, first);
  const titled = numbered(units).has(first) || lines.some((unit) => packTitle.test(textOf(unit)));
  return titled && lines.every((unit) => isShort(unit)) ? first : null;
}

/**
 * The documents that begin in the body.
 * @param packed the file's title is that of a pack, so that the first of its documents begins here too
 */
export function findDocuments(units: Piece[], packed: boolean): Candidate[] {
  return startsOf(units, packed ? SHORTEST : 0).map((unit, index): Candidate => {
    const heading = textOf(units[unit]);
    const place = { unit, offset: 0, end: heading.length, form: 'heading' as const, unsure: false };
    return { ...place, kind: 'document', ordinal: index + 1, marker: '', heading };
  });
}

/** @param before characters of text that stand before the units */
function startsOf(units: Piece[], before = SHORTEST): number[] {
  const labels = numbered(units);
  if (labels.size > 0) return [...labels];
  const starts: number[] = [];
  let length = before;
  for (const [index, unit] of units.entries()) {
    if (!isShort(unit)) length += textOf(unit).length;
    else if (length >= SHORTEST && titleEnding(textOf(unit)) && opens(units, index)) {
      starts.push(index);
      length = 0;
    }
  }
  return starts;
}

/** Lines that count the documents from one. */
function numbered(units: Piece[]): Set<number> {
  const labels = units.flatMap((unit, index) => {
    const text = textOf(unit);
    const match = text.length <= LONGEST_LINE ? documentLabel.pattern.exec(text) : null;
    return match && isShort(unit) ? [{ index, ordinal: parseNumeral(match[1] ?? match[2] ?? '') }] : [];
  });
  const counts = labels.length > 1 && labels.every(({ ordinal }, index) => ordinal === index + 1);
  return new Set(counts ? labels.map(({ index }) => index) : []);
}

/** Behind a title, within a few short lines, somebody is greeted; or the day follows at once. */
function opens(units: Piece[], title: number): boolean {
  if (isDay(textOf(units[title + 1]))) return true;
  for (let at = title + 1; at <= title + REACH; at++) {
    const unit = units[at];
    if (unit?.kind === 'text' && salutation.test(unit.passage.text)) return true;
    if (!isShort(unit) || titleEnding(textOf(unit))) return false;
  }
  return false;
}

function isDay(text: string): boolean {
  const found = findDate(text);
  return found !== null && text.replace(/[（）()\s]/gu, '').length === found.to - found.from;
}

function isShort(unit: Piece | undefined): boolean {
  const text = textOf(unit);
  return text !== '' && text.length <= LONGEST_LINE && !/[。；！？：]$/u.test(text) && !markerAt(text, 0);
}

function textOf(unit: Piece | undefined): string {
  return unit?.kind === 'text' ? unit.passage.text : '';
}
