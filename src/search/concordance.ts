/** Every occurrence of a query as a line of its own, the words in the middle: gathered from a library, document by document. */
import { type Marked, wholeCut } from './excerpt.ts';
import { passes } from './found.ts';
import type { Candidate, Library } from './library.ts';
import type { Matcher, Span } from './match.ts';
import { matcherOf, PARALLEL, type SearchRequest } from './query.ts';
import type { SearchRecord, TagName } from './record.ts';

/** UTF-16 units of context on either side; a little more where a cut would tear a redaction mark apart. Never beyond the block. */
export const CONTEXT = 40;
/** So many lines are kept at most, some 50 MB; what is counted beyond them is counted all the same. */
export const LINES = 200_000;

/** One occurrence, as small as it can be: a concordance may have very many. Offsets are UTF-16, in `text`. */
export interface Line {
  /** Number of its document. */
  document: number;
  /** Fragment that opens its block. */
  block: string;
  /** Which hit of the document, from 1. */
  ordinal: number;
  /** What stands before, the words, what stands after. */
  text: string;
  /** Where the words begin and end. */
  from: number;
  to: number;
  /** Redaction marks: begin, end, begin, end … */
  redactions: number[];
}

export interface ConcordanceDocument extends Pick<SearchRecord, 'id' | 'path' | 'title' | 'date'> {
  year: { slug: string; label: string } | null;
  /** Occurrences, those beyond `LINES` too. */
  count: number;
}

/** What one text brings; can be sent between threads. */
export interface Part {
  candidates: number;
  /** Null where the text does not match. */
  found: { document: ConcordanceDocument; lines: Omit<Line, 'document'>[]; filters: string[] } | null;
}

/**
 * Reads every text that may match, the newest first.
 * @param report is told of each text in that order
 * @throws what the library throws, and the signal's reason once it is aborted
 */
export async function concordance(
  library: Library,
  request: SearchRequest,
  signal: AbortSignal,
  report: (part: Part) => void,
): Promise<void> {
  const sought = await matcherOf(library, request);
  signal.throwIfAborted();
  const candidates = sought.needs.length > 0 ? await library.candidates(sought.needs, request.filters, signal) : [];
  for await (const record of readAhead(library, candidates)) {
    signal.throwIfAborted();
    report({ candidates: candidates.length, found: linesOf(record, sought, request.filters) });
  }
}

async function* readAhead(library: Library, candidates: readonly Candidate[]): AsyncGenerator<SearchRecord> {
  const coming: Promise<SearchRecord>[] = [];
  for (let next = 0; next < candidates.length || coming.length > 0; ) {
    for (; coming.length < PARALLEL && next < candidates.length; next++) {
      const record = library.record((candidates[next] as Candidate).document);
      // An error is thrown where its turn comes.
      record.catch(() => {});
      coming.push(record);
    }
    yield await (coming.shift() as Promise<SearchRecord>);
  }
}

/** The occurrences in one document; null where it does not match as a whole. */
export function linesOf(record: SearchRecord, sought: Matcher, filters: SearchRequest['filters']): Part['found'] {
  const blocks = passes(record.tags, filters) ? sought.findAll(record.blocks) : null;
  if (!blocks) return null;
  const { id, path, title, date, tags } = record;
  let ordinal = 1;
  const lines = blocks.flatMap(({ block, spans }) =>
    spans.map((span) => ({ block: block.id, ordinal: ordinal++, ...inContext(block, span) })),
  );
  const asked = Object.entries(filters).flatMap(([name, slugs]) =>
    tags[name as TagName].filter(({ slug }) => slugs.includes(slug)).map(({ label }) => label),
  );
  const year = tags.years[0] ?? null;
  return { document: { id, path, title, date, year, count: lines.length }, lines, filters: asked };
}

function inContext(block: Marked, { from, to }: Span): Pick<Line, 'text' | 'from' | 'to' | 'redactions'> {
  const begin = wholeCut(block, Math.max(0, from - CONTEXT), 'from');
  const end = wholeCut(block, Math.min(block.text.length, to + CONTEXT), 'to');
  const redactions = block.marks.filter((mark) => mark.kind === 'redaction' && begin <= mark.from && mark.to <= end);
  return {
    text: block.text.slice(begin, end),
    from: from - begin,
    to: to - begin,
    redactions: redactions.flatMap((mark) => [mark.from - begin, mark.to - begin]),
  };
}

/** What has come in so far. */
export class Gathered {
  readonly documents: ConcordanceDocument[] = [];
  /** Those of the newest document first, in the order of its text. */
  readonly lines: Line[] = [];
  /** Labels of the tags that all documents have, because they were asked for. */
  filters: string[] = [];
  count = 0;
  checked = 0;
  candidates = 0;

  add({ candidates, found }: Part): void {
    this.checked++;
    this.candidates = candidates;
    if (!found) return;
    const document = this.documents.push(found.document) - 1;
    this.count += found.document.count;
    this.filters = found.filters;
    for (const line of found.lines.slice(0, LINES - this.lines.length)) this.lines.push({ document, ...line });
  }
}
