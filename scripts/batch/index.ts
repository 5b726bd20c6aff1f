/** All sources of a library: only what changed, on as many threads as the machine has cores. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root as projectRoot } from '../lib/root.ts';
import { mendInterrupted, type Write } from '../lib/together.ts';
import { takeTurn } from '../lib/turn.ts';
import type { Change } from '../normalize/anchors/index.ts';
import { answers } from './crew.ts';
import { journalOf, type Keeper, looker, Writer } from './keeper.ts';
import { nothing, restOf, surveyLibrary, tasksOf } from './library.ts';
import { DERIVED } from './paths.ts';
import { idOf } from './state.ts';

export interface Outcome {
  /** Files that differ from what the sources give (and, without `check`, have been written), relative to the root. */
  changed: string[];
  /** What a person has to mend. The source at fault keeps its files, and so do departed speeches; all others are written. */
  problems: string[];
}

export interface Options {
  /** Compare only, all of it, and write nothing. */
  check?: boolean;
  root?: string;
  /** Told each warning on a source whose account changed, as text for a person. */
  warn?: (text: string) => void;
  /** Told what became of the published ids of each speech that was looked at. */
  onAnchors?: (id: string, changes: Change[]) => void;
  /** Told in a sentence what is unusual about this run. */
  tell?: (text: string) => void;
  /** Told how far it is with the sources that have to be done. */
  step?: (done: number, total: number, name: string) => void;
  threads?: number;
  write?: Write;
}

/** @throws Problem where the disk is full or refuses to be written: what has been written is complete */
export async function normalizeAll(options: Options = {}): Promise<Outcome> {
  const { check = false, root = projectRoot, tell = () => {}, write } = options;
  if (check) return goThrough(root, options, looker);
  const turn = await takeTurn(join(root, '.cache/normalize.pid'), (pid) =>
    tell(`另一次规范化（进程 ${pid || '不详'}）正在进行，等它结束。`),
  );
  try {
    mend(root, turn.dead, tell);
    return await goThrough(root, options, new Writer(root, write, tell));
  } finally {
    turn.end();
  }
}

function mend(root: string, dead: number | null, tell: (text: string) => void): void {
  const folders = DERIVED.map((folder) => join(root, folder));
  const { finished, removed } = mendInterrupted(journalOf(root), folders);
  if (dead === null && finished + removed === 0) return;
  tell(
    `上次规范化${dead ? `（进程 ${dead}）` : ''}没有走完：补上 ${finished} 个已写好的文件，清除 ${removed} 个写到一半的文件，现在接着做。`,
  );
}

/** From each source to its files; then what rests on all of them. */
async function goThrough(root: string, options: Options, keeper: Keeper): Promise<Outcome> {
  const { threads = availableParallelism(), onAnchors, warn, step } = options;
  const library = surveyLibrary(root);
  if (library.problems.length > 0) return { changed: [], problems: library.problems };
  const changed: string[] = [];
  const problems: string[] = [];
  const locks = new Map<string, string>();
  const tasks = keeper.begin(tasksOf(library));
  let done = 0;
  for await (const { task, answer } of answers(root, tasks, threads)) {
    onAnchors?.(idOf(task), answer.anchors);
    for (const warning of answer.warnings) warn?.(warning);
    if (answer.problem !== null) problems.push(answer.problem);
    for (const [path, content] of answer.files) {
      changed.push(path);
      if (library.awaited.has(path)) locks.set(path, content);
    }
    keeper.keep(task, answer);
    step?.(++done, tasks.length, task.name);
  }
  const rest = problems.length === 0 ? restOf(root, library, locks) : nothing;
  changed.push(...rest.files.map(([path]) => path), ...rest.stale);
  keeper.end(rest);
  return { changed, problems };
}
