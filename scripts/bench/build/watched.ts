/** Programs that run as children, with what they took. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { childrenCpu } from '../../lib/laps.ts';
import { watchUsage } from '../search/usage.ts';

export interface Cost {
  /** CPU seconds of the process with its threads and children. */
  cpu: number;
  /** The most memory that the process and its children had in use at one time, in bytes; pages they share count for each. */
  peak: number;
  /** Seconds that passed. */
  wall: number;
}

/** Memory in bytes at a time in milliseconds since 1970. */
export interface Look {
  at: number;
  memory: number;
}

export interface Program {
  command: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
}

/** Milliseconds between two words that it still runs. */
const SIGN_OF_LIFE = 30_000;
/** Characters of what it printed that are shown where it fails. */
const LAST_WORDS = 4000;

/**
 * Runs one program to its end. No other may run meanwhile: children that have ended are counted together.
 * @throws Error with its last words where it ends badly
 */
export async function runWatched(program: Program, say: (text: string) => void): Promise<Cost & { looks: Look[] }> {
  const { command, args, cwd, env } = program;
  const [before, from] = [childrenCpu(), performance.now()];
  const seconds = () => (performance.now() - from) / 1000;
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LAST_WORDS);
    });
  const looks: Look[] = [];
  const usage = watchUsage(child.pid ?? 0, (memory) => looks.push({ at: Date.now(), memory }));
  const timer = setInterval(() => {
    say(`……${Math.round(seconds())} 秒，内存 ${gigabytes(looks.at(-1)?.memory ?? 0)}`);
  }, SIGN_OF_LIFE);
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done)).finally(
    () => clearInterval(timer),
  );
  const { cpu, peak } = usage();
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} 没有成功（${code}）：\n${said}`);
  // A child that its parent did not wait for is only in what was seen; a last moment is only in what ended children tell.
  return { cpu: Math.max(cpu, childrenCpu() - before), peak, wall: seconds(), looks };
}

export function peakBetween(looks: readonly Look[], from: number, to: number): number {
  return looks.reduce((peak, { at, memory }) => (at >= from && at <= to ? Math.max(peak, memory) : peak), 0);
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

/** HTML files below the folder. */
export function countPages(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).length;
}
