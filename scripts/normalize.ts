/**
 * `npm run normalize [-- --check | --verify]`: sources → MDX, accounts and anchors. Writes only what changed;
 * a file is the old or the new one, never half of it. `--check` compares without writing; `--verify` rebuilds every copy from what is published and its account.
 */
import { normalizeAll } from './batch/index.ts';
import { main } from './lib/problem.ts';
import { pacedProgress } from './lib/progress.ts';
import { root } from './lib/root.ts';
import { verifyAll } from './lib/verify.ts';

/** Fewer sources are done before a person wonders. */
const MANY = 100;

async function verify(): Promise<number> {
  const { sources, characters, problems } = await verifyAll(root);
  for (const problem of problems) console.error(problem);
  console.log(`核对 ${sources} 份原文：还原 ${characters} 字，问题 ${problems.length} 处。`);
  return problems.length > 0 ? 1 : 0;
}

async function run(check: boolean): Promise<number> {
  const bar = pacedProgress(process.stderr);
  const { changed, problems } = await normalizeAll({
    check,
    tell: (text) => console.error(text),
    warn: (text) => {
      bar.clear();
      console.log(`${text}\n`);
    },
    step: (done, total, name) => {
      if (total >= MANY) bar.step(done, total, name);
    },
  }).finally(bar.clear);
  for (const path of changed) console.log(check ? `与原文不符：${path}` : `已更新 ${path}`);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0 && changed.length === 0) console.log('全部与原文一致。');
  if (check && changed.length > 0) console.error('已提交的文件与原文不符：请运行 npm run normalize 并查看差异。');
  return problems.length > 0 || (check && changed.length > 0) ? 1 : 0;
}

await main(() => (process.argv.includes('--verify') ? verify() : run(process.argv.includes('--check'))));
