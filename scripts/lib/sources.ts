/** The sources on disk: copies, and what a person knows about each. */
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Farewell, type Knowledge, readFarewell, readKnowledge } from '../normalize/knowledge.ts';
import { type Source, SourceError } from '../normalize/types.ts';

export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** One copy with its knowledge, as it stands in `sources/`. */
export interface KnownSource {
  source: Source;
  sha256: string;
  knowledge: Knowledge;
}

/** A copy in `sources/`, not yet read. */
export interface Listed {
  id: string;
  /** Name of the file, e.g. `iot-industry-cluster.txt`. */
  name: string;
}

/**
 * All copies below `<root>/sources`, by id.
 * @throws SourceError for an id twice
 */
export function listSources(root: string): Listed[] {
  const copies = namesIn(join(root, 'sources')).filter((name) => extname(name) !== '.yaml');
  const byId = Map.groupBy(copies, (name) => basename(name, extname(name)));
  for (const [id, names] of byId) {
    if (names.length > 1)
      throw new SourceError(`sources/ 里有两份 ${id}：${names.join('、')}。一个编号只能有一份原文。`);
  }
  return copies.map((name) => ({ id: basename(name, extname(name)), name }));
}

/**
 * All copies below `<root>/sources`, by id, with what is known of them.
 * @throws SourceError for a copy without `.yaml`, an id twice, or bytes that are not those recorded
 */
export function readSources(root: string): KnownSource[] {
  return listSources(root).map(({ name }) => readSource(root, name));
}

/**
 * What became of the speeches that have no copy any more, by id.
 * @throws SourceError for a `.yaml` without copy that does not say it
 */
export function readFarewells(root: string): Farewell[] {
  const folder = join(root, 'sources');
  const names = namesIn(folder);
  const held = new Set(names.filter((name) => extname(name) !== '.yaml').map((name) => basename(name, extname(name))));
  const alone = names.filter((name) => extname(name) === '.yaml' && !held.has(basename(name, '.yaml')));
  return alone.map((name) => {
    const path = `sources/${name}`;
    const farewell = readFarewell(readFileSync(join(folder, name), 'utf8'), path);
    if (!farewell) {
      throw new SourceError(
        `${path} 没有对应的原文文件：请放入原文；公布过而已改名的写明 renamed，已撤下的写明 withdrawn；都不是就删去它。`,
      );
    }
    if (`${farewell.id}.yaml` !== name) throw new SourceError(`${path} 的 id 写作 ${farewell.id}，与文件名不符。`);
    return farewell;
  });
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/**
 * @param name of the copy in `<root>/sources`
 * @throws SourceError for a copy that has gone or lacks its `.yaml`, and for bytes that are not those recorded
 */
export function readSource(root: string, name: string): KnownSource & { yaml: string } {
  const id = basename(name, extname(name));
  const bytes = given(root, name, `sources/${name} 在运行中不见了：请放回原文，再运行一次。`);
  const yaml = given(
    root,
    `${id}.yaml`,
    `sources/${name} 缺少 sources/${id}.yaml：请写明编号、来源与版权说明。`,
  ).toString();
  const knowledge = readKnowledge(yaml, `sources/${id}.yaml`);
  const digest = sha256(bytes);
  if (knowledge.id !== id) throw new SourceError(`sources/${id}.yaml 的 id 写作 ${knowledge.id}，与文件名不符。`);
  if (knowledge.sha256 !== digest) {
    throw new SourceError(
      `sources/${name} 与 sources/${id}.yaml 记录的 SHA-256 不符：原文不得改动；确要更换，请更新 sha256 为 ${digest}。`,
    );
  }
  return { source: { path: `sources/${name}`, bytes }, sha256: digest, knowledge, yaml };
}

/** @throws SourceError with the message where there is no such file in `sources/` */
function given(root: string, name: string, missing: string): Buffer {
  try {
    return readFileSync(join(root, 'sources', name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new SourceError(missing);
  }
}

/** What a person knows about any file: a `.yaml` beside it or, found by SHA-256, one in `<root>/sources`; else null. */
export function knowledgeFor(path: string, digest: string, root: string): Knowledge | null {
  const beside = join(dirname(path), `${basename(path, extname(path))}.yaml`);
  const folder = join(root, 'sources');
  const known = namesIn(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
  for (const file of [beside, ...known]) {
    const yaml = existsSync(file) ? readFileSync(file, 'utf8') : null;
    if (yaml === null || readFarewell(yaml, file)) continue;
    const knowledge = readKnowledge(yaml, file);
    if (knowledge.sha256 === digest) return knowledge;
  }
  return null;
}
