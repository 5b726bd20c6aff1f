/** A search: candidates from an index, every one verified against its text. Knows neither the index nor the page. */
import { type Excerpt, excerpts } from './excerpt.ts';
import { formsOf, noForms } from './forms.ts';
import type { Candidate, Filters, Library } from './library.ts';
import { type BlockHits, type Matcher, matcher } from './match.ts';
import { bySection, type Ranked, rank } from './rank.ts';
import { newestFirst, type SearchBlock, type SearchRecord, type TagName, type Tags } from './record.ts';

export interface SearchRequest {
  /** As written, in the language of `language.ts`. */
  query: string;
  /** true: simplified and traditional forms are not the same. */
  exactForms: boolean;
  filters: Filters;
  order: 'rank' | 'date';
}

/** One line of a document with hits in it. */
export interface Hit extends Excerpt {
  /** Fragment that opens its block. */
  block: string;
  kind: SearchBlock['kind'];
  /** Words of the outline entries that the first hit stands under, outermost first. */
  path: string[];
  /** Which hit of the document the first of the line is, from 1. */
  ordinal: number;
}

/** A document that matches; can be sent between threads. */
export interface FoundDocument extends Pick<SearchRecord, 'id' | 'path' | 'title' | 'titleDerived' | 'date' | 'place'> {
  hits: Hit[];
  /** Occurrences; a line may hold several. */
  count: number;
  score: number;
}

export interface Findings {
  query: string;
  documents: FoundDocument[];
  /** Occurrences found so far. */
  count: number;
  checked: number;
  candidates: number;
  /** true: every candidate is verified and the counts are exact. */
  complete: boolean;
  /** How many of the documents found so far have which tag, the most frequent first. */
  facets: Record<TagName, Facet[]>;
}

export interface Facet {
  slug: string;
  label: string;
  documents: number;
}

/** How far a search goes by itself. */
export interface Limits {
  /** It stops when so many documents are found … */
  documents: number;
  /** … or so many texts are read, unless few more remain. */
  texts: number;
}

export const FIRST: Limits = { documents: 10, texts: 40 };
export const ALL: Limits = { documents: Number.POSITIVE_INFINITY, texts: Number.POSITIVE_INFINITY };

/** Texts that are fetched and verified at the same time. */
const PARALLEL = 10;

/**
 * Finds the documents that match, the best first; with `ALL` every occurrence.
 * @param report is told of each step; the last one is the result
 * @throws what the library throws, and the signal's reason once it is aborted
 */
export async function search(
  library: Library,
  request: SearchRequest,
  limits: Limits,
  signal: AbortSignal,
  report: (findings: Findings) => void = () => {},
): Promise<Findings> {
  const sought = await matcherOf(library, request);
  signal.throwIfAborted();
  const candidates = sought.needs.length > 0 ? await library.candidates(sought.needs, request.filters, signal) : [];
  signal.throwIfAborted();
  const waiting = inOrder(candidates, request.order);
  const findings = new Collected(request, candidates.length);
  let reading = 0;
  const verify = async () => {
    while (waiting.length > 0 && findings.wants(limits, reading)) {
      reading++;
      const record = await library.record((waiting.shift() as Candidate).document);
      reading--;
      signal.throwIfAborted();
      findings.add(documentHits(record, sought, request.filters));
      report(findings.state());
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, verify));
  return findings.state();
}

/** The meaning of a request in this library. */
export async function matcherOf(library: Library, { query, exactForms }: SearchRequest): Promise<Matcher> {
  const forms = exactForms ? noForms : formsOf((await library.catalogue()).forms);
  return matcher(query, { forms });
}

function inOrder(candidates: Candidate[], order: SearchRequest['order']): Candidate[] {
  return order === 'date' ? [...candidates] : candidates.toSorted((a, b) => b.promise - a.promise);
}

/** The document with its hits; null where it does not match. */
export function documentHits(record: SearchRecord, sought: Matcher, filters: Filters): Found | null {
  if (!passes(record.tags, filters)) return null;
  const blocks = sought.findAll(record.blocks);
  if (!blocks) return null;
  const { id, path, title, titleDerived, date, place } = record;
  const { score, sections } = rank(record, blocks, sought);
  const hits = bestFirst(linesOf(record, blocks), sections);
  const count = blocks.reduce((sum, { spans }) => sum + spans.length, 0);
  const document = { id, path, title, titleDerived, date, place, hits, count, score };
  return { document, tags: record.tags };
}

