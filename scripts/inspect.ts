/** `npm run --silent inspect -- [--bare] FILE…`: what the normalizer makes of any file, as JSON on stdout. Writes nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { knowledgeFor, sha256 } from './lib/sources.ts';
import { normalize } from './normalize/index.ts';
import { inspection } from './normalize/inspection.ts';
import { SourceError } from './normalize/types.ts';

async function inspect(file: string, bare: boolean): Promise<object> {
  const path = resolve(process.env.INIT_CWD ?? '.', file);
  try {
    if (!existsSync(path)) throw new SourceError(`${file} 不存在。`);
    const bytes = readFileSync(path);
    const digest = sha256(bytes);
    const knowledge = bare ? null : knowledgeFor(path, digest, root);
    return inspection(basename(path), await normalize({ path: file, bytes }, knowledge, digest));
  } catch (error) {
    if (error instanceof SourceError) return { file: basename(path), error: error.message };
    return { file: basename(path), error: `无法读取 ${file}：${(error as Error).message}` };
  }
}

await main(async () => {
  const files = process.argv.slice(2).filter((argument) => argument !== '--bare');
  if (files.length === 0) throw new Problem('用法：npm run --silent inspect -- [--bare] 文件…');
  const results: object[] = [];
  for (const file of files) results.push(await inspect(file, process.argv.includes('--bare')));
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  return results.some((result) => 'error' in result) ? 1 : 0;
});
