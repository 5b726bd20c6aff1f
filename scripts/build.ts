/**
 * `npm run build [-- --plan | --shard k/n] [--laps FILE]`: normalizes the sources, builds the site and its search index, and puts them
 * in place of the last ones; or makes the plan alone, or the part of a site that one of several machines builds by it.
 */
import { parseArgs } from 'node:util';
import { PLAN } from '../src/plan/plan.ts';
import { normalizeAll } from './batch/index.ts';
import { buildSite, type Telling } from './build/index.ts';
import type { Holdings } from './lib/built.ts';
import { isCommand } from './lib/command.ts';
import { writeAtomic } from './lib/files.ts';
import { Laps } from './lib/laps.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readSettings, type Settings } from './lib/settings.ts';
import { makePlan } from './plan/index.ts';

const laps = new Laps();
const telling: Telling = { tell: console.log, endLap: laps.end };

/** @throws Problem where a source can't be normalized. */
async function normalizeSources(): Promise<void> {
  const { changed, problems } = await normalizeAll({ root, tell: telling.tell });
  for (const path of changed) console.log(`已更新 ${path}`);
  if (problems.length > 0)
    throw new Problem([...problems, '规范化没有完成，网站未构建：请先改正上面的问题。'].join('\n'));
}

/** The whole way from the sources. */
export async function build(settings: Settings): Promise<Holdings> {
  await normalizeSources();
  laps.end('normalize');
  return buildSite(settings, telling);
}

/** @param asCommitted the tests build what is committed, so that they can't mend what they should report */
async function whole(asCommitted: boolean): Promise<void> {
  const settings = readSettings(process.env);
  const { speeches } = asCommitted ? await buildSite(settings, telling) : await build(settings);
  console.log(`已构建到 ${settings.outDir}：讲话 ${speeches} 篇。`);
}

async function plan(): Promise<void> {
  await normalizeSources();
  const { entries } = makePlan(root, telling);
  console.log(`计划已写入 ${PLAN}：讲话 ${entries.length} 篇。各份都用它构建：npm run build -- --shard k/n。`);
}

async function oneShard(text: string): Promise<void> {
  const { buildShard, readShard } = await import('./build/shard.ts');
  const shard = readShard(text);
  const OUT_DIR = process.env.OUT_DIR || `shards/${shard.number}-of-${shard.of}`;
  const settings = readSettings({ ...process.env, OUT_DIR });
  const speeches = await buildShard(settings, shard, telling);
  console.log(`第 ${shard.number} 份（共 ${shard.of} 份）已构建到 ${settings.outDir}：讲话 ${speeches} 篇。`);
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    laps.end('start');
    const { values } = parseArgs({
      options: {
        'as-committed': { type: 'boolean' },
        plan: { type: 'boolean' },
        shard: { type: 'string' },
        laps: { type: 'string' },
      },
    });
    if (values.plan) await plan();
    else if (values.shard) await oneShard(values.shard);
    else await whole(values['as-committed'] ?? false);
    if (values.laps) writeAtomic(values.laps, JSON.stringify(laps.laps));
  });
}
