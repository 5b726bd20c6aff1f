/** What a process and its children take, looked up in `/proc` while they run. */
import { existsSync, readFileSync } from 'node:fs';

export interface Usage {
  /** CPU seconds; what a process takes in its last moment may be missing. */
  cpu: number;
  /** The most memory that all had at one time, in bytes. */
  peak: number;
}

export const canMeasure = existsSync('/proc/self/stat');

/** Milliseconds between two looks. */
const EVERY = 100;
/** Of Linux, for programs. */
const TICKS_A_SECOND = 100;

/**
 * @param onLook told the memory of all together, in bytes, at each look
 * @returns ends watching and gives what was seen
 */
export function watchUsage(pid: number, onLook: (memory: number) => void = () => {}): () => Usage {
  const ticks = new Map<number, number>();
  let peak = 0;
  const look = () => {
    let memory = 0;
    for (const each of family(pid)) {
      const seen = lookAt(each);
      if (!seen) continue;
      ticks.set(each, seen.ticks);
      memory += seen.memory;
    }
    peak = Math.max(peak, memory);
    onLook(memory);
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    return { cpu: [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS_A_SECOND, peak };
  };
}

function family(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`)?.split(' ').filter(Boolean).map(Number) ?? [];
  return [pid, ...children.flatMap(family)];
}

function lookAt(pid: number): { ticks: number; memory: number } | null {
  // The name in parentheses may hold spaces; after it come state, parent and eight more, then user and system time.
  const stat = read(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ');
  const memory = /^VmRSS:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return stat ? { ticks: Number(stat[11]) + Number(stat[12]), memory: Number(memory ?? 0) * 1024 } : null;
}

/** null: the process has ended. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
