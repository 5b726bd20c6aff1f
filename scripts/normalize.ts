/**
 * `npm run normalize [-- --check | --verify]`: sources → MDX, accounts and anchors. Writes only what changed;
 * a file is the old or the new one, never half of it. `--check` compares without writing; `--verify` rebuilds every copy from what is published and its account.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { publishedText, rebuildSource } from '../src/text/account.ts';
import { readSpeech } from '../src/text/mdx/read.ts';
import { writeSpeech } from '../src/text/mdx/write.ts';
import { redirectAdvice } from './lib/anchor-table.ts';
import { isCommand } from './lib/command.ts';
import { writeAllAtomic } from './lib/files.ts';
import { findingPrinter } from './lib/findings.ts';
import { main } from './lib/problem.ts';
import { formerNames, lockOf, lockPath, published, read } from './lib/published.ts';
import { root as projectRoot } from './lib/root.ts';
import { type KnownSource, readFarewells, readSources } from './lib/sources.ts';
import { verifyAll } from './lib/verify.ts';
import {
  assignIds,
  type Change,
  departuresOf,
  faultyRedirects,
  type Published,
  readLock,
} from './normalize/anchors/index.ts';
import { normalize } from './normalize/index.ts';
import type { Farewell } from './normalize/knowledge.ts';
import { SourceError } from './normalize/types.ts';

const FOLDERS = { speeches: '.mdx', accounts: '.json', departed: '.json' } as const;

interface Outcome {
  /** Files that differ from what the sources give (and, without `check`, have been written), relative to the root. */
  changed: string[];
  /** What a person has to mend; nothing is written then. */
  problems: string[];
}

/**
 * @param check compare only, write nothing
 * @param warn told each warning on a source whose account changed, as text for a person
 * @param onAnchors told what became of the published ids of each speech
 */
export async function normalizeAll({
  check = false,
  root = projectRoot,
  warn = () => {},
  onAnchors = () => {},
}: {
  check?: boolean;
  root?: string;
  warn?: (text: string) => void;
  onAnchors?: (id: string, changes: Change[]) => void;
} = {}): Promise<Outcome> {
  const files = new Map<string, string>();
  const warnings = new Map<string, string[]>();
  const problems: string[] = [];
  const sources = (await attempt(() => readSources(root), problems)) ?? [];
  const farewells = (await attempt(() => readFarewells(root), problems)) ?? [];
  for (const known of sources) {
    const { id } = known.knowledge;
    const derived = await attempt(
      () => derive(known, published(root, id, formerNames(id, farewells)), onAnchors),
      problems,
    );
    for (const [path, content] of derived?.files ?? []) files.set(path, content);
    if (derived) warnings.set(accountPath(id), derived.warnings);
  }
  problems.push(...lostSpeeches(root));
  for (const [path, content] of (await attempt(() => farewellFiles(root, sources, farewells, files), problems)) ?? [])
    files.set(path, content);
  const stale = problems.length > 0 ? [] : staleFiles(files, root);
  const changed = [
    ...[...files].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path),
    ...stale,
  ];
  for (const path of changed) warnings.get(path)?.forEach(warn);
  if (check || problems.length > 0) return { changed, problems };
  const written = [...files].filter(([path]) => changed.includes(path));
  writeAllAtomic(new Map(written.map(([path, content]) => [join(root, path), content])));
  for (const path of stale) rmSync(join(root, path));
  return { changed, problems };
}

async function attempt<T>(action: () => T | Promise<T>, problems: string[]): Promise<T | null> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push(error.message);
    return null;
  }
}

interface Derived {
  /** Speech, account and anchors by path below the root. */
  files: [path: string, content: string][];
  warnings: string[];
}

function accountPath(id: string): string {
  return `src/content/accounts/${id}.json`;
}

async function derive(
  { source, knowledge, sha256 }: KnownSource,
  last: Published,
  onAnchors: (id: string, changes: Change[]) => void,
): Promise<Derived> {
  const record = await normalize(source, knowledge, sha256);
  const { document, edits, findings } = record;
  const path = `src/content/speeches/${knowledge.id}.mdx`;
  const { speech, lock, changes } = assignIds({ ...record.speech, former: knowledge.redirects }, last);
  const faults = faultyRedirects(speech, lock);
  onAnchors(knowledge.id, changes);
  if (faults.length > 0) {
    throw new SourceError(
      `${source.path}：指向下列编号的链接会失效。\n${redirectAdvice(faults, changes, speech, `sources/${knowledge.id}.yaml`)}`,
    );
  }
  if (rebuildSource(publishedText(speech), edits) !== document.text)
    throw new Error(`${source.path} 的账目还原不出原文`);
  const mdx = writeSpeech(speech);
  if (!isDeepStrictEqual(readSpeech(mdx, path), speech)) throw new Error(`${path} 写出后读回不一致`);
  const urgent = findings.filter(({ severity }) => severity !== 'info');
  return {
    files: [
      [path, mdx],
      [accountPath(knowledge.id), lines({ source: source.path, sha256, edits, findings })],
      [lockPath(knowledge.id), lines({ ...lock })],
    ],
    warnings: urgent.map(findingPrinter(source.path, document.text)),
  };
}

