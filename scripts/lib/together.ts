/**
 * Files that become new together, whenever the process may be killed. All are written beside their places; then a journal says which
 * go where; then they are renamed. Without the journal nothing has changed, with it the next run renames what is left.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problem } from './problem.ts';

export type Write = (path: string, content: string) => void;

/**
 * @param files content by absolute path; renamed in this order
 * @throws Problem where the disk is full or refuses: all files are then the old ones
 */
export function writeTogether(journal: string, files: ReadonlyMap<string, string>, write: Write = writeFileSync): void {
  const places = [...files.keys()].map((path) => [temporaryFor(path), path] as const);
  let path = journal;
  try {
    for (const folder of new Set(places.map(([, target]) => dirname(target)))) mkdirSync(folder, { recursive: true });
    for (const [temporary, target] of places) {
      path = target;
      write(temporary, files.get(target) as string);
    }
    path = journal;
    mkdirSync(dirname(journal), { recursive: true });
    write(`${journal}.tmp`, JSON.stringify(places));
    renameSync(`${journal}.tmp`, journal);
  } catch (error) {
    for (const temporary of [...places.map(([each]) => each), `${journal}.tmp`]) rmSync(temporary, { force: true });
    throw explained(error as NodeJS.ErrnoException, path);
  }
  for (const [temporary, target] of places) renameSync(temporary, target);
  rmSync(journal);
}

function temporaryFor(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
}

/** What programs not written for Node say where there is no error code. */
const SAID: [message: RegExp, code: string][] = [
  [/No space left on device/, 'ENOSPC'],
  [/Disk quota exceeded/, 'EDQUOT'],
  [/Permission denied/, 'EACCES'],
  [/Read-only file system/, 'EROFS'],
];

function codeOf({ code, message }: NodeJS.ErrnoException): string | undefined {
  return SAID.find(([said]) => said.test(message))?.[1] ?? code;
}

/** A sentence for what a person can mend, the error itself for all else. */
export function explained(error: NodeJS.ErrnoException, path: string): Error {
  const kept = '已写好的文件都是完整的，其余保持原样';
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem(`磁盘已满，写不下 ${path}：${kept}；请腾出空间，再运行一次。`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Problem(`没有权限写 ${path}：${kept}；请改正权限，再运行一次。`);
  return error;
}

/** What was found of a run that did not come to its end. */
export interface Mended {
  /** Files that have got the content that was ready for them. */
  finished: number;
  /** Half-written files that were taken away. */
  removed: number;
}

/** Call only when nobody else writes there. @param folders that `writeTogether` writes in */
export function mendInterrupted(journal: string, folders: readonly string[]): Mended {
  const ready = placesIn(journal).filter(([temporary]) => existsSync(temporary));
  for (const [temporary, path] of ready) renameSync(temporary, path);
  const half = folders.flatMap((folder) => leftoversIn(folder));
  for (const path of half) rmSync(path, { force: true });
  rmSync(journal, { force: true });
  return { finished: ready.length, removed: half.length };
}

function placesIn(journal: string): [temporary: string, path: string][] {
  try {
    return JSON.parse(readFileSync(journal, 'utf8'));
  } catch {
    return [];
  }
}

function leftoversIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => /^\..+\.\d+\.tmp$/.test(name)).map((name) => join(folder, name));
}
