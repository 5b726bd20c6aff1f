/** Which part of the index a document belongs to. It depends on the document's id and the number of parts alone. */
import { bucketOf } from '../../src/search/postings/format.ts';

/** Documents of a part on average, at most: so many are read anew where one of them has changed. */
const LARGEST = 200;

/**
 * How many parts a library is kept in: a power of two, so that few changes of its size change it.
 * @param shards machines that share the work; each makes at least one part
 */
export function partsFor(documents: number, shards = 1): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, shards, documents / LARGEST)));
}

/** From 0 to before `parts`. */
export function partOf(id: string, parts: number): number {
  return bucketOf(id, parts);
}