interface Found {
  document: FoundDocument;
  tags: Tags;
}

/** Whether a document has all the tags that are asked for. */
export function passes(tags: Tags, filters: Filters): boolean {
  return Object.entries(filters).every(([name, slugs]) =>
    slugs.every((slug) => tags[name as TagName].some((tag) => tag.slug === slug)),
  );
}

/** A line never runs from one section into the next. */
function linesOf(record: SearchRecord, blocks: BlockHits<SearchBlock>[]): (Hit & { section: string })[] {
  let ordinal = 1;
  return blocks.flatMap(({ block, spans }) =>
    [...bySection(block, spans)].flatMap(([section, within]) =>
      excerpts(block, within).map((line) => {
        const path = pathWords(record, block, line.at);
        const hit = { ...line, block: block.id, kind: block.kind, path, ordinal, section };
        ordinal += line.count;
        return hit;
      }),
    ),
  );
}

/** The best section's lines first; within a section as they are read. */
function bestFirst(lines: (Hit & { section: string })[], scores: Ranked['sections']): Hit[] {
  const sorted = lines.toSorted((a, b) => (scores.get(b.section) ?? 0) - (scores.get(a.section) ?? 0));
  return sorted.map(({ section: _, ...hit }) => hit);
}

function pathWords(record: SearchRecord, block: SearchBlock, at: number): string[] {
  const entries = block.places.findLast(({ from }) => from <= at)?.path ?? [];
  // A heading stands under those above it; its own words are the line.
  const path = block.kind === 'heading' ? entries.slice(0, -1) : entries;
  return path.map((id) => record.outline[id] ?? '').filter(Boolean);
}

/** What is found while the texts come in. */
class Collected {
  readonly #request: SearchRequest;
  readonly #candidates: number;
  readonly #facets = new Map<TagName, Map<string, Facet>>();
  #documents: FoundDocument[] = [];
  #count = 0;
  #checked = 0;

  constructor(request: SearchRequest, candidates: number) {
    this.#request = request;
    this.#candidates = candidates;
  }

  /**
   * Whether one more text has to be read. Few more are read rather than leaving a count open.
   * @param reading texts that are being read and may match
   */
  wants({ documents, texts }: Limits, reading: number): boolean {
    if (this.#candidates <= texts) return true;
    return this.#documents.length + reading < documents && this.#checked + reading < texts;
  }

  add(found: Found | null): void {
    this.#checked++;
    if (!found) return;
    this.#count += found.document.count;
    this.#documents = inserted(this.#documents, found.document, this.#request.order === 'date' ? newestFirst : byRank);
    for (const [name, tags] of Object.entries(found.tags) as [TagName, Tags[TagName]][]) {
      for (const tag of tags) this.#tally(name, tag);
    }
  }

  #tally(name: TagName, { slug, label }: { slug: string; label: string }): void {
    const facets = this.#facets.get(name) ?? new Map<string, Facet>();
    this.#facets.set(name, facets.set(slug, { slug, label, documents: (facets.get(slug)?.documents ?? 0) + 1 }));
  }

  state(): Findings {
    const facets = (name: TagName) =>
      [...(this.#facets.get(name)?.values() ?? [])].sort(
        (a, b) => b.documents - a.documents || (a.slug < b.slug ? -1 : 1),
      );
    return {
      query: this.#request.query,
      documents: this.#documents,
      count: this.#count,
      checked: this.#checked,
      candidates: this.#candidates,
      complete: this.#checked === this.#candidates,
      facets: {
        topics: facets('topics'),
        places: facets('places'),
        years: facets('years'),
        genres: facets('genres'),
        completeness: facets('completeness'),
      },
    };
  }
}

/** A sorted list with one more in its place; the list that was given stays as it is. */
function inserted<T>(sorted: readonly T[], one: T, compare: (a: T, b: T) => number): T[] {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(sorted[middle] as T, one) <= 0) from = middle + 1;
    else to = middle;
  }
  return sorted.toSpliced(from, 0, one);
}

/** Best first; then the newest, then ids, so that an order never depends on who answered first. */
export function byRank(a: FoundDocument, b: FoundDocument): number {
  return b.score - a.score || newestFirst(a, b);
}
