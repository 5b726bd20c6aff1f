/**
 * `npm run proof:shards [-- --documents 200 --shards 4]`: a library built in shards by one plan and joined is, file by file and byte by
 * byte, the one that is built in one piece; a shard of other settings and a missing one are refused.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus/write.ts';
import { whole } from './check-search.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { differences, filesBelow } from './proofs/builds/compare.ts';
import { copyProject } from './proofs/builds/workshop.ts';

/** Runs a command in a workshop. @returns what it said, and whether it ended well */
function run(folder: string, args: string[], env: Record<string, string> = {}): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, SITE_URL: 'https://example.test', BASE_PATH: '', OUT_DIR: '', ...env },
    encoding: 'utf8',
  });
  return { ok: status === 0, said: stdout + stderr };
}

/** @throws Error with what it said, if it fails */
function must(folder: string, args: string[], env: Record<string, string> = {}): void {
  const { ok, said } = run(folder, args, env);
  if (!ok) throw new Error(`${folder}：${args.join(' ')} 没有成功：\n${said}`);
}

function prove(documents: number, shards: number): number {
  const scratch = mkdtempSync(join(tmpdir(), 'proof-shards-'));
  const [one, machine] = [join(scratch, 'one'), join(scratch, 'machine')];
  const faults: string[] = [];
  try {
    copyProject(one, { empty: true });
    writeCorpus(one, documents, 1);
    must(one, ['scripts/build.ts']);
    must(one, ['scripts/build.ts', '--plan']);
    // Another machine has the sources, what is published of them, and the plan.
    copyProject(machine, { empty: true });
    for (const part of ['sources', 'src/content', '.cache/plan.jsonl'])
      cpSync(join(one, part), join(machine, part), { recursive: true });
    const folders = Array.from({ length: shards }, (_, index) => join(machine, `shards/${index + 1}-of-${shards}`));
    for (let number = 1; number <= shards; number++)
      must(machine, ['scripts/build.ts', '--shard', `${number}/${shards}`]);
    must(machine, ['scripts/merge.ts', ...folders.toReversed()]);
    const unlike = differences(join(one, 'dist'), join(machine, 'dist'));
    console.log(
      `${documents} 篇，${shards} 份：合并之后 ${filesBelow(join(machine, 'dist')).length} 个文件，与一次构建的不同 ${unlike.length} 个。`,
    );
    faults.push(...unlike);
    const strange = run(machine, ['scripts/merge.ts', ...folders], { SITE_URL: 'https://other.test' });
    if (strange.ok || !strange.said.includes('代码或设置')) faults.push(`设置不同的份没有被拒绝：${strange.said}`);
    const missing = run(machine, ['scripts/merge.ts', ...folders.slice(1)]);
    if (missing.ok || !missing.said.includes('缺第 1 份')) faults.push(`缺了一份没有被指出：${missing.said}`);
    const after = differences(join(one, 'dist'), join(machine, 'dist'));
    if (after.length > unlike.length) faults.push('被拒绝的合并动了原来的网站。');
    for (const fault of faults) console.error(`  ${fault}`);
    return conclude([{ passed: 4 - Math.min(4, faults.length), failed: Math.min(4, faults.length), leftOut: [] }]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) {
  const { values } = parseArgs({
    options: { documents: { type: 'string', default: '200' }, shards: { type: 'string', default: '4' } },
  });
  await main(async () => prove(whole(values.documents), whole(values.shards)));
}
