/** How high a document stands among those that match. */
import type { BlockHits, Matcher } from './match.ts';
import type { SearchBlock, SearchRecord } from './record.ts';

/** A hit in the title outweighs any number of hits elsewhere, one in a heading any number in the text. */
const WEIGHTS: Partial<Record<SearchBlock['kind'], number>> = { title: 2, heading: 1 };

/** From 0 up; the whole part says where the best hit stands, the rest how often. */
export function score(_record: SearchRecord, blocks: BlockHits<SearchBlock>[], _sought: Matcher): number {
  const count = blocks.reduce((sum, { spans }) => sum + spans.length, 0);
  const best = Math.max(...blocks.map(({ block }) => WEIGHTS[block.kind] ?? 0));
  return best + count / (count + 10);
}
