/** Where a build spends its CPU seconds: a summary of the profiles that Node writes. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../../lib/columns.ts';
import { settingsOf } from './ours.ts';
import { runWatched } from './watched.ts';

/** What is read of a `.cpuprofile`; one for each thread. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  /** Ids of nodes. */
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** Seconds by name, the most first. */
export type Ranking = [name: string, seconds: number][];

export interface Summary {
  seconds: number;
  /** In the function itself. */
  self: Ranking;
  /** In the function and all that it calls. */
  total: Ranking;
  /** In the functions of a package themselves. */
  packages: Ranking;
}

/** Waiting, not work. */
const IDLE = '(idle)';
const LINES = 30;
/** Where a build puts the pages' code together, below the workshop. */
const BUNDLED = /^\.cache\/next-\d+\//;

/** @param root what paths are shown relative to */
export function summarize(profiles: readonly CpuProfile[], root: string): Summary {
  const [self, total, packages] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let seconds = 0;
  for (const { nodes, samples, timeDeltas } of profiles) {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const own = new Map<number, number>();
    for (const [at, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[at] ?? 0) / 1e6);
    const walk = (id: number, above: ReadonlySet<string>): number => {
      const node = byId.get(id);
      if (!node || node.callFrame.functionName === IDLE) return 0;
      const name = nameOf(node.callFrame, root);
      const here = own.get(id) ?? 0;
      const within = above.has(name) ? above : new Set(above).add(name);
      const below = (node.children ?? []).reduce((sum, child) => sum + walk(child, within), 0);
      seconds += here;
      add(self, name, here);
      add(packages, packageOf(node.callFrame.url, root), here);
      // A function that calls itself would be counted twice.
      if (!above.has(name) && isOfPackage(node.callFrame.url)) add(total, name, here + below);
      return here + below;
    };
    if (nodes[0]) walk(nodes[0].id, new Set());
  }
  return { seconds, self: ranked(self), total: ranked(total), packages: ranked(packages) };
}

function add(sums: Map<string, number>, name: string, seconds: number): void {
  sums.set(name, (sums.get(name) ?? 0) + seconds);
}

function ranked(sums: Map<string, number>): Ranking {
  return [...sums].filter(([, seconds]) => seconds > 0).sort(([, one], [, other]) => other - one);
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame'], root: string): string {
  if (!url) return functionName || '（无名）';
  return `${functionName || '（无名）'} ${pathOf(url, root).replace(/^.*node_modules\//, '')}:${lineNumber + 1}`;
}

/** The loaders of Node and V8 itself call everything; what they call is told by those who asked for it. */
function isOfPackage(url: string): boolean {
  return url !== '' && !url.startsWith('node:');
}

/** Package, `node`, folder of the project, or what is no code of JavaScript. */
function packageOf(url: string, root: string): string {
  if (!url) return 'V8';
  const path = pathOf(url, root);
  if (/^(node|wasm):/.test(path)) return path.replace(/:.*$/s, '');
  if (BUNDLED.test(path)) return '打包后的页面';
  const inside = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return inside ?? path.split('/').slice(0, 2).join('/');
}

function pathOf(url: string, root: string): string {
  return url.startsWith('file:') ? relative(root, fileURLToPath(url)).replaceAll('\\', '/') : url;
}

export function show({ seconds, self, total, packages }: Summary): string {
  const block = (title: string, ranking: Ranking) =>
    table([
      [title, '秒', '占'],
      ...ranking
        .slice(0, LINES)
        .map(([name, spent]) => [name, spent.toFixed(2), `${((100 * spent) / seconds).toFixed(1)}%`]),
    ]);
  return [block('函数自身', self), block('函数连同它所调用的', total), block('软件包自身', packages)].join('\n\n');
}

/** Normalizes in a workshop, then builds for the first time with a profile. Programs that are no JavaScript are not in it. */
export async function profileBuild(folder: string, say: (text: string) => void): Promise<string> {
  const program = { command: process.execPath, cwd: folder, env: settingsOf(folder) };
  say('规范化');
  await runWatched({ ...program, args: ['scripts/normalize.ts'] }, say);
  say('构建');
  const profiles = join(folder, '.cache/profiles');
  rmSync(profiles, { recursive: true, force: true });
  const args = ['--cpu-prof', `--cpu-prof-dir=${profiles}`, 'scripts/build.ts', '--as-committed'];
  const { cpu } = await runWatched({ ...program, args }, say);
  const read = readdirSync(profiles).map(
    (name) => JSON.parse(readFileSync(join(profiles, name), 'utf8')) as CpuProfile,
  );
  const summary = summarize(read, folder);
  return `${show(summary)}\n\n按经过的时间取样，共 ${summary.seconds.toFixed(1)} 秒：机器忙时看所占的份额。整个构建 ${cpu.toFixed(1)} CPU 秒。\n各线程的原件：${profiles}`;
}
