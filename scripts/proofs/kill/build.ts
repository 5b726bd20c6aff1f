/** Builds of a workshop that end well, or are ended. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Ended {
  /** What it said on both streams. */
  said: string;
  /** null where it was killed. */
  code: number | null;
  milliseconds: number;
}

export interface Running {
  /** Kills it and all its children at once, as a power cut would. */
  kill: () => void;
  ended: Promise<Ended>;
}

/** Starts `npm run build` in a workshop, in a group of processes of its own. */
export function startBuild(folder: string, outDir: string): Running {
  const from = performance.now();
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    env: { ...process.env, SITE_URL: 'https://example.test', BASE_PATH: '', OUT_DIR: outDir },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => said.push(text));
  return {
    kill: () => {
      try {
        process.kill(-(child.pid as number), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    },
    ended: new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => done({ said: said.join(''), code, milliseconds: performance.now() - from }));
    }),
  };
}

/** @throws Error with what the build said, if it fails */
export async function build(folder: string, outDir: string): Promise<Ended> {
  const ended = await startBuild(folder, outDir).ended;
  if (ended.code !== 0) throw new Error(`${folder} 没有构建出来：\n${ended.said}`);
  return ended;
}

/** The same with nothing remembered of earlier builds. */
export async function buildClean(folder: string, outDir: string): Promise<void> {
  for (const path of ['.cache', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(folder, path), { recursive: true, force: true });
  rmSync(outDir, { recursive: true, force: true });
  await build(folder, outDir);
}
