/** Every place in the body where a part may begin, before it is decided which do. */
import { ITEMS, type Marker, type MarkerKind, markerAt, OPENING, paragraphNumber } from '../rules/markers.ts';
import { salutation } from '../rules/titles.ts';
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
  /** The number stands without a sign behind it. */
  bare?: boolean;
}

/** Longest lead of a run-in heading and longest heading, in characters. */
const LONGEST_LEAD = 60;
const LONGEST_HEADING = 80;
/** Longest heading behind a number without a sign. */
const LONGEST_BARE = 40;
/** Markers that also count the points of a list inside a sentence. */
const LISTED: MarkerKind[] = ['item', 'ordinal'];
/** Markers of parts whose heading may run into the text without a mark; 1．2．3． then are points of a list. */
const FUSING: MarkerKind[] = ['comma', 'parenthesis'];
/** What may stand before a marker in mid paragraph. */
const BOUNDARY = /[。！？；：”]/g;

/** Ends of fused headings that a person has stated: marker and heading as published. */
export interface KnownHeading {
  marker: string;
  heading: string;
}

export function findCandidates(units: Piece[], known: KnownHeading[]): Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<MarkerKind>();
  for (const [unit, piece] of units.entries()) {
    if (piece.kind !== 'text') continue;
    const text = piece.passage.text;
    if (paragraphNumber.pattern.test(text)) continue;
    const items: Candidate[] = [];
    let end = 0;
    for (const offset of starts(text)) {
      if (offset < end) continue;
      const marker = markerAt(text, offset);
      if (!marker || (offset > 0 && OPENING.includes(marker.kind))) continue;
      const candidate = lead(text, offset, marker, known);
      if (!candidate) continue;
      const { kind, ordinal, bare } = marker;
      items.push({ unit, offset, kind, ordinal, marker: marker.text, ...candidate, ...(bare ? { bare } : {}) });
      end = candidate.end;
    }
    if (items.length === 0) continue;
    const led = new Map(LISTED.map((kind) => [kind, areLed(items, kind, text)]));
    for (const each of items) {
      const point = isPoint(each, text, units[unit - 1], units[unit + 1]) || endsPoints(each, units, seen);
      if ((led.get(each.kind) ?? true) && !point) found.push(each);
      seen.add(each.kind);
    }
  }
  return withoutStrayBare(inSeries(withoutLists(found, units)));
}

/** Where in a paragraph a marker may stand. */
function starts(text: string): number[] {
  const found = [0];
  BOUNDARY.lastIndex = 0;
  while (BOUNDARY.test(text)) found.push(BOUNDARY.lastIndex);
  return found;
}

/** Candidates in the order of the text. */
export function inOrder(a: Candidate, b: Candidate): number {
  return a.unit - b.unit || a.offset - b.offset;
}

/** Numbers without a sign are those of parts where they count from one and nothing else is numbered so with a sign. */
function withoutStrayBare(found: Candidate[]): Candidate[] {
  const bare = found.filter((each) => each.bare);
  const counts = bare.length > 1 && bare.every(({ ordinal }, index) => ordinal === index + 1);
  const signed = found.some((each) => !each.bare && each.kind === bare[0]?.kind && each.form === 'heading');
  return counts && !signed ? found : found.filter((each) => !each.bare);
}

type Lead = Pick<Candidate, 'heading' | 'end' | 'form' | 'unsure'>;

