/** From the normalized texts to a finished site: what is still right is taken from the one that stands, the rest is made. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import { addressesAt } from '../../src/data/address.ts';
import { heldSpeech } from '../../src/plan/held.ts';
import type { Entry, Plan } from '../../src/plan/plan.ts';
import { finish } from '../deploy/index.ts';
import { type Hashes, unite } from '../deploy/policy.ts';
import { type Holdings, readBuilt, recordPath, writeBuilt } from '../lib/built.ts';
import { digestOf } from '../lib/digest.ts';
import { stagingFor, swapIn } from '../lib/files.ts';
import type { EndLap } from '../lib/laps.ts';
import { root } from '../lib/root.ts';
import type { Settings } from '../lib/settings.ts';
import { explained } from '../lib/together.ts';
import { takeTurn } from '../lib/turn.ts';
import { makePlan } from '../plan/index.ts';
import { makePreviews } from '../previews.ts';
import { indexParts, joinParts, partsFor } from '../search/index.ts';
import { buildDocsIndex } from '../search-index.ts';
import { makeCopies } from './copies.ts';
import { makePages, recipeOf } from './pages.ts';
import {
  NOTHING,
  readStanding,
  reusable,
  type Standing,
  share,
  standsWhole,
  withCopies,
  writeStanding,
} from './standing.ts';
import { freshSite } from './workplace.ts';

/** In milliseconds. A large library keeps one step of a build busy for minutes, in which it gives no sign of life. */
const PATIENCE = { look: 250, silence: 30 * 60_000 };

export interface Telling {
  /** Told in a sentence what is unusual. */
  tell: (text: string) => void;
  /** Told after each phase. */
  endLap: EndLap;
}

/**
 * Builds from the normalized texts as they are, unless what stands in the folder is that already. The folder keeps its old
 * content until the new one is complete. Once a process, because the pages read their settings when they are loaded.
 */
export async function buildSite(settings: Settings, telling: Telling): Promise<Holdings> {
  const { outDir } = settings;
  return inTurn(outDir, telling, async (next) => {
    const standing = standingAt(outDir, telling);
    const digest = digestOf(root, settings);
    const built = readBuilt(outDir);
    if (built?.digest === digest && standsWhole(outDir, standing)) {
      telling.tell('什么也没有变，网站就是上次构建的。');
      return built.holdings;
    }
    const plan = makePlan(root, telling);
    telling.endLap('plan');
    const holdings = await makeSite(settings, next, telling, {
      plan,
      speeches: null,
      standing,
      parts: () => partsOf(plan.entries, partsFor(plan.entries.length), telling),
    });
    writeBuilt(outDir, { digest, holdings });
    return holdings;
  });
}

/**
 * One build at a time works in this project. The folder that it is given is gone when it ends, put in its place or cleared away.
 * @throws Problem where the disk is full: what stands is then as it was
 */
export async function inTurn<T>(outDir: string, { tell }: Telling, work: (next: string) => Promise<T>): Promise<T> {
  const wait = (pid: number) => tell(`另一次构建（进程 ${pid || '不详'}）正在进行，等它结束。`);
  const turn = await takeTurn(join(root, '.cache/build.pid'), wait, PATIENCE);
  const next = freshSite(outDir, stagingFor(outDir, join(root, '.cache')), tell);
  try {
    return await work(next);
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, next);
  } finally {
    rmSync(next, { recursive: true, force: true });
    turn.end();
  }
}

function standingAt(outDir: string, { tell }: Telling): Standing {
  const standing = readStanding(recordPath(outDir, 'standing'));
  if (!standing) tell('上次构建的记录已损坏，全部重新构建。');
  return standing ?? NOTHING;
}

/** The parts of the index that these speeches belong to. */
export function partsOf(entries: readonly Entry[], parts: number, { tell }: Telling): string[] {
  const held = entries.map(({ id, digest }) => ({ id, digest, read: () => heldSpeech(`${root}/`, id) }));
  return indexParts(held, { parts, cacheDir: join(root, '.cache/search'), tell });
}

/** Files that were finished elsewhere, with the keys of the pages among them. */
export interface Finished {
  folder: string;
  /** Below the folder. */
  files: string[];
  keys: Record<string, string>;
  hashes: Hashes;
}

export interface Site {
  plan: Plan;
  /** Ids of the speeches whose pages are made here; null for all. */
  speeches: string[] | null;
  standing: Standing;
  /** Gives the parts of the search index. */
  parts: () => string[];
  /** What comes from elsewhere. */
  taken?: Finished[];
}

/** Makes a whole site in `next` and puts it in its place. */
export async function makeSite(
  settings: Settings,
  next: string,
  { endLap }: Telling,
  { plan, speeches, standing, parts, taken = [] }: Site,
): Promise<Holdings> {
  const { outDir, base } = settings;
  const recipe = recipeOf(settings);
  const order = { recipe, speeches, lists: true, standing: reusable(outDir, standing, recipe) };
  const own = speeches ? plan.entries.filter(({ id }) => speeches.includes(id)) : plan.entries;
  const pages = await makePages(settings, next, order);
  endLap('pages');
  const made = [...pages, ...makeCopies(root, next, own, addressesAt(settings), order)];
  const kept = made.filter((page) => page.standing).flatMap(({ file }) => withCopies(file, standing));
  share(kept, outDir, next);
  for (const { files, folder } of taken) share(files, folder, next);
  endLap('copies');
  const { documents, characters } = await joinParts(parts(), join(next, 'search'));
  await buildDocsIndex(next);
  await close();
  endLap('search');
  await makePreviews(
    next,
    own.map(({ card }) => card),
  );
  endLap('previews');
  const finished = new Set([...kept, ...taken.flatMap(({ files }) => files)]);
  // What stands was made by the same code, or else nothing of it is kept.
  const known = kept.length > 0 ? [standing.hashes] : [];
  const hashes = await finish(next, base, {
    has: (path) => finished.has(path),
    hashes: unite([...known, ...taken.map((each) => each.hashes)]),
  });
  endLap('finish');
  swapIn(next, outDir);
  const keys = Object.assign(
    Object.fromEntries(made.map(({ file, key }) => [file, key])),
    ...taken.map(({ keys }) => keys),
  );
  writeStanding(recordPath(outDir, 'standing'), outDir, { keys, recipe, hashes });
  endLap('place');
  return { speeches: documents, characters };
}
