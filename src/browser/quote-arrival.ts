/** Someone follows a link to quoted words: they are found and marked, and a bar says whether they are still the same. */
import { checkQuotation, type Stretch } from '../text/quotation/check.ts';
import { type FoldedText, foldBlocks } from '../text/quotation/folded.ts';
import { parseQuotation } from '../text/quotation/link.ts';
import { type PageText, pageTexts } from './page-text.ts';
import { verdictBar } from './quote-verdict.ts';

/** Name under which the style sheet knows the marks: `::highlight(quotation)`. */
const HIGHLIGHT = 'quotation';

export async function arrive(): Promise<void> {
  const quotation = parseQuotation(location);
  if (!quotation) return;
  const blocks = pageTexts();
  const text = foldBlocks(blocks);
  const home = blocks.findIndex(({ element }) => element.contains(document.getElementById(quotation.anchor)));
  const verdict = checkQuotation(text, home, quotation);
  const places = verdict.kind === 'absent' ? [] : [verdict.at].flat();
  await verdictBar({ quotation, verdict, blocks, text, home, again: () => void arrive() });
  const ranges = places.map((place) => rangesOf(blocks, text, place));
  mark(ranges.flat());
  // The browser itself goes to the paragraph until the page is loaded.
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  const first = verdict.kind === 'moved' ? undefined : ranges[0]?.[0];
  const element = first?.startContainer.parentElement ?? blocks[home]?.element;
  if (element) bringIntoView(element, first ?? element);
}

/** One range a block, so that notes in between stay unmarked. */
function rangesOf(blocks: PageText[], text: FoldedText, { from, to }: Stretch): Range[] {
  const ranges: Range[] = [];
  for (let start = from; start < to; ) {
    const block = text.block[start] as number;
    const end = Math.min(to, text.block.lastIndexOf(block) + 1);
    ranges.push((blocks[block] as PageText).range(text.from[start] as number, text.to[end - 1] as number));
    start = end;
  }
  return ranges;
}

function mark(ranges: Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
}

/** Opens what is folded around the words or the named place, and puts them below the upper third of the window. */
function bringIntoView(element: Element, place: Element | Range): void {
  element.dispatchEvent(new Event('beforematch', { bubbles: true }));
  scrollBy({ top: place.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
}
