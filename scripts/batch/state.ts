/** The state of one source and of what was made of it, as a digest: while it stays the same there is nothing to do. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { digestOfFiles } from '../lib/digest.ts';
import { root as projectRoot } from '../lib/root.ts';
import { pathsOf } from './paths.ts';

/** What is to be done, plain enough to be sent to another thread. */
export interface Task {
  /** Name of the copy in `sources/`. */
  name: string;
  /** Ids that the speech had once. */
  formerly: string[];
}

export function idOf({ name }: Task): string {
  return basename(name, extname(name));
}

/** All that decides what a source becomes: rules and code, closed lists, and the versions of the libraries. */
const RULES = ['package-lock.json', 'scripts/batch', 'scripts/lib', 'scripts/normalize', 'src/data', 'src/text'];

/** Digest of the rules. Node is among them for its tables of characters. */
export function digestOfRules(): string {
  return digestOfFiles(projectRoot, RULES, process.version);
}

/** @param contents of the copy, its `.yaml` and the files made of it, in this order */
export function digestOfState({ name, formerly }: Task, contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(JSON.stringify([name, formerly]));
  for (const content of contents) hash.update(`\n${Buffer.byteLength(content)}\n`).update(content);
  return hash.digest('base64');
}

/** The state on disk; null where a file is missing. */
export function stateOnDisk(root: string, task: Task): string | null {
  const id = idOf(task);
  const paths = [`sources/${task.name}`, `sources/${id}.yaml`, ...pathsOf(id)];
  try {
    return digestOfState(
      task,
      paths.map((path) => readFileSync(join(root, path))),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
