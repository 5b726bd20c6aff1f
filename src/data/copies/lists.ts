/** The lists of all speeches and of all anchors: a small index, and parts of bounded size that one new speech leaves alone. */
import { createHash } from 'node:crypto';
import type { Address } from '../address.ts';
import { type Part, partition } from './partition.ts';
import { type AnchorsEntry, type CopyList, type SpeechEntry, schemaPath } from './schemas.ts';
import { json } from './speech.ts';

export interface PartFile {
  bits: string;
  /** How many speeches it tells of. */
  speeches: number;
  content: string;
}

/** Speeches in one part. */
export const SPEECHES_A_PART = 500;
/** Bytes of one part of the anchors. */
export const ANCHOR_BYTES = 256 * 1024;
/** Bytes of a part that are kept for what stands around its entries, address of the schema included. */
const AROUND = 1024;

/** File of a part; the only part of a short list has no bits to be named by. */
export function partPath(kind: 'speeches' | 'anchors', bits: string): string {
  return `/${kind}/parts/${bits || 'all'}.json`;
}

export function speechParts(entries: readonly SpeechEntry[], address: Address): PartFile[] {
  const $schema = address(schemaPath('speeches-part-1'));
  const write = (items: SpeechEntry[]) => json({ $schema, speeches: items });
  return partition(entries, () => 1, SPEECHES_A_PART).map((part) => file(part, write));
}

type Anchors = AnchorsEntry & { id: string };

export function anchorParts(speeches: readonly Anchors[], address: Address): PartFile[] {
  const $schema = address(schemaPath('anchors-part-1'));
  const write = (items: Anchors[]) =>
    json({ $schema, speeches: Object.fromEntries(items.map(({ id, ...anchors }) => [id, anchors])) });
  const size = (item: Anchors) => Buffer.byteLength(JSON.stringify(item));
  return partition(speeches, size, ANCHOR_BYTES - AROUND).map((part) => file(part, write));
}

function file<T>({ bits, items }: Part<T>, write: (items: T[]) => string): PartFile {
  return { bits, speeches: items.length, content: write(items) };
}

export function listOf(kind: 'speeches' | 'anchors', parts: readonly PartFile[], address: Address): CopyList {
  return {
    $schema: address(schemaPath(`${kind}-1`)),
    speeches: parts.reduce((sum, { speeches }) => sum + speeches, 0),
    parts: parts.map(({ bits, speeches, content }) => ({
      bits,
      address: address(partPath(kind, bits)),
      speeches,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
}
