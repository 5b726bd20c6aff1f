/**
 * `npm run bench:corpus-make -- --documents N --out DIR [--seed S]`: made-up sources to measure with, the same for the same seed.
 * `DIR/sources` holds them as an editor would put them there, `DIR/truth` what is true of each: `npm run bench:corpus -- DIR/truth`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus/write.ts';
import { main, Problem } from './lib/problem.ts';

const USAGE = '用法：npm run bench:corpus-make -- --documents 份数 --out 文件夹 [--seed 种子]';

await main(async () => {
  const { values } = parseArgs({
    options: { documents: { type: 'string' }, out: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const [documents, seed] = [Number(values.documents), Number(values.seed)];
  if (!values.out || !(Number.isInteger(documents) && documents > 0) || !Number.isInteger(seed))
    throw new Problem(USAGE);
  const out = resolve(process.env.INIT_CWD ?? '.', values.out);
  // Other files there would be taken for documents of this corpus.
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Problem(`${values.out} 不是空文件夹：请换一个，或先清空它。`);
  const characters = writeCorpus(out, documents, seed);
  console.log(`已造 ${documents} 份，平均 ${Math.round(characters / documents)} 字：${values.out}`);
});
