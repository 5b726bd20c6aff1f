/** One at a time: who works in a folder leaves a file with its process id there, and touches it as long as it works. */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './files.ts';
import { explained } from './together.ts';

export interface Patience {
  /** Milliseconds between two looks, and between two touches. */
  look: number;
  /** A holder that does not touch the file while one looks on for so long is dead, though its process id may live on in another. */
  silence: number;
}

const PATIENCE: Patience = { look: 250, silence: 30_000 };

export interface Turn {
  /** Process id of one that died in the middle of its turn, right before this one. */
  dead: number | null;
  end: () => void;
}

/** What this process holds: a file with its id that is not among them is older than the process. */
const held = new Set<string>();

/** Waits until nobody else has the turn. @param onWait told once, if one has to wait, for whom */
export async function takeTurn(
  path: string,
  onWait: (pid: number) => void,
  { look, silence }: Patience = PATIENCE,
): Promise<Turn> {
  mkdirSync(dirname(path), { recursive: true });
  let dead: number | null = null;
  let told = false;
  let seen = { touched: Number.NaN, since: 0 };
  while (!create(path)) {
    const holder = holderOf(path);
    if (holder === null) continue;
    if (holder.touched !== seen.touched) seen = { touched: holder.touched, since: Date.now() };
    const isDead = holder.pid === process.pid ? !held.has(path) : holder.pid > 0 && !isRunning(holder.pid);
    if ((isDead || Date.now() - seen.since > silence) && bury(path, holder)) {
      dead = holder.pid;
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await setTimeout(look);
  }
  return begin(path, dead, look);
}

function create(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    rmSync(path, { force: true });
    throw explained(error as NodeJS.ErrnoException, path);
  }
}

interface Holder {
  /** 0 where the file does not say it yet. */
  pid: number;
  /** Milliseconds. */
  touched: number;
}

/** null where nobody holds it any more. */
function holderOf(path: string): Holder | null {
  try {
    return { pid: Number(readFileSync(path, 'utf8')) || 0, touched: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}

/** Takes the file of a dead holder away. Of several that try at once only one does; for the others the file may be a new one by then. */
function bury(path: string, dead: Holder): boolean {
  const grave = `${path}.dead`;
  try {
    mkdirSync(grave);
  } catch {
    return false;
  }
  const now = holderOf(path);
  const isSame = now?.pid === dead.pid && now.touched === dead.touched;
  if (isSame) rmSync(path, { force: true });
  rmdirSync(grave);
  return isSame;
}

function begin(path: string, dead: number | null, look: number): Turn {
  held.add(path);
  const touching = setInterval(() => touch(path), look);
  touching.unref();
  return {
    dead,
    end: () => {
      clearInterval(touching);
      held.delete(path);
      rmSync(path, { force: true });
    },
  };
}

/** A file that has gone, as with the whole folder, needs no touch. */
function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {}
}
