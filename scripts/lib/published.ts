/** What stands on disk of speeches that have been published. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { EMPTY_LOCK, type Lock, type Published, readLock } from '../normalize/anchors/index.ts';
import type { Farewell } from '../normalize/knowledge.ts';

export function lockPath(id: string): string {
  return `src/content/anchors/${id}.json`;
}

/**
 * What stands on disk of a speech that has been published.
 * @param formerly ids that it had once: at its first state under the new one it goes on from the last state under the old
 */
export function published(root: string, id: string, formerly: readonly string[] = []): Published {
  const name = [id, ...formerly].find((each) => existsSync(join(root, lockPath(each)))) ?? id;
  const path = `src/content/speeches/${name}.mdx`;
  const mdx = read(join(root, path));
  return { lock: lockOf(root, name) ?? EMPTY_LOCK, speech: mdx === null ? null : speechIn(mdx, path) };
}

export function formerNames(id: string, farewells: readonly Farewell[]): string[] {
  return farewells.filter((farewell) => 'renamed' in farewell && farewell.renamed === id).map((each) => each.id);
}

/** null where the speech was never published. */
export function lockOf(root: string, id: string): Lock | null {
  const json = read(join(root, lockPath(id)));
  return json === null ? null : readLock(json, lockPath(id));
}

/** null for a file that is spoilt: it is made anew, and what it said of the past is not believed. */
function speechIn(mdx: string, path: string): Speech | null {
  try {
    return readSpeech(mdx, path);
  } catch {
    return null;
  }
}

/** null for a file that does not exist. */
export function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
