/** `npm run merge -- DIR…`: joins the shards that `npm run build -- --shard` has built into one site. */
import { resolve } from 'node:path';
import { mergeShards } from './build/shard.ts';
import { Laps } from './lib/laps.ts';
import { main, Problem } from './lib/problem.ts';
import { readSettings } from './lib/settings.ts';

await main(async () => {
  const folders = process.argv.slice(2).map((path) => resolve(path));
  if (folders.length === 0) throw new Problem('请指明各份所在的目录，例如 npm run merge -- shards/*。');
  const settings = readSettings(process.env);
  const { speeches } = await mergeShards(settings, folders, { tell: console.log, endLap: new Laps().end });
  console.log(`已合并到 ${settings.outDir}：讲话 ${speeches} 篇。`);
});
