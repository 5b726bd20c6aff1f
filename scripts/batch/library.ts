/** What concerns the library as a whole: which speeches it holds, which have departed, which files are left over. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { lockOf, lockPath, read } from '../lib/published.ts';
import { type Listed, listSources, readFarewells } from '../lib/sources.ts';
import { departuresOf, type Lock, readLock } from '../normalize/anchors/index.ts';
import type { Farewell } from '../normalize/knowledge.ts';
import { SourceError } from '../normalize/types.ts';
import { lines } from './lines.ts';
import { departurePath, pathsOf } from './paths.ts';
import type { Task } from './state.ts';

export interface Library {
  sources: Listed[];
  farewells: Farewell[];
  /** Locks that the pages of departed speeches point into, by path below the root. */
  awaited: ReadonlySet<string>;
  /** What has to be mended before anything is written: a speech under a wrong name would keep it for ever. */
  problems: string[];
}

export function surveyLibrary(root: string): Library {
  const problems: string[] = [];
  const attempt = <T>(action: () => T[]): T[] => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(error.message);
      return [];
    }
  };
  const sources = attempt(() => listSources(root));
  const farewells = attempt(() => readFarewells(root));
  problems.push(...lostSpeeches(root));
  if (problems.length === 0) problems.push(...attempt(() => departures(root, sources, farewells).problems));
  const awaited = new Set(farewells.flatMap((each) => ('renamed' in each ? [lockPath(each.renamed)] : [])));
  return { sources, farewells, awaited, problems };
}

export function tasksOf({ sources, farewells }: Library): Task[] {
  const renamed = farewells.flatMap((farewell) => ('renamed' in farewell ? [farewell] : []));
  const former = Map.groupBy(renamed, (farewell) => farewell.renamed);
  return sources.map(({ id, name }) => ({ name, formerly: former.get(id)?.map((each) => each.id) ?? [] }));
}

function departures(
  root: string,
  sources: readonly Listed[],
  farewells: readonly Farewell[],
  locks: (id: string) => Lock | null = (id) => lockOf(root, id),
) {
  return departuresOf({ farewells, held: new Set(sources.map(({ id }) => id)), lockOf: locks });
}

/** What is right only when every source is. */
export interface Rest {
  /** Pages of departed speeches that differ from those on disk, by path below the root. */
  files: [path: string, content: string][];
  /** Derived files that nothing stands for any more, below the root. */
  stale: string[];
}

export const nothing: Rest = { files: [], stale: [] };

/** @param locks those that differ from the disk or did, by path below the root */
export function restOf(root: string, { sources, farewells }: Library, locks: ReadonlyMap<string, string>): Rest {
  const lock = (id: string) => {
    const written = locks.get(lockPath(id));
    return written === undefined ? lockOf(root, id) : readLock(written, lockPath(id));
  };
  const pages = departures(root, sources, farewells, lock).departures.map((each): [string, string] => [
    departurePath(each.id),
    lines({ ...each }),
  ]);
  return {
    files: pages.filter(([path, content]) => read(join(root, path)) !== content),
    stale: staleFiles(root, sources, farewells),
  };
}

/** Speeches that have been published and have no source any more: their links would open nothing. */
function lostSpeeches(root: string): string[] {
  const folder = 'src/content/anchors';
  const held = new Set(namesIn(root, 'sources').map((name) => basename(name, extname(name))));
  return namesIn(root, folder)
    .filter((lock) => lock.endsWith('.json') && !held.has(basename(lock, '.json')))
    .map(
      (lock) =>
        `${folder}/${lock} 里有已经公布的编号，sources/ 里却没有这篇原文：请放回原文，否则指向它的链接会失效；改名或撤下的，留一个 .yaml 写明 renamed 或 withdrawn。`,
    );
}

const FOLDERS = { speeches: '.mdx', accounts: '.json', departed: '.json' } as const;

/** Derived files whose source is gone. Anchors stay: they record what was published. */
function staleFiles(root: string, sources: readonly Listed[], farewells: readonly Farewell[]): string[] {
  const due = new Set([...sources.flatMap(({ id }) => pathsOf(id)), ...farewells.map(({ id }) => departurePath(id))]);
  return Object.entries(FOLDERS).flatMap(([name, ending]) => {
    const folder = `src/content/${name}`;
    return namesIn(root, folder)
      .filter((file) => file.endsWith(ending) && !due.has(`${folder}/${file}`))
      .map((file) => `${folder}/${file}`);
  });
}

function namesIn(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
}