/** How far the heading reaches that begins with a marker; null if what follows is no heading. */
function lead(text: string, offset: number, marker: Marker, known: KnownHeading[]): Lead | null {
  const start = offset + marker.text.length;
  const stated = known.find((each) => each.marker === marker.text && text.startsWith(each.heading, start));
  if (stated) {
    return { heading: stated.heading, end: start + stated.heading.length, form: 'heading', unsure: false };
  }
  if (marker.bare) return bareLead(text, start);
  if (marker.kind === 'article') return articleLead(text, start);
  const window = text.slice(start, start + LONGEST_HEADING + 1);
  const stop = window.search(/[。！？；]/u);
  const whole = start + window.length >= text.length && (stop < 0 || stop === window.length - 1);
  if (whole && marker.kind === 'dash') return null;
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

/** A number without a sign heads a short line that is no sentence, or stands alone. */
function bareLead(text: string, start: number): Lead | null {
  const heading = text.slice(start);
  if (heading.length > LONGEST_BARE || /[。！？；，：]/u.test(heading.slice(-1)) || /[。！？；]/u.test(heading))
    return null;
  return { heading, end: text.length, form: 'heading', unsure: false };
}

/** An article's number leads its text; some have their subject in brackets behind it. */
function articleLead(text: string, start: number): Lead {
  const subject = /^[（【〔]([^（）【】〔〕。]{2,30})[）】〕][\s　]{0,4}/u.exec(text.slice(start, start + 40));
  return { heading: subject?.[1] ?? '', end: start + (subject?.[0].length ?? 0), form: 'runin', unsure: false };
}

/** Fewest of a kind that make a series where one alone is an accident. */
const FEWEST: { [kind: string]: number } = { article: 3, division: 2, sequence: 2, dash: 2 };

/**
 * Markers that are also words of a text count only as a series: 首先 with 其次, several articles or dashes. A line `1 总则`
 * needs parts `1.1` in the same text. Dashes are counted, and 最后 is whatever number comes last.
 */
function inSeries(found: Candidate[]): Candidate[] {
  const decimals = found.some(({ kind }) => kind === 'decimal-2');
  const series = new Series();
  const runs = found.map((each) => series.take(each));
  return found.filter(({ kind }, index) => {
    if (kind === 'decimal') return decimals;
    return (runs[index]?.length ?? 0) >= (FEWEST[kind] ?? 0);
  });
}

/** Fewest points of a list. */
const FEWEST_POINTS = 2;

/** `要做到以下几点：` and then nothing but numbered lines is a list of points, not of headings. */
function withoutLists(found: Candidate[], units: Piece[]): Candidate[] {
  const wholes = new Map(found.filter((each) => isWhole(each, units)).map((each) => [each.unit, each]));
  const points = new Set<Candidate>();
  for (const first of wholes.values()) {
    if (!announces(units[first.unit - 1])) continue;
    const run = [first];
    for (let at = first.unit + 1; wholes.get(at)?.kind === first.kind; at++) run.push(wholes.get(at) as Candidate);
    const next = units[first.unit + run.length];
    // The last one may be the only heading with text under it: then the others are none by themselves.
    if (run.length >= FEWEST_POINTS && !isLongText(next)) for (const each of run) points.add(each);
  }
  return found.filter((each) => !points.has(each));
}

function isWhole({ unit, offset, end, form }: Candidate, units: Piece[]): boolean {
  const piece = units[unit];
  return form === 'heading' && offset === 0 && piece?.kind === 'text' && end === piece.passage.text.length;
}

function announces(before: Piece | undefined): boolean {
  return before?.kind === 'text' && /：$/u.test(before.passage.text) && !salutation.test(before.passage.text);
}

function isLongText(next: Piece | undefined): boolean {
  return next?.kind === 'text' && markerAt(next.passage.text, 0) === null && next.passage.text.length > LONGEST_LEAD;
}

class Series {
  #runs = new Map<MarkerKind, Candidate[]>();

  /** The run that a candidate belongs to; it grows. Other headings end the runs of items. */
  take(candidate: Candidate): Candidate[] {
    const { kind } = candidate;
    const isItem = ITEMS.includes(kind);
    if (!isItem && kind !== 'article') for (const each of ITEMS) this.#runs.delete(each);
    let run = this.#runs.get(kind) ?? [];
    if (kind === 'sequence' && candidate.ordinal === 1) run = [];
    if (kind === 'dash' || (kind === 'sequence' && run.length > 0)) candidate.ordinal = run.length + 1;
    run.push(candidate);
    this.#runs.set(kind, run);
    return run;
  }
}

/** A whole sentence is a heading where text follows; where the next point follows at once, or nothing, or the one before ends in `；`, it is a point of a list. */
function isPoint(
  { end, offset, kind, form }: Candidate,
  text: string,
  before: Piece | undefined,
  next: Piece | undefined,
): boolean {
  if (form !== 'heading' || offset > 0 || end < text.length || !/[。！？；]$/u.test(text)) return false;
  const listed = before?.kind === 'text' && /；(?:和|或|或者)?$/u.test(before.passage.text);
  if (listed && markerAt(before.passage.text, 0)?.kind === kind) return true;
  if (next?.kind === 'table') return false;
  return next?.kind !== 'text' || markerAt(next.passage.text, 0)?.kind === kind;
}

/** The last of a list of sentences, the ones before it being points: a part of those above follows, or but a word. */
function endsPoints(
  { unit, offset, end, kind, form, ordinal }: Candidate,
  units: Piece[],
  seen: Set<MarkerKind>,
): boolean {
  const [before, piece, next] = [units[unit - 1], units[unit], units[unit + 1]];
  if (before?.kind !== 'text' || piece?.kind !== 'text' || next?.kind !== 'text') return false;
  const { text } = before.passage;
  if (form !== 'heading' || offset > 0 || end < piece.passage.text.length) return false;
  if (!/[。！？；]$/u.test(piece.passage.text) || !/^[^。！？；]{1,60}[。！？；]$/u.test(text)) return false;
  const above = markerAt(text, 0);
  if (above?.kind !== kind || above.ordinal !== ordinal - 1) return false;
  const marker = markerAt(next.passage.text, 0);
  return marker ? marker.kind !== kind && seen.has(marker.kind) : next.passage.text.length <= LONGEST_LEAD;
}

/**
 * 一是…；二是… inside a sentence is a list, not headings, and so are 第一，… and 第二，… in one paragraph: they count only
 * where at least one of them is followed by words of its own.
 */
function areLed(candidates: Candidate[], kind: MarkerKind, text: string): boolean {
  const alike = candidates.filter((each) => each.kind === kind);
  if (kind === 'ordinal' && alike.length < 2) return true;
  const ends = new Map(candidates.map((each, index) => [each, candidates[index + 1]?.offset ?? text.length]));
  return alike.some((each) => (ends.get(each) ?? 0) - each.end > 10);
}
