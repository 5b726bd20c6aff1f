/** Long lists in parts that stay put: which part an item is in depends on its id and on how full that part is, on nothing else. */
import { createHash } from 'node:crypto';

export interface Part<T> {
  /** First bits of the SHA-256 of all ids in it, as `0` and `1`; empty for the only part. */
  bits: string;
  /** By id. */
  items: T[];
}

/**
 * A part that would hold more than `most` is halved by the next bit, so that a new item changes its own part alone.
 * Parts without items are left out.
 * @param size of an item, in the unit of `most`; an item that is larger gets a part of its own
 */
export function partition<T extends { id: string }>(
  items: readonly T[],
  size: (item: T) => number,
  most: number,
): Part<T>[] {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return split(
    sorted.map((item) => ({ item, hash: hashBits(item.id), size: size(item) })),
    '',
    most,
  );
}

interface Sized<T> {
  item: T;
  hash: string;
  size: number;
}

function split<T>(sized: Sized<T>[], bits: string, most: number): Part<T>[] {
  if (sized.length === 0) return [];
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  if (sized.length === 1 || total <= most) return [{ bits, items: sized.map(({ item }) => item) }];
  return ['0', '1'].flatMap((bit) =>
    split(
      sized.filter(({ hash }) => hash[bits.length] === bit),
      bits + bit,
      most,
    ),
  );
}

/** SHA-256 of an id, as 256 times `0` or `1`. */
export function hashBits(id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
