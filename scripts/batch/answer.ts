/** What is done with one source, in this thread or another: all that crosses between them is plain data. */
import { join } from 'node:path';
import { published, read } from '../lib/published.ts';
import { readSource } from '../lib/sources.ts';
import type { Change } from '../normalize/anchors/index.ts';
import { SourceError } from '../normalize/types.ts';
import { derive } from './derive.ts';
import { digestOfState, idOf, type Task } from './state.ts';

export interface Answer {
  /** What is wrong, for a person; all else but `anchors` is empty then. */
  problem: string | null;
  /** Files that differ from those on disk, by path below the root. */
  files: [path: string, content: string][];
  /** As in `Derived`; null where nothing has changed. */
  held: string | null;
  /** Warnings, as text for a person, if the account is among the files. */
  warnings: string[];
  /** What became of published ids. */
  anchors: Change[];
  /** Digest of the source together with all its files as they ought to be. */
  state: string | null;
}

/** Never throws: whatever happens to one source is its own. */
export async function answer(root: string, task: Task): Promise<Answer> {
  const told: Answer = { problem: null, files: [], held: null, warnings: [], anchors: [], state: null };
  try {
    const known = readSource(root, task.name);
    const derived = await derive(known, published(root, idOf(task), task.formerly), (changes) => {
      told.anchors = changes;
    });
    const files = derived.files.filter(([path, content]) => read(join(root, path)) !== content);
    const isAccountNew = files.some(([path]) => path.includes('/accounts/'));
    const contents = [known.source.bytes, known.yaml, ...derived.files.map(([, content]) => content)];
    return {
      ...told,
      files,
      held: files.length > 0 ? derived.held : null,
      warnings: isAccountNew ? derived.warnings : [],
      state: digestOfState(task, contents),
    };
  } catch (error) {
    return { ...told, problem: problemOf(error as Error, task) };
  }
}

function problemOf(error: Error, { name }: Task): string {
  if (error instanceof SourceError) return error.message;
  const where = /^\s+(at .*)$/m.exec(error.stack ?? '')?.[1] ?? '';
  return `sources/${name} 没能规范化，错在程序：${error.message}（${where}）。请连同这份原文报告。`;
}
