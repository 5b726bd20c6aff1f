/** Writing so that an interruption leaves the old or the new, never half. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes beside the file and renames; makes the folder if need be. */
export function writeAtomic(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes a file of a folder that is still being made: there is no half to be seen yet, but what stands there may be
 * shared with a finished folder by a hard link, and is left to that one.
 */
export function writeAnew(path: string, content: string | Uint8Array): void {
  if (existsSync(path)) unlinkSync(path);
  writeFileSync(path, content, { flag: 'wx' });
}

/** Whether there is a process of this id, whoever started it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A new empty folder `<parent>/<name>-<pid>`; those that dead processes left behind are removed. */
export function freshFolder(parent: string, name: string): string {
  mkdirSync(parent, { recursive: true });
  for (const entry of readdirSync(parent)) {
    const pid = entry.startsWith(`${name}-`) && Number.parseInt(entry.slice(name.length + 1), 10);
    if (pid && (pid === process.pid || !isRunning(pid))) rmSync(join(parent, entry), { recursive: true });
  }
  const folder = join(parent, `${name}-${process.pid}`);
  mkdirSync(folder);
  return folder;
}

function deviceOf(path: string): number {
  return existsSync(path) ? statSync(path).dev : deviceOf(dirname(path));
}

/** Folder to prepare `target` in: `preferred` if a rename from there reaches the target, else the one beside it. */
export function stagingFor(target: string, preferred: string): string {
  return deviceOf(preferred) === deviceOf(dirname(target)) ? preferred : dirname(target);
}

/** Puts the finished folder `next` in the place of `target` by two renames; both must lie on one file system. */
export function swapIn(next: string, target: string): void {
  const old = `${next}.old`;
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}

/** The same file under another name, or where the disk has no such thing, or it is another disk, a copy of it. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to);
  }
}
