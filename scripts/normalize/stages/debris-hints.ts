/** What the format marks as furniture of a site or of a page → removals, each in the name of its rule. */
import { layoutDebris } from '../rules/debris.ts';
import { furnitureRules } from '../rules/site-furniture.ts';
import type { Hint, Line, Removal } from '../types.ts';

type Place = { from: number; to: number };

/** Furniture by the word or the rule with which a reader names it; what has no name here goes by its own. */
const RULES = new Map<string, { id: string; why: string }>([
  ...layoutDebris.map((rule): [string, typeof rule] => [rule.hint, rule]),
  ...furnitureRules.map((rule): [string, typeof rule] => [rule.id, rule]),
]);

/** In the order of the text. */
export function hintedRemovals(hints: Hint[]): Removal[] {
  return hints
    .filter(({ kind, from, to }) => kind === 'debris' && from < to)
    .map(({ from, to, why = '' }) => {
      const { id, why: reason } = RULES.get(why) ?? { id: 'furniture', why: why || '网页或版面上的附属文字' };
      return { from, to, rule: id, reason };
    });
}

/** For lines or other places in order: the ranges that touch the place, of a sorted list without overlaps. */
export function touching<T extends Place>(ranges: T[]): (place: Place) => T[] {
  let first = 0;
  return ({ from, to }) => {
    while (first < ranges.length && (ranges[first] as T).to <= from) first++;
    let end = first;
    while (end < ranges.length && (ranges[end] as T).from < to) end++;
    return end > first ? ranges.slice(first, end) : [];
  };
}

/** For places in order: the hints that touch the place. Those of one kind never overlap. */
export function hintsAt(hints: Hint[]): (place: Place) => Hint[] {
  const kinds = [...Map.groupBy(hints, ({ kind }) => kind).values()].map(touching);
  return (place) => kinds.flatMap((at) => at(place));
}

/** What the removals leave of a line, as lines; none if that is white space. */
export function leftOf(line: Line, removals: Removal[]): Line[] {
  if (removals.length === 0) return line.text.trim() === '' ? [] : [line];
  const parts: Line[] = [];
  let at = line.from;
  for (const { from, to } of [...removals, { from: line.to, to: line.to }]) {
    const text = line.text.slice(at - line.from, Math.max(0, from - line.from));
    if (text.trim() !== '') parts.push({ ...line, from: at, to: from, text });
    at = Math.max(at, to);
  }
  return parts;
}
