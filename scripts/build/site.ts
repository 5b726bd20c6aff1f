/** Makes a site: its pages, copies, search index and pictures, finished and put in the place of the last one. */
import { join } from 'node:path';
import { close } from 'pagefind';
import { addressesAt } from '../../src/data/address.ts';
import { heldSpeech } from '../../src/plan/held.ts';
import type { Entry, Plan } from '../../src/plan/plan.ts';
import { finish } from '../deploy/index.ts';
import { type Hashes, unite } from '../deploy/policy.ts';
import { type Holdings, recordPath } from '../lib/built.ts';
import { swapIn } from '../lib/files.ts';
import { root } from '../lib/root.ts';
import type { Settings } from '../lib/settings.ts';
import { makePreviews } from '../previews.ts';
import { indexParts, joinParts } from '../search/index.ts';
import { buildDocsIndex } from '../search-index.ts';
import { makeCopies } from './copies.ts';
import type { Telling } from './index.ts';
import { makePages, recipeOf } from './pages.ts';
import { copiesTaker, reusable, type Standing, share, withCopies, writeStanding } from './standing.ts';

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
    // Made by other code, they may be compressed otherwise.
    ...(standing.recipe === recipe && { takeCopies: copiesTaker(outDir, standing, next) }),
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
