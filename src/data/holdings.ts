/** What the library holds, counted for the front page; nothing here grows with the number of speeches. */
import type { Known } from './card.ts';
import { type TagKind, tagged, tagKind, UNKNOWN } from './tags.ts';
import { words } from './words.ts';

/** A count and what is counted. */
export interface Row {
  name: string;
  /** Path of the page that lists it, below the site's own address; null where there is none. */
  path: string | null;
  count: number;
  /** Whether it counts what the copies do not say. */
  unknown?: boolean;
}

/** One row for each tag of a kind; of places the provinces alone. The most frequent come first, the unknown last. */
export function tagRows(kind: TagKind['kind'], speeches: readonly Known[], limit = Number.POSITIVE_INFINITY): Row[] {
  return tagged(tagKind(kind), speeches)
    .filter(({ tag }) => !tag.depth)
    .map(({ tag, entries }) => ({
      name: tag.label,
      path: `/${kind}/${tag.slug}/`,
      count: entries.length,
      unknown: tag.slug === UNKNOWN,
    }))
    .sort((a, b) => Number(a.unknown) - Number(b.unknown) || b.count - a.count)
    .slice(0, limit);
}

/**
 * One row for each year from the newest down, those without a speech too; what lies further back is one row, and so is
 * what has no year.
 * @param limit how many years are shown one by one
 */
export function yearRows(speeches: readonly Known[], limit = 12): Row[] {
  const groups = tagged(tagKind('years'), speeches);
  const counts = new Map(groups.map(({ tag, entries }) => [tag.slug, entries.length]));
  const unknown = counts.get(UNKNOWN) ?? 0;
  const known = [...counts.keys()].filter((slug) => slug !== UNKNOWN).map(Number);
  const newest = Math.max(...known);
  const oldest = Math.max(Math.min(...known), newest - limit + 1);
  const rows: Row[] = [];
  for (let year = newest; year >= oldest && known.length > 0; year--) {
    const count = counts.get(String(year)) ?? 0;
    rows.push({ name: words.timeline.year(year), path: count > 0 ? `/years/${year}/` : null, count });
  }
  const earlier = known.filter((year) => year < oldest).reduce((sum, year) => sum + (counts.get(String(year)) ?? 0), 0);
  if (earlier > 0) rows.push({ name: words.timeline.earlier(oldest), path: '/years/', count: earlier });
  if (unknown > 0)
    rows.push({ name: words.timeline.unknown, path: `/years/${UNKNOWN}/`, count: unknown, unknown: true });
  return rows;
}