/** @throws SourceError for what a person has to mend */
function farewellFiles(
  root: string,
  sources: readonly KnownSource[],
  farewells: readonly Farewell[],
  files: ReadonlyMap<string, string>,
): [path: string, content: string][] {
  const held = new Set(sources.map(({ knowledge }) => knowledge.id));
  const written = (id: string) => files.get(lockPath(id));
  const { departures, problems } = departuresOf({
    farewells,
    held,
    lockOf: (id) => (written(id) ? readLock(written(id) ?? '', lockPath(id)) : lockOf(root, id)),
  });
  if (problems.length > 0) throw new SourceError(problems.join('\n'));
  return departures.map((departure) => [`src/content/departed/${departure.id}.json`, lines({ ...departure })]);
}

/** JSON with one edit, finding or anchor a line, so that a change shows as the lines it touches. */
function lines(value: { [key: string]: unknown }): string {
  const parts = Object.entries(value).map(([key, each]) => {
    if (Array.isArray(each))
      return `${JSON.stringify(key)}: [\n${each.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
    if (typeof each === 'object' && each !== null) {
      const items = Object.entries(each).map(([name, item]) => `    ${JSON.stringify(name)}: ${JSON.stringify(item)}`);
      return `${JSON.stringify(key)}: {\n${items.join(',\n')}\n  }`;
    }
    return `${JSON.stringify(key)}: ${JSON.stringify(each)}`;
  });
  return `{\n  ${parts.join(',\n  ')}\n}\n`;
}

/** Speeches that have been published and have no source any more: their links would open nothing. */
function lostSpeeches(root: string): string[] {
  const folder = 'src/content/anchors';
  const [locks, sources] = [folder, 'sources'].map((path) =>
    existsSync(join(root, path)) ? readdirSync(join(root, path)) : [],
  );
  return (locks ?? [])
    .filter((lock) => lock.endsWith('.json') && !sources?.some((name) => name.startsWith(lock.replace(/json$/, ''))))
    .map(
      (lock) =>
        `${folder}/${lock} 里有已经公布的编号，sources/ 里却没有这篇原文：请放回原文，否则指向它的链接会失效；改名或撤下的，留一个 .yaml 写明 renamed 或 withdrawn。`,
    );
}

/** Derived files whose source is gone. Anchors stay: they record what was published. */
function staleFiles(files: Map<string, string>, root: string): string[] {
  return Object.entries(FOLDERS).flatMap(([folder, ending]) => {
    const path = `src/content/${folder}`;
    const names = existsSync(join(root, path)) ? readdirSync(join(root, path)) : [];
    return names
      .filter((name) => name.endsWith(ending) && !files.has(`${path}/${name}`))
      .map((name) => `${path}/${name}`);
  });
}

async function verify(): Promise<number> {
  const { sources, characters, problems } = await verifyAll(projectRoot);
  for (const problem of problems) console.error(problem);
  console.log(`核对 ${sources} 份原文：还原 ${characters} 字，问题 ${problems.length} 处。`);
  return problems.length > 0 ? 1 : 0;
}

async function run(check: boolean): Promise<number> {
  const { changed, problems } = await normalizeAll({ check, warn: (text) => console.log(`${text}\n`) });
  for (const problem of problems) console.error(problem);
  for (const path of changed) console.log(check ? `与原文不符：${path}` : `已更新 ${path}`);
  if (problems.length === 0 && changed.length === 0) console.log('全部与原文一致。');
  if (check && changed.length > 0) console.error('已提交的文件与原文不符：请运行 npm run normalize 并查看差异。');
  return problems.length > 0 || (check && changed.length > 0) ? 1 : 0;
}

if (isCommand(import.meta.url)) {
  await main(() => (process.argv.includes('--verify') ? verify() : run(process.argv.includes('--check'))));
}
