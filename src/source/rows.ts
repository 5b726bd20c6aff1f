/** The rows of a comparison page: each block of the speech beside the lines of the copy that it comes from. */
import type { Segment } from '../text/account.ts';
import { type Block, type Speech, type TextBlock, textBlocks } from '../text/speech.ts';

export interface Row {
  /** null: whole lines of the copy that were taken out. An omission has no segments. */
  block: Block | null;
  segments: Segment[];
}

const LINE_END = /\r\n|\r|\n/g;

/**
 * All `source` of all rows together are the copy, all `published` the published text. A removal or a white space that reaches
 * over several rows is cut at a line end; its pieces carry the same `edit`.
 * @param segments the copy and the published text side by side
 */
export function collate(speech: Speech, segments: Segment[]): Row[] {
  const texts = textBlocks(speech);
  if (texts.length === 0)
    return [{ block: null, segments }, ...speech.blocks.map((block) => ({ block, segments: [] }))];
  const { contents, seams } = takeApart(segments, texts);
  const cuts = seams.map((seam, index) => cutSeam(seam, index === 0, index === texts.length));
  const rows: Row[] = [];
  for (const [index, cut] of cuts.entries()) {
    rows.at(-1)?.segments.push(...cut.tail);
    if (cut.middle.length > 0) rows.push({ block: null, segments: cut.middle });
    rows.push(...omissionsBefore(speech, texts[index]).map((block): Row => ({ block, segments: [] })));
    const block = texts[index];
    if (block) rows.push({ block, segments: [...cut.lead, ...(contents[index] ?? [])] });
  }
  return rows;
}

/** The omissions right before a block, or at the end of the speech. */
function omissionsBefore({ blocks }: Speech, block: TextBlock | undefined): Block[] {
  const end = block ? blocks.indexOf(block) : blocks.length;
  const start = blocks.slice(0, end).findLastIndex(({ kind }) => kind !== 'omission') + 1;
  return blocks.slice(start, end);
}

/**
 * What publishes the text of each block, and what lies before, between and behind them: one seam more than blocks.
 * The line feed between two blocks is part of the seam.
 */
function takeApart(segments: Segment[], texts: TextBlock[]): { contents: Segment[][]; seams: Segment[][] } {
  const contents: Segment[][] = texts.map(() => []);
  const seams: Segment[][] = [[]];
  let index = 0;
  let left = texts[0]?.text.length ?? 0;
  for (const segment of segments) {
    let rest = segment;
    while (rest.edit === null && rest.published.length > left && index < texts.length) {
      const [first, second] = cutSame(rest, left || 1);
      place(first);
      rest = second;
    }
    place(rest);
  }
  return { contents, seams };

  function place(segment: Segment): void {
    const inside = index < texts.length && left > 0 && (segment.published !== '' || contents[index]?.length);
    if (inside) {
      contents[index]?.push(segment);
      left -= segment.published.length;
      if (left <= 0) seams.push([]);
    } else {
      seams.at(-1)?.push(segment);
      if (segment.published !== '') left = texts[++index]?.text.length ?? 0;
    }
  }
}

function cutSame(segment: Segment, length: number): [Segment, Segment] {
  const cut = (from: number, to?: number): Segment => {
    const text = segment.source.slice(from, to);
    return { source: text, published: text, edit: null };
  };
  return [cut(0, length), cut(length)];
}

interface Cut {
  /** Goes with the block before. */
  tail: Segment[];
  /** Whole lines without a published character, at least one of them taken out. */
  middle: Segment[];
  /** Goes with the block behind. */
  lead: Segment[];
}

/** A seam is cut behind its first and its last line end, or behind the line feed that was put in where that comes later. */
function cutSeam(seam: Segment[], isFirst: boolean, isLast: boolean): Cut {
  const ends = [
    ...seam
      .map(({ source }) => source)
      .join('')
      .matchAll(LINE_END),
  ].map((end) => end.index + end[0].length);
  if (ends.length === 0) {
    const split = isFirst ? 0 : isLast ? seam.length : seam.findIndex(({ published }) => published) + 1;
    return { tail: seam.slice(0, split), middle: [], lead: seam.slice(split) };
  }
  const [tail, behind] = isFirst ? [[], seam] : cutAt(seam, ends[0] as number);
  const length = isFirst ? 0 : (ends[0] as number);
  const [lines, rest] = isLast ? [behind, []] : cutAt(behind, (ends.at(-1) as number) - length);
  const feed = rest.findIndex(({ published }) => published) + 1;
  const [middle, lead] = [[...lines, ...rest.slice(0, feed)], rest.slice(feed)];
  if (middle.some(({ source }) => source.trim() !== '')) return { tail, middle, lead };
  return isFirst ? { tail: [], middle: [], lead: seam } : { tail: [...tail, ...middle], middle: [], lead };
}

/** What publishes nothing is cut at `length` characters of the copy; an empty segment right there stays with the first part. */
function cutAt(segments: Segment[], length: number): [Segment[], Segment[]] {
  const first: Segment[] = [];
  const second: Segment[] = [];
  let at = 0;
  for (const segment of segments) {
    const inFirst = Math.min(Math.max(length - at, 0), segment.source.length);
    if (inFirst === segment.source.length && second.length === 0) first.push(segment);
    else if (inFirst === 0) second.push(segment);
    else {
      first.push({ ...segment, source: segment.source.slice(0, inFirst) });
      second.push({ ...segment, source: segment.source.slice(inFirst), published: '' });
    }
    at += segment.source.length;
  }
  return [first, second];
}
