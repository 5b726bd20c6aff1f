/** What stands in a folder, to be compared later. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../builds/compare.ts';

/** SHA-256 by path. */
export type Snapshot = Map<string, string>;

export function snapshot(folder: string): Snapshot {
  const files = existsSync(folder) ? filesBelow(folder).sort() : [];
  return new Map(files.map((file) => [file, digest(readFileSync(join(folder, file)))]));
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Paths that only one has, or that differ. */
export function unlike(one: Snapshot, other: Snapshot): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file)).sort();
}
