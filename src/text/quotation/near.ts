/** Where words nearly stand in a text. */

/** A stretch of the text and what it would take to make it the words sought. */
export interface Nearest {
  from: number;
  to: number;
  /** Characters put in, taken out or exchanged. */
  edits: number;
}

/**
 * The stretch that differs least from the words (P. H. Sellers, 1980): the first one of equals. Time is the product of both lengths,
 * memory the length of the words. UTF-16 units.
 */
export function nearest(text: string, words: string): Nearest {
  const length = words.length;
  let cost = Int32Array.from({ length: length + 1 }, (_, row) => row);
  let start = new Int32Array(length + 1);
  let best: Nearest = { from: 0, to: 0, edits: length };
  for (let column = 0; column < text.length; column++) {
    const nextCost = new Int32Array(length + 1);
    const nextStart = new Int32Array(length + 1);
    nextStart[0] = column + 1;
    const unit = text.charCodeAt(column);
    for (let row = 1; row <= length; row++) {
      const exchange = (cost[row - 1] as number) + (words.charCodeAt(row - 1) === unit ? 0 : 1);
      const extra = (cost[row] as number) + 1;
      const missing = (nextCost[row - 1] as number) + 1;
      const least = Math.min(exchange, extra, missing);
      nextCost[row] = least;
      nextStart[row] = (
        least === exchange ? start[row - 1] : least === extra ? start[row] : nextStart[row - 1]
      ) as number;
    }
    [cost, start] = [nextCost, nextStart];
    const edits = cost[length] as number;
    if (edits < best.edits) best = { from: start[length] as number, to: column + 1, edits };
  }
  return best;
}
