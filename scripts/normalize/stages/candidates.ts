/** Every place in the body where a part may begin, before it is decided which do. */
import { type Marker, type MarkerKind, markerAt } from '../rules/markers.ts';
import type { Piece } from './pieces.ts';

export interface Candidate {
  /** Index of the unit and offset in its text. */
  unit: number;
  offset: number;
  kind: MarkerKind;
  ordinal: number;
  marker: string;
  heading: string;
  /** Offset behind the heading and its closing mark. */
  end: number;
  /** `heading` is published on a line of its own, `runin` inside its paragraph. */
  form: 'heading' | 'runin';
  /** The heading's end is not marked in the copy. */
  unsure: boolean;
}

/** Longest lead of a run-in heading and longest heading, in characters. */
const LONGEST_LEAD = 60;
const LONGEST_HEADING = 80;
/** Markers of parts whose heading may run into the text without a mark; 1．2．3． then are points of a list. */
const FUSING: MarkerKind[] = ['comma', 'parenthesis'];
/** What may stand before a marker in mid paragraph. */
const BOUNDARY = /[。！？；：”]/u;

/** Ends of fused headings that a person has stated: marker and heading as published. */
export interface KnownHeading {
  marker: string;
  heading: string;
}

export function findCandidates(units: Piece[], known: KnownHeading[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [unit, piece] of units.entries()) {
    if (piece.kind !== 'text') continue;
    const text = piece.passage.text;
    const items: Candidate[] = [];
    for (let offset = 0; offset < text.length; offset++) {
      if (offset > 0 && !BOUNDARY.test(text[offset - 1] as string)) continue;
      const marker = markerAt(text, offset);
      if (!marker || (offset > 0 && marker.kind === 'arabic')) continue;
      const candidate = lead(text, offset, marker, known);
      if (!candidate) continue;
      items.push({ unit, offset, kind: marker.kind, ordinal: marker.ordinal, marker: marker.text, ...candidate });
      offset = candidate.end - 1;
    }
    found.push(...items.filter((each) => isLed(each, items, text) && !isPoint(each, text, units[unit + 1])));
  }
  return found;
}

type Lead = Pick<Candidate, 'heading' | 'end' | 'form' | 'unsure'>;

/** How far the heading reaches that begins with a marker; null if what follows is no heading. */
function lead(text: string, offset: number, marker: Marker, known: KnownHeading[]): Lead | null {
  const start = offset + marker.text.length;
  const stated = known.find((each) => each.marker === marker.text && text.startsWith(each.heading, start));
  if (stated) {
    return { heading: stated.heading, end: start + stated.heading.length, form: 'heading', unsure: false };
  }
  const window = text.slice(start, start + LONGEST_HEADING + 1);
  const stop = window.search(/[。！？；]/u);
  const whole = start + window.length >= text.length && (stop < 0 || stop === window.length - 1);
  if (whole && offset === 0 && window.length <= LONGEST_HEADING && window.length > 0) {
    const heading = stop < 0 ? window.replace(/[：…]+$/u, '') : window.slice(0, stop);
    return { heading, end: text.length, form: marker.role === 'heading' ? 'heading' : 'runin', unsure: false };
  }
  if (stop > 0 && stop <= LONGEST_LEAD && window[stop] === '。') {
    const form = offset > 0 && marker.kind === 'comma' ? 'heading' : 'runin';
    return { heading: window.slice(0, stop), end: start + stop + 1, form, unsure: false };
  }
  if (marker.role === 'item' || !FUSING.includes(marker.kind)) return null;
  const clause = window.search(/[，。：；！？]/u);
  if (clause <= 0 || clause > LONGEST_LEAD) return null;
  return { heading: window.slice(0, clause), end: start + clause, form: 'runin', unsure: true };
}

/** A whole sentence is a heading where text follows; where the next point follows at once, or nothing, it is a point of a list. */
function isPoint({ end, offset, kind, form }: Candidate, text: string, next: Piece | undefined): boolean {
  if (form !== 'heading' || offset > 0 || end < text.length || !/[。！？；]$/u.test(text)) return false;
  return next?.kind !== 'text' || markerAt(next.passage.text, 0)?.kind === kind;
}

/**
 * 一是…；二是… inside a sentence is a list, not headings: items count only where at least one of them is followed by
 * words of its own.
 */
function isLed(candidate: Candidate, items: Candidate[], text: string): boolean {
  if (candidate.kind !== 'item') return true;
  return items.some((each) => {
    const next = items.find((other) => other.offset >= each.end);
    return each.kind === 'item' && (next?.offset ?? text.length) - each.end > 10;
  });
}
