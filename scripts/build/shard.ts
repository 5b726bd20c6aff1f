/**
 * A site in shards, each built by a machine of its own from the same plan, and joined into what one machine would have built.
 * A shard holds the finished pages of its speeches, their pictures, and its parts of the search index.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { addressesAt } from '../../src/data/address.ts';
import { type Entry, type Plan, planPath, readPlan } from '../../src/plan/plan.ts';
import { finishFiles } from '../deploy/index.ts';
import type { Holdings } from '../lib/built.ts';
import { swapIn, writeAtomic } from '../lib/files.ts';
import { Problem } from '../lib/problem.ts';
import { root } from '../lib/root.ts';
import type { Settings } from '../lib/settings.ts';
import { holdSpeech, publishedFiles } from '../plan/entry.ts';
import { makePreviews } from '../previews.ts';
import { partOf, partsFor } from '../search/index.ts';
import { makeCopies } from './copies.ts';
import { inTurn, type Telling } from './index.ts';
import { makePages, recipeOf } from './pages.ts';
import { type Finished, makeSite, partsOf } from './site.ts';
import { filesIn, NOTHING } from './standing.ts';

/** The `number`th of `of` shards, from 1. */
export interface Shard {
  number: number;
  of: number;
}

const shardSchema = z.object({
  number: z.number().int().positive(),
  of: z.number().int().positive(),
  /** SHA-256 of the plan. */
  plan: z.string(),
  /** Digest of code and settings. */
  recipe: z.string(),
  /** Keys of the pages by file. */
  keys: z.record(z.string(), z.string()),
  hashes: z.object({ scripts: z.array(z.string()), styles: z.array(z.string()) }),
});
type Record_ = z.infer<typeof shardSchema>;

/** What a shard's folder holds. */
const RECORD = 'shard.json';
const SITE = 'site';
const PARTS = 'parts';

/** @throws Problem for anything but `k/n` with 1 ≤ k ≤ n */
export function readShard(text: string): Shard {
  const [number = 0, of = 0] = /^\d+\/\d+$/.test(text) ? text.split('/').map(Number) : [];
  if (number < 1 || number > of) throw new Problem(`--shard 写作 k/n，例如 3/8 是八份里的第三份；得到“${text}”。`);
  return { number, of };
}

/** @throws Problem where there is none, or only half a one */
function planned(): { plan: Plan; digest: string } {
  const path = join(root, planPath(process.env));
  const plan = existsSync(path) ? readPlan(path) : null;
  if (!plan) throw new Problem(`没有计划 ${path}：请先运行 npm run build -- --plan，各份都用同一份计划。`);
  return { plan, digest: createHash('sha256').update(readFileSync(path)).digest('hex') };
}

/** The speeches of a shard: those of its parts of the search index. */
export function speechesOf({ number, of }: Shard, entries: readonly Entry[]): Entry[] {
  const parts = partsFor(entries.length, of);
  return entries.filter(({ id }) => partOf(id, parts) % of === number - 1);
}

/**
 * Builds one shard into the folder of the settings.
 * @throws Problem where the plan is of other texts than those here
 */
export async function buildShard(settings: Settings, shard: Shard, telling: Telling): Promise<number> {
  return inTurn(settings.outDir, telling, async (next) => {
    const { plan, digest } = planned();
    const entries = speechesOf(shard, plan.entries);
    for (const { id, digest } of entries) {
      const files = publishedFiles(root, id);
      if (files.digest !== digest)
        throw new Problem(`计划里的 ${id} 与这里的不同：各份须由同一份源码构建。请取出做计划时的源码，或重新做计划。`);
      holdSpeech(root, id, files.mdx);
    }
    telling.endLap('plan');
    const recipe = recipeOf(settings);
    const [astro, site] = [join(next, 'astro'), join(next, SITE)];
    const order = { recipe, speeches: entries.map(({ id }) => id), lists: false, standing: {} };
    const pages = await makePages(settings, astro, order);
    for (const { file } of pages) {
      mkdirSync(dirname(join(site, file)), { recursive: true });
      renameSync(join(astro, file), join(site, file));
    }
    telling.endLap('pages');
    const made = [...pages, ...makeCopies(root, site, entries, addressesAt(settings), order)];
    telling.endLap('copies');
    const parts = partsOf(entries, partsFor(plan.entries.length, shard.of), telling);
    mkdirSync(join(next, PARTS));
    for (const path of parts) cpSync(path, join(next, PARTS, basename(path)));
    telling.endLap('search');
    await makePreviews(
      site,
      entries.map(({ card }) => card),
    );
    telling.endLap('previews');
    const hashes = finishFiles(site);
    const keys = Object.fromEntries(made.map(({ file, key }) => [file, key]));
    const record: Record_ = { ...shard, plan: digest, recipe, keys, hashes };
    writeAtomic(join(next, RECORD), JSON.stringify(record));
    telling.endLap('finish');
    swapIn(next, settings.outDir);
    return entries.length;
  });
}

/**
 * Joins shards into the whole site.
 * @param folders of all shards, in any order
 * @throws Problem where one is missing, or is of another plan, code or settings
 */
export async function mergeShards(settings: Settings, folders: readonly string[], telling: Telling): Promise<Holdings> {
  return inTurn(settings.outDir, telling, async (next) => {
    const { plan, digest } = planned();
    const records = folders.map(recordIn);
    refuseStrangers(folders, records, { plan: digest, recipe: recipeOf(settings) });
    const taken = folders.map((folder, index): Finished => {
      const { keys, hashes } = records[index] as Record_;
      const site = join(folder, SITE);
      // The pictures of the site itself are made once, by the one who joins.
      return { folder: site, files: filesIn(site).filter((file) => file.includes('/')), keys, hashes };
    });
    const parts = folders.flatMap((folder) =>
      readdirSync(join(folder, PARTS)).map((name) => join(folder, PARTS, name)),
    );
    telling.endLap('plan');
    return makeSite(settings, next, telling, {
      plan,
      speeches: [],
      standing: NOTHING,
      parts: () => parts.sort(),
      taken,
    });
  });
}

function recordIn(folder: string): Record_ {
  const path = join(folder, RECORD);
  if (!existsSync(path))
    throw new Problem(`${folder} 里没有 ${RECORD}：请指明 npm run build -- --shard 构建出的目录。`);
  return shardSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function refuseStrangers(
  folders: readonly string[],
  records: readonly Record_[],
  here: Pick<Record_, 'plan' | 'recipe'>,
): void {
  for (const [index, { plan, recipe }] of records.entries()) {
    const why = plan !== here.plan ? '计划' : recipe !== here.recipe ? '代码或设置（SITE_URL、BASE_PATH）' : null;
    if (why)
      throw new Problem(`${folders[index]} 所用的${why}与这里的不同：请以同样的源码、设置和计划重新构建这一份。`);
  }
  const of = records[0]?.of ?? 0;
  const numbers = records.map(({ number }) => number);
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  if (of === 0 || missing.length > 0 || numbers.length !== of || records.some((record) => record.of !== of))
    throw new Problem(
      `要合并的是同一次分成的全部各份，每份一次；${missing.length > 0 ? `缺第 ${missing.join('、')} 份。` : `得到第 ${numbers.join('、')} 份。`}`,
    );
}
