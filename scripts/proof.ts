/** `npm run proof`: every longer proof there is, `scripts/proof-*.ts`, one after the other; closes with the sum of what they close with. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';
import { conclude, readConclusion, sum, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';

/** Its words appear as they come. */
async function prove(file: string): Promise<Tally> {
  const said: string[] = [];
  const code = await runNode(`scripts/${file}`, [], {}, (text) => {
    process.stdout.write(text);
    said.push(text);
  });
  return readConclusion(said.join(''), code);
}

await main(async () => {
  const files = readdirSync(join(root, 'scripts')).filter((name) => /^proof-.+\.ts$/.test(name));
  const tallies = new Map<string, Tally>();
  for (const file of files.sort()) {
    console.log(`\n== ${file}`);
    tallies.set(file, await prove(file));
  }
  console.log('');
  for (const [file, tally] of tallies) console.log(`${file}: ${sum([tally]).line}`);
  return conclude([...tallies.values()]);
});
