/** From selected words to the link that quotes them. */

import { placesOf, type Stretch } from './check.ts';
import { type FoldedText, foldBlocks, foldWords, type QuotedBlock } from './folded.ts';
import { END, hashOfWords, LONGEST, type Quotation } from './link.ts';

/** A place between two characters: UTF-16 offset in the text of a block. */
export interface Spot {
  block: number;
  offset: number;
}

/** @returns null where nothing but white space is selected */
export function makeQuotation(blocks: readonly QuotedBlock[], start: Spot, end: Spot): Quotation | null {
  const text = foldBlocks(blocks);
  const stretch = stretchBetween(text, start, end);
  return stretch && quoteStretch(blocks, text, stretch);
}

/** What counts between two spots; null where nothing does. */
export function stretchBetween(text: FoldedText, start: Spot, end: Spot): Stretch | null {
  const from = text.from.findIndex((_, unit) =>
    text.block[unit] === start.block
      ? (text.to[unit] as number) > start.offset
      : (text.block[unit] as number) > start.block,
  );
  const to =
    text.from.findLastIndex((_, unit) =>
      text.block[unit] === end.block
        ? (text.from[unit] as number) < end.offset
        : (text.block[unit] as number) < end.block,
    ) + 1;
  return from < 0 || to <= from ? null : { from, to };
}

/** The quotation of a stretch of the blocks' folded text. */
export function quoteStretch(blocks: readonly QuotedBlock[], text: FoldedText, { from, to }: Stretch): Quotation {
  const block = text.block[from] as number;
  const folded = text.text.slice(from, to);
  const occurrence = placesOf(text.text, folded).filter(
    (place) => text.block[place.from] === block && place.from <= from,
  ).length;
  const place = { anchor: (blocks[block] as QuotedBlock).id, occurrence };
  const words = wordsOf(blocks, text, { from, to });
  if ([...words].length <= LONGEST && foldWords(words) === folded) return { ...place, words };
  const units = [...folded];
  return {
    ...place,
    from: units.slice(0, END).join(''),
    to: units.slice(-END).join(''),
    length: units.length,
    hash: hashOfWords(folded),
  };
}

/** The words of a stretch as published, with nothing or, say, a line end between blocks. */
export function wordsOf(
  blocks: readonly QuotedBlock[],
  text: FoldedText,
  { from, to }: Stretch,
  between: string = '',
): string {
  const [first, last] = [text.block[from] as number, text.block[to - 1] as number];
  return blocks
    .slice(first, last + 1)
    .map((block, index) =>
      block.text.slice(index === 0 ? text.from[from] : 0, first + index === last ? text.to[to - 1] : undefined),
    )
    .join(between);
}
