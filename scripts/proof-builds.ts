/**
 * `npm run proof:builds`: the same sources give the same bytes in any folder, and one changed speech changes its own pages, the
 * lists it stands in and the files about the whole library: no other speech's page.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { readSources, sha256 } from './lib/sources.ts';
import { differences, filesBelow } from './proofs/builds/compare.ts';
import { expectedAfter } from './proofs/builds/expected.ts';
import { buildIn, copyProject } from './proofs/builds/workshop.ts';

/** A sentence that no copy holds, put at the end of a copy. */
const SENTENCE = '\n　　这一句是为查验而添的。\n';

/** Changes the first copy in plain text of a workshop, as a person would, and gives its id. */
function changeOne(folder: string): string {
  const known = readSources(folder).find(({ source }) => source.path.endsWith('.txt'));
  if (!known) throw new Error('没有纯文本的原文可改。');
  const { source, knowledge } = known;
  const bytes = Buffer.concat([source.bytes, Buffer.from(SENTENCE)]);
  const yaml = join(folder, `sources/${knowledge.id}.yaml`);
  const document = parseDocument(readFileSync(yaml, 'utf8'));
  document.set('sha256', sha256(bytes));
  document.set('updated', '2025-01-02');
  writeFileSync(join(folder, source.path), bytes);
  writeFileSync(yaml, document.toString({ lineWidth: 0 }));
  return knowledge.id;
}

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
