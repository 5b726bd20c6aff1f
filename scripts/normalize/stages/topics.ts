/**
 * Topic sentences: paragraphs of one build, each opening with a short sentence that names what its 一是…二是… items
 * unfold. In a text without numbered parts these sentences are its unnumbered run-in headings.
 */
import { type Candidate, inOrder } from './candidates.ts';
import type { Piece } from './pieces.ts';

const FEWEST = 3;
const LONGEST = 30;

export function findTopics(units: Piece[], candidates: Candidate[]): Candidate[] {
  if (candidates.some((each) => each.kind !== 'item')) return candidates;
  const topics: Candidate[] = [];
  const firsts = new Map(candidates.toReversed().map((each) => [each.unit, each]));
  for (const [unit, piece] of units.entries()) {
    const first = firsts.get(unit);
    if (piece.kind !== 'text' || first?.ordinal !== 1) continue;
    const stop = piece.passage.text.search(/[。！？；：]/u);
    if (stop <= 0 || stop > LONGEST || piece.passage.text[stop] !== '。' || first.offset <= stop) continue;
    topics.push({
      unit,
      offset: 0,
      kind: 'topic',
      ordinal: topics.length + 1,
      marker: '',
      heading: piece.passage.text.slice(0, stop),
      end: stop + 1,
      form: 'runin',
      unsure: false,
    });
  }
  if (topics.length < FEWEST) return candidates;
  return [...topics, ...candidates].sort(inOrder);
}
