/** `npm run normalize [-- --check]`: sources → MDX, accounts and anchors. Writes only what changed, and all of it or nothing. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { publishedText, rebuildSource } from '../src/text/account.ts';
import { readSpeech } from '../src/text/mdx/read.ts';
import { writeSpeech } from '../src/text/mdx/write.ts';
import { isCommand } from './lib/command.ts';
import { writeAtomic } from './lib/files.ts';
import { main } from './lib/problem.ts';
import { root as projectRoot } from './lib/root.ts';
import { type KnownSource, readSources } from './lib/sources.ts';
import { type AnchorFile, anchorsOf, mergeAnchors } from './normalize/anchors.ts';
import { normalize } from './normalize/index.ts';
import { SourceError } from './normalize/types.ts';

const FOLDERS = { speeches: '.mdx', accounts: '.json' } as const;

interface Outcome {
  /** Files that differ from what the sources give (and, without `check`, have been written), relative to the root. */
  changed: string[];
  /** What a person has to mend; nothing is written then. */
  problems: string[];
}

/** @param check compare only, write nothing */
export async function normalizeAll({
  check = false,
  root = projectRoot,
}: {
  check?: boolean;
  root?: string;
} = {}): Promise<Outcome> {
  const files = new Map<string, string>();
  const problems: string[] = [];
  for (const known of attempt(() => readSources(root), problems) ?? []) {
    for (const [path, content] of attempt(() => derive(known, root), problems) ?? []) files.set(path, content);
  }
  const stale = problems.length > 0 ? [] : staleFiles(files, root);
  const changed = [
    ...[...files].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path),
    ...stale,
  ];
  if (check || problems.length > 0) return { changed, problems };
  for (const [path, content] of files) if (changed.includes(path)) writeAtomic(join(root, path), content);
  for (const path of stale) rmSync(join(root, path));
  return { changed, problems };
}

function attempt<T>(action: () => T, problems: string[]): T | null {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.push(error.message);
    return null;
  }
}

/** The three files of one source, by path below the root. */
function derive({ source, knowledge, sha256 }: KnownSource, root: string): [string, string][] {
  const { speech, document, edits, findings } = normalize(source, knowledge, sha256);
  if (rebuildSource(publishedText(speech), edits) !== document.text)
    throw new Error(`${source.path} 的账目还原不出原文`);
  const mdx = writeSpeech(speech);
  const path = `src/content/speeches/${knowledge.id}.mdx`;
  if (!isDeepStrictEqual(readSpeech(mdx, path), speech)) throw new Error(`${path} 写出后读回不一致`);
  const lock = `src/content/anchors/${knowledge.id}.json`;
  const old = read(join(root, lock));
  const { file, vanished } = mergeAnchors(old === null ? null : (JSON.parse(old) as AnchorFile), anchorsOf(speech));
  if (vanished.length > 0) {
    throw new SourceError(
      `${source.path}：已经公布的编号 ${vanished.join('、')} 不见了，指向它们的链接会失效。请检查原文、规则或更正。`,
    );
  }
  return [
    [path, mdx],
    [`src/content/accounts/${knowledge.id}.json`, lines({ source: source.path, sha256, edits, findings })],
    [lock, lines({ ...file })],
  ];
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

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    const check = process.argv.includes('--check');
    const { changed, problems } = await normalizeAll({ check });
    for (const problem of problems) console.error(problem);
    for (const path of changed) console.log(check ? `与原文不符：${path}` : `已更新 ${path}`);
    if (problems.length === 0 && changed.length === 0) console.log('全部与原文一致。');
    if (check && changed.length > 0) console.error('已提交的文件与原文不符：请运行 npm run normalize 并查看差异。');
    return problems.length > 0 || (check && changed.length > 0) ? 1 : 0;
  });
}
