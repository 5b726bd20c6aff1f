/** Marks the words of a query in the text of a speech page, without touching the text itself. */
import { matcher } from '../search/match.ts';
import { pageTexts } from './page-text.ts';

/** Name under which the style sheet knows the marks: `::highlight(search-hit)`. */
const HIGHLIGHT = 'search-hit';

/**
 * Marks every occurrence in the blocks of `[data-speech-text]`; notes (`[data-note]`) are no text. An empty query takes the marks away.
 * @returns the number of occurrences; 0 where the browser has no CSS Custom Highlight API
 */
export function highlight(query: string): number {
  if (!('highlights' in CSS)) return 0;
  CSS.highlights.delete(HIGHLIGHT);
  const sought = matcher(query);
  const ranges = pageTexts().flatMap((text) => sought.find(text).map(({ from, to }) => text.range(from, to)));
  if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return ranges.length;
}
