/** From the normalized texts to a finished site: what is still right is taken from the one that stands, the rest is made. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Holdings, readBuilt, recordPath, writeBuilt } from '../lib/built.ts';
import { digestOf } from '../lib/digest.ts';
import { stagingFor } from '../lib/files.ts';
import type { EndLap } from '../lib/laps.ts';
import { root } from '../lib/root.ts';
import type { Settings } from '../lib/settings.ts';
import { explained } from '../lib/together.ts';
import { takeTurn } from '../lib/turn.ts';
import { makePlan } from '../plan/index.ts';
import { partsFor } from '../search/partition.ts';
import { NOTHING, readStanding, type Standing, standsWhole } from './standing.ts';
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
    // Loading what makes a site takes longer than finding that nothing has changed.
    const { makeSite, partsOf } = await import('./site.ts');
    telling.endLap('load');
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
