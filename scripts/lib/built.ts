/** What is remembered of a finished build, apart from the built folder, so that nothing of it is published. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from './files.ts';
import { root } from './root.ts';

/** What the library holds, counted. */
export interface Holdings {
  speeches: number;
  /** Characters that can be searched, spaces not counted. */
  characters: number;
}

export interface Built {
  /** `digestOf` the inputs. */
  digest: string;
  holdings: Holdings;
}

/** Where something is remembered of the site in a folder. */
export function recordPath(outDir: string, what: 'built' | 'standing'): string {
  return join(root, '.cache/built', `${nameOf(outDir)}.${what}.json`);
}

/** A name for a folder, the same in every run. */
export function nameOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

/** null where the folder holds no finished build of ours. */
export function readBuilt(outDir: string): Built | null {
  const stamp = recordPath(outDir, 'built');
  if (!existsSync(stamp) || !existsSync(join(outDir, 'index.html'))) return null;
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return null;
  }
}

export function writeBuilt(outDir: string, built: Built): void {
  writeAtomic(recordPath(outDir, 'built'), JSON.stringify(built));
}
