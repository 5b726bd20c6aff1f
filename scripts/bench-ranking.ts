/** `npm run bench:ranking`: how near the order of results comes to the one that people judged best, and how near two plain orders come. */
import { judgedSet } from './bench/ranking/judged.ts';
import { measure } from './bench/ranking/measure.ts';
import { alphabetical, frequency } from './bench/ranking/orders.ts';
import { readQueries } from './bench/ranking/queries.ts';
import { table } from './bench/ranking/table.ts';
import { main } from './lib/problem.ts';
import { readSpeeches } from './lib/speeches.ts';

await main(async () => {
  const set = judgedSet(await readSpeeches(), await readQueries('queries.json'), 1);
  console.log(table(['按标题', '按处数'], await measure(set, [alphabetical, frequency])));
});
