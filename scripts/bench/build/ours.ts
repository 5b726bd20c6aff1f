/** Our own builds, measured in a workshop. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { frugalFor } from '../../lib/bootstrap.mjs';
import type { Lap } from '../../lib/laps.ts';
import { changeOne } from '../../proofs/builds/change.ts';
import { copyProject } from '../../proofs/builds/workshop.ts';
import type { Measured, Phase, Task } from './results.ts';
import { countPages, type Look, peakBetween, runWatched } from './watched.ts';

type Say = (text: string) => void;

const COMPARISON = 'src/pages/speeches/[id]/source';

/** A copy of the project that holds the corpus alone, not yet normalized. */
export function makeWorkshop(folder: string, corpus: string): void {
  rmSync(folder, { recursive: true, force: true });
  copyProject(folder, { empty: true });
  cpSync(join(corpus, 'sources'), join(folder, 'sources'), { recursive: true });
}

/** In the order in which they build on each other. */
export const tasks = ['normalize', 'cold', 'unchanged', 'changed'] as const satisfies Task[];

export async function* measureOurs(folder: string, say: Say): AsyncGenerator<Measured> {
  yield await normalizeIn(folder, say);
  yield await buildIn(folder, 'cold', [], say);
  yield await buildIn(folder, 'unchanged', [], say);
  changeOne(folder);
  yield await buildIn(folder, 'changed', [], say);
}

/** The same texts without the pages that other builders do not make. @param normalized workshop whose texts are taken */
export async function* measureUncompared(folder: string, normalized: string, say: Say): AsyncGenerator<Measured> {
  rmSync(folder, { recursive: true, force: true });
  copyProject(folder, { empty: true });
  for (const part of ['sources', 'src/content'])
    cpSync(join(normalized, part), join(folder, part), { recursive: true });
  rmSync(join(folder, COMPARISON), { recursive: true });
  yield await buildIn(folder, 'without-comparison', ['--as-committed'], say);
}

async function normalizeIn(folder: string, say: Say): Promise<Measured> {
  say('规范化');
  const program = { command: process.execPath, args: ['scripts/normalize.ts'], cwd: folder };
  const { looks: _, ...cost } = await runWatched(program, say);
  return { ...cost, task: 'normalize', pages: 0, phases: [] };
}

async function buildIn(folder: string, task: Task, args: readonly string[], say: Say): Promise<Measured> {
  say(`构建：${task}`);
  const lapsFile = join(folder, '.cache/laps.json');
  const { flags, env } = frugalFor('build');
  const { looks, ...cost } = await runWatched(
    {
      command: process.execPath,
      args: [...flags, 'scripts/build.ts', ...args, '--laps', lapsFile],
      cwd: folder,
      env: { ...env, ...settingsOf(folder) },
    },
    say,
  );
  const pages = countPages(join(folder, 'dist'));
  return { ...cost, task, pages, phases: phasesOf(JSON.parse(readFileSync(lapsFile, 'utf8')), looks) };
}

/** With an address, so that feeds, site map and canonical addresses are made. */
export function settingsOf(folder: string): Record<string, string> {
  return { SITE_URL: 'https://example.test', BASE_PATH: '/', OUT_DIR: join(folder, 'dist') };
}

/** Each lap with the memory that was seen in its time. */
export function phasesOf(laps: readonly Lap[], looks: readonly Look[]): Phase[] {
  return laps.map(({ name, cpu, wall, ended }) => ({
    name,
    cpu,
    wall,
    peak: peakBetween(looks, ended - wall * 1000, ended),
  }));
}
