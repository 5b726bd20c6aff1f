/** An earlier release, read for comparison. What is not as it was published is not believed. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SpeechCopy } from '../../src/data/copies/schemas.ts';
import { Problem } from '../lib/problem.ts';
import { readLines } from './lines.ts';
import { type AnchorsLine, type Before, releaseSchemas } from './schemas.ts';
import { type State, stateOf } from './state.ts';
import { readSums, SUMS } from './sums.ts';

export interface Previous extends Before {
  /** By id. */
  states: AsyncIterable<State>;
}

/**
 * @param path the folder of a release, or any file in it
 * @throws Problem where there is none, or where a file is not the one that was published
 */
export async function openPrevious(path: string): Promise<Previous> {
  if (!existsSync(path)) throw new Problem(`--since 指的 ${path} 不存在：请写上一份数据的目录。`);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  if (!existsSync(join(folder, SUMS))) throw new Problem(`${folder} 里没有 ${SUMS}：--since 请写上一份数据的目录。`);
  const sums = readSums(readFileSync(join(folder, SUMS), 'utf8'));
  for (const name of ['release.json', 'speeches.jsonl', 'anchors.jsonl']) {
    const file = join(folder, name);
    if (existsSync(file) && (await sumOf(file)) === sums.get(name)) continue;
    throw new Problem(`${file} 不是发布时的样子（${SUMS} 所记与它不符，或没有它）：请取回完整的一份，再发布一次。`);
  }
  const { date, version } = releaseSchemas['release-1'].parse(
    JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')),
  );
  return { date, version, states: states(folder) };
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function* states(folder: string): AsyncGenerator<State> {
  const anchors = readLines(join(folder, 'anchors.jsonl'));
  for await (const line of readLines(join(folder, 'speeches.jsonl'))) {
    const { value } = await anchors.next();
    yield stateOf(JSON.parse(line) as SpeechCopy, JSON.parse(value ?? '') as AnchorsLine);
  }
}

/** Nothing came before. */
export async function* nothing(): AsyncGenerator<State> {}
