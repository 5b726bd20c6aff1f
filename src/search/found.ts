/** A document that matches: how often, how high, and its lines. */
import { type Excerpt, excerpts } from './excerpt.ts';
import type { Filters } from './library.ts';
import type { BlockHits, Matcher } from './match.ts';
import { bySection, type Ranked, rank } from './rank.ts';
import { newestFirst, type SearchBlock, type SearchRecord, type TagName, type Tags } from './record.ts';

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

/** A document that matches, in short: enough to count it and to ask for its lines (`foundDocuments`). */
export interface Brief extends Pick<FoundDocument, 'id' | 'date' | 'count' | 'score'> {
  /** Number in the library. */
  document: number;
}

/** What a text says of its document; null where it does not match. */
export function verified(record: SearchRecord, sought: Matcher, filters: Filters): Verified | null {
  if (!passes(record.tags, filters)) return null;
  const blocks = sought.findAll(record.blocks);
  if (!blocks) return null;
  const { id, path, title, titleDerived, date, place, tags } = record;
  const { score, sections } = rank(record, blocks, sought);
  const count = blocks.reduce((sum, { spans }) => sum + spans.length, 0);
  const lines = () => {
    const hits = bestFirst(linesOf(record, blocks), sections);
    return { id, path, title, titleDerived, date, place, hits, count, score };
  };
  return { id, date, count, score, tags, lines };
}

export interface Verified extends Omit<Brief, 'document'> {
  tags: Tags;
  /** Cut out only where they are wanted. */
  lines: () => FoundDocument;
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

export type Placed = Pick<FoundDocument, 'id' | 'date' | 'score'>;

/** Best first; then the newest, then ids, so that an order never depends on who answered first. */
export function byRank(a: Placed, b: Placed): number {
  return b.score - a.score || newestFirst(a, b);
}
