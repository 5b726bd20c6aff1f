/** A site to measure on: the built one without its speeches, and the index of a made library in place of its own. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../lib/root.ts';
import { canMeasure, type Usage, watchUsage } from './usage.ts';

/** Copies what a reader's browser asks for beside the index. */
export function emptySite(built: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  const left = new Set(['speeches', 'og', 'docs', 'embed'].map((name) => join(built, name)));
  cpSync(built, target, { recursive: true, filter: (path) => !left.has(path) });
}

/** Builds in a process of its own. The cost of making the texts is not counted. */
export async function buildWatched(args: readonly string[]): Promise<Usage | null> {
  const script = join(root, 'scripts/bench/search/builder.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => printed.push(chunk));
  const usage = canMeasure && child.pid ? watchUsage(child.pid) : () => null;
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  const seen = usage();
  if (code !== 0) throw new Error(`索引没有建成：${args.join(' ')}`);
  const made = Number(printed.join('').trim().split('\n').at(-1));
  return seen && { ...seen, cpu: seen.cpu - made };
}

/** Size of an index as it lies on disk: its own files, without the copies that a host compresses. */
export function sizeOf(folder: string): { bytes: number; files: number } {
  const size = { bytes: 0, files: 0 };
  if (!existsSync(folder)) return size;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || /\.(br|gz|html)$/.test(path) || path.startsWith(join(folder, 'docs'))) continue;
    size.files++;
    size.bytes += statSync(path).size;
  }
  return size;
}
