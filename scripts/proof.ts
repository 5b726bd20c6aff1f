/** `npm run proof`: every longer proof there is, `scripts/proof-*.ts`, one after the other; closes with the sum of what they close with. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './lib/problem.ts';
import { runProof } from './lib/proof.ts';
import { conclude, sum, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';

await main(async () => {
  const files = readdirSync(join(root, 'scripts')).filter((name) => /^proof-.+\.ts$/.test(name));
  const tallies = new Map<string, Tally>();
  for (const file of files.sort()) {
    console.log(`\n== ${file}`);
    tallies.set(file, await runProof(`scripts/${file}`, []));
  }
  console.log('');
  for (const [file, tally] of tallies) console.log(`${file}: ${sum([tally]).line}`);
  return conclude([...tallies.values()]);
});
