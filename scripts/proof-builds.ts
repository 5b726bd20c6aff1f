/**
 * `npm run proof:builds`: the same sources give the same bytes in any folder, and one changed speech changes its own pages, the
 * lists it stands in and the files about the whole library: no other speech's page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { changeOne } from './proofs/builds/change.ts';
import { differences, filesBelow } from './proofs/builds/compare.ts';
import { expectedAfter } from './proofs/builds/expected.ts';
import { buildIn, copyProject } from './proofs/builds/workshop.ts';

async function prove(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'proof-builds-'));
  try {
    const [one, other, site, twin, changed] = ['a', 'b/other', 'site-a', 'site-b', 'site-c'].map((name) =>
      join(scratch, name),
    ) as [string, string, string, string, string];
    copyProject(one);
    copyProject(other);
    buildIn(one, site);
    buildIn(other, twin);
    const twins = differences(site, twin);
    console.log(`两个文件夹各构建一次：${filesBelow(site).length} 个文件，不同 ${twins.length} 个。`);
    const id = changeOne(other);
    buildIn(other, changed);
    const after = differences(twin, changed);
    const unexpected = after.filter((path) => !expectedAfter(id, path));
    console.log(`改了 ${id} 一篇：${after.length} 个文件随之不同，其中不该变的 ${unexpected.length} 个。`);
    for (const path of [...twins, ...unexpected]) console.error(`  ${path}`);
    const failed = Number(twins.length > 0) + Number(unexpected.length > 0 || after.length === 0);
    return conclude([{ passed: 2 - failed, failed, leftOut: [] }]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) await main(prove);
