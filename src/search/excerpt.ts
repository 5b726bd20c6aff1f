/** A line of context around hits: what stands before and after, cut where it does not tear a mark apart. */
import type { Span } from './match.ts';
import type { SearchBlock } from './record.ts';

/** A piece of a line. `redaction`: the raw mark of a hidden word; `otherForm`: a hit in another form of the characters. */
export interface Piece {
  text: string;
  hit: boolean;
  redaction: boolean;
  otherForm?: true;
}

export interface Excerpt {
  /** First hit of the line, by which its place in the outline is named. */
  at: number;
  /** Hits in the line. */
  count: number;
  /** true: the block has more text before or after. */
  cutBefore: boolean;
  cutAfter: boolean;
  pieces: Piece[];
}

/** Text with its redaction marks. */
export type Marked = Pick<SearchBlock, 'text' | 'marks'>;

const BEFORE = 24;
const AFTER = 48;

/** The hits of a block as lines, near ones together. */
export function excerpts(block: Marked, spans: readonly Span[]): Excerpt[] {
  return lines(spans).map((line) => excerpt(block, line));
}

/** Groups hits of which each begins within the context of the one before. */
function lines(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const line = groups.at(-1);
    const first = line?.[0];
    if (line && first && span.to <= first.to + AFTER) line.push(span);
    else groups.push([span]);
  }
  return groups;
}

function excerpt(block: Marked, spans: Span[]): Excerpt {
  const first = spans[0]?.from ?? 0;
  const last = spans.at(-1)?.to ?? 0;
  const from = wholeCut(block, Math.max(0, first - BEFORE), 'from');
  const to = wholeCut(block, Math.min(block.text.length, Math.max(last + BEFORE, first + AFTER)), 'to');
  return {
    at: first,
    count: spans.length,
    cutBefore: from > 0,
    cutAfter: to < block.text.length,
    pieces: pieces(block, spans, from, to),
  };
}

/** Moves a cut out of a redaction mark or a surrogate pair; `edge` says whether the piece begins or ends there. */
export function wholeCut(block: Marked, at: number, edge: 'from' | 'to'): number {
  const inside = block.marks.find((mark) => mark.kind === 'redaction' && mark.from < at && at < mark.to);
  if (inside) return inside[edge];
  const split = /^[\uDC00-\uDFFF]/.test(block.text.slice(at)) && /[\uD800-\uDBFF]$/.test(block.text.slice(0, at));
  return split ? at + (edge === 'from' ? -1 : 1) : at;
}

function pieces(block: Marked, spans: Span[], from: number, to: number): Piece[] {
  const redactions = block.marks.filter(({ kind }) => kind === 'redaction');
  const edges = [from, to, ...[...spans, ...redactions].flatMap((span) => [span.from, span.to])];
  const cuts = [...new Set(edges)].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? from;
    const inside = (span: Span) => span.from <= start && end <= span.to;
    const hit = spans.find(inside);
    return {
      text: block.text.slice(start, end),
      hit: hit !== undefined,
      redaction: redactions.some(inside),
      ...(hit?.otherForm && { otherForm: true as const }),
    };
  });
}
