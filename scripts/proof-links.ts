/** `npm run proof:links [-- SEED…]`: edits the speeches held in every way at every place and judges every id. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpeech } from '../src/text/mdx/read.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { root } from './lib/root.ts';
import { proveAnchors } from './proofs/anchors/proof.ts';
import { seeded } from './proofs/random.ts';

async function prove(seeds: number[]): Promise<number> {
  const folder = join(root, 'src/content/speeches');
  const speeches = readdirSync(folder).map((name) => readSpeech(readFileSync(join(folder, name), 'utf8'), name));
  let failed = 0;
  for (const seed of seeds) {
    const score = await proveAnchors(speeches, { every: 1, sequences: 200, random: seeded(seed) });
    const share = score.kept / score.same;
    const holds = score.drifted.length === 0 && score.vanished.length === 0 && share >= 0.99;
    if (!holds) failed++;
    console.log(
      `种子 ${seed}：改动 ${score.edits} 次；编号改指别的文字 ${score.drifted.length}，不见而未报 ${score.vanished.length}；文字不变或改动不过五分之一的 ${score.same} 处，编号照旧 ${score.kept} 处（${(share * 100).toFixed(3)}%）`,
    );
    console.log(`  ${[...score.byKind].map(([name, count]) => `${name} ${count}`).join('，')}`);
    for (const id of [...score.drifted, ...score.vanished]) console.error(`  错：${id}`);
  }
  return conclude([{ passed: seeds.length - failed, failed, leftOut: [] }]);
}

if (isCommand(import.meta.url)) {
  const seeds = process.argv.slice(2).map(Number);
  await main(() => prove(seeds.length > 0 ? seeds : [1]));
}
