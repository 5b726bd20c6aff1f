/** `npm run bench:ranking`: how near the order of results comes to the one that people judged best, and how near two plain orders come. */
import { judgedSet } from './bench/ranking/judged.ts';
import { measure } from './bench/ranking/measure.ts';
import { alphabetical, frequency, ours } from './bench/ranking/orders.ts';
import { readQueries } from './bench/ranking/queries.ts';
import { table } from './bench/ranking/table.ts';
import { main } from './lib/problem.ts';
import { readSpeeches } from './lib/speeches.ts';

await main(async () => {
  const speeches = await readSpeeches();
  const print = async (title: string, file: string, seed: number) => {
    const set = judgedSet(speeches, await readQueries(file), seed);
    console.log(
      `${title}\n${table(['本站', '按标题', '按处数'], await measure(set, [ours, alphabetical, frequency]))}`,
    );
  };
  await print('据以检验的检索', 'queries.json', 1);
  await print('\n排序定下之后才评的检索', 'held-out.json', 2);
});
