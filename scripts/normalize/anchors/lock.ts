/**
 * The lock of a speech, `src/content/anchors/<id>.json`: every id ever published, with each text it stood for.
 * It is only appended to: ids are added at the end, and a text at the end of its id's list.
 */
import { hash } from 'node:crypto';
import { type Lock, lockSchema } from '../../../src/text/lock.ts';
import { SourceError } from '../types.ts';
import type { Place } from './places.ts';

export type { Lock };

/** Code points of a text that the lock repeats, for people who read it. */
const BEGINNING = 5;

export function hashOf(text: string): string {
  return hash('sha256', text).slice(0, 8);
}

/** The hash of the text that an id stood for last; '' for an id that was never published. */
export function lastHash(lock: Lock, id: string): string {
  return lock.ids[id]?.at(-1)?.slice(0, 8) ?? '';
}

/** The lock with what is published now appended to it. */
export function appendPlaces(lock: Lock, places: readonly Place[]): Lock {
  const ids = { ...lock.ids };
  for (const { id, text } of places) {
    const digest = hashOf(text);
    if (lastHash(lock, id) === digest) continue;
    const beginning = [...text.slice(0, 2 * BEGINNING)].slice(0, BEGINNING).join('');
    ids[id] = [...(ids[id] ?? []), `${digest} ${beginning}`];
  }
  return { ids };
}

export const EMPTY_LOCK: Lock = { ids: {} };

/** @throws SourceError that names the file */
export function readLock(json: string, path: string): Lock {
  try {
    return lockSchema.parse(JSON.parse(json));
  } catch {
    throw new SourceError(`${path} 不是完好的编号锁：请从版本库取回它，不要手改。`);
  }
}
