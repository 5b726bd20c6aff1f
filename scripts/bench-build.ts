/**
 * `npm run bench:build -- --documents 1000 [--beside eleventy,starlight|none] [--seed 1] [--resume] [--profile]`: what normalizing and building a
 * made-up library costs, in CPU seconds, memory and time, beside other builders on the same texts; `--slopes 1000,3000,10000`: ours alone at
 * each size, and whether it grows in proportion. Progress goes to stderr, every result also to `.cache/bench-build/results.jsonl`; `--resume`
 * measures only what the same programs have not measured yet. `--profile` tells instead which functions a first build spends its time in.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, measureOther, type Other, others, otherTasks } from './bench/build/others.ts';
import { makeWorkshop, measureOurs, measureUncompared, tasks } from './bench/build/ours.ts';
import { profileBuild } from './bench/build/profile.ts';
import { report, slopes } from './bench/build/report.ts';
import {
  type Builder,
  type Circumstances,
  type Measured,
  type Result,
  Results,
  type Task,
} from './bench/build/results.ts';
import { writeCorpus } from './bench/corpus/write.ts';
import { canMeasure } from './bench/search/usage.ts';
import { whole } from './check-search.ts';
import { digestOfFiles } from './lib/digest.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readSpeeches } from './lib/speeches.ts';

const cache = join(root, '.cache/bench-build');
const results = new Results(join(cache, 'results.jsonl'));
const PROGRAMS = ['astro.config.mjs', 'package-lock.json', 'public', 'scripts', 'src'];

await main(async () => {
  if (!canMeasure) throw new Problem('这台机器没有 /proc，量不出 CPU 与内存：请在 Linux 上运行。');
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000' },
      beside: { type: 'string', default: 'eleventy,starlight' },
      seed: { type: 'string', default: '1' },
      slopes: { type: 'string' },
      resume: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const code = digestOfFiles(root, PROGRAMS, '');
  const at = (documents: number): Circumstances => ({ documents, seed: whole(values.seed), code });
  const documents = whole(values.documents);
  if (values.profile) return profile(at(documents));
  if (values.slopes)
    return compareSizes(
      values.slopes
        .split(',')
        .map(whole)
        .sort((a, b) => a - b),
      at,
      values.resume,
    );
  await compareBuilders(at(documents), besideOf(values.beside), values.resume);
});

function besideOf(text: string): Other[] {
  const names = text === 'none' ? [] : text.split(',');
  const known = Object.keys(others);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Problem(`--beside 是 none，或 ${known.join('、')} 中的几个，以逗号隔开。`);
  return names as Other[];
}

async function compareBuilders(at: Circumstances, beside: readonly Other[], resume: boolean): Promise<void> {
  const measured = await ours(at, resume);
  measured.push(...(await uncompared(at, resume)));
  const leftOut: string[] = [];
  for (const name of beside) {
    const found = await other(name, at, resume);
    if (found) measured.push(...found);
    else leftOut.push(`left out: ${others[name].name}: 没能从软件包仓库取到`);
  }
  console.log(`${at.documents} 篇，种子 ${at.seed}。峰值是各进程同时所用内存之和。\n`);
  console.log(report(measured, at.documents));
  for (const line of leftOut) console.log(line);
}

async function compareSizes(sizes: number[], at: (documents: number) => Circumstances, resume: boolean): Promise<void> {
  const bySize = new Map<number, Result[]>();
  for (const size of sizes) bySize.set(size, await ours(at(size), resume));
  console.log(slopes(bySize));
}

async function profile(at: Circumstances): Promise<void> {
  const folder = join(cache, 'profiled');
  makeWorkshop(folder, corpusOf(at));
  console.log(await profileBuild(folder, sayer(at)));
}

function workshopOf({ documents, seed }: Circumstances): string {
  return join(cache, `ours-${documents}-${seed}`);
}

async function ours(at: Circumstances, resume: boolean): Promise<Result[]> {
  return once('ours', tasks, at, resume, (say) => {
    makeWorkshop(workshopOf(at), corpusOf(at));
    return measureOurs(workshopOf(at), say);
  });
}

async function uncompared(at: Circumstances, resume: boolean): Promise<Result[]> {
  const folder = join(cache, 'uncompared');
  return once('ours', ['without-comparison'], at, resume, (say) => measureUncompared(folder, workshopOf(at), say));
}

async function other(name: Other, at: Circumstances, resume: boolean): Promise<Result[] | null> {
  const folder = join(cache, name);
  if (!ensureInstalled(folder, others[name], sayer(at, name))) return null;
  return once(name, otherTasks, at, resume, async function* (say) {
    const speeches = await readSpeeches(join(workshopOf(at), 'src/content/speeches'));
    yield* measureOther(folder, others[name], speeches, say);
  });
}

/** What was measured already, or what is measured now. */
async function once(
  builder: Builder,
  wanted: readonly Task[],
  at: Circumstances,
  resume: boolean,
  measure: (say: (text: string) => void) => AsyncIterable<Measured>,
): Promise<Result[]> {
  const known = resume ? results.find(builder, wanted, at) : null;
  if (known) return known;
  const measured: Result[] = [];
  for await (const each of measure(sayer(at, builder))) {
    const result = { ...each, builder, ...at };
    results.add(result);
    measured.push(result);
  }
  return measured;
}

/** Made once for each number and seed. */
function corpusOf(at: Circumstances): string {
  const folder = join(cache, `corpus-${at.documents}-${at.seed}`);
  if (existsSync(folder)) return folder;
  sayer(at)('造原文');
  const beside = `${folder}.tmp`;
  rmSync(beside, { recursive: true, force: true });
  writeCorpus(beside, at.documents, at.seed);
  renameSync(beside, folder);
  return folder;
}

function sayer({ documents }: Circumstances, builder = 'ours'): (text: string) => void {
  return (text) => console.error(`[${Math.round(performance.now() / 1000)} 秒] ${documents} 篇 ${builder} ${text}`);
}
