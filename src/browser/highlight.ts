/** Marks words in the text of a speech page, without touching the text itself. */

/** Names under which the style sheets know the marks: `::highlight(search-hit)`. */
const HIT = 'search-hit';
const CURRENT = 'search-hit-current';

/** Marks these places and no others, one of them as the current; nothing where the browser has no CSS Custom Highlight API. */
export function highlight(ranges: readonly Range[], current: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(HIT);
  CSS.highlights.delete(CURRENT);
  if (ranges.length > 0) CSS.highlights.set(HIT, new Highlight(...ranges));
  if (!current) return;
  const mark = new Highlight(current);
  mark.priority = 1;
  CSS.highlights.set(CURRENT, mark);
}
