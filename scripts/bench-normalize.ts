/**
 * `npm run bench:normalize -- [--documents 1000] [--largest 8] [--shape 字样]`: how fast the normalizer is, what memory it takes, and
 * how its time grows with the length of one document, ordinary or hostile. All texts are made here, from a fixed seed.
 */
import { parseArgs } from 'node:util';
import { shapes } from './bench/hostile.ts';
import { throughput, timeOf } from './bench/measure.ts';
import { Random } from './bench/random.ts';
import { main, Problem } from './lib/problem.ts';

const MEGABYTE = 1e6;
/** Doubling the length may take this many times as long before the shape is pointed out; measuring is not exact. */
const SUSPECT = 3;

await main(async () => {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '1000' },
      largest: { type: 'string', default: '8' },
      shape: { type: 'string', default: '' },
    },
  });
  const documents = positive(values.documents, '--documents');
  const largest = positive(values.largest, '--largest');
  await printThroughput(documents);
  await printGrowth(largest, values.shape);
});

function positive(value: string, option: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Problem(`${option} 要一个正数，得到“${value}”。`);
  return number;
}

async function printThroughput(documents: number): Promise<void> {
  await throughput(Math.min(200, documents), new Random(7));
  const { characters, bytes, normalizing, checking, peak } = await throughput(documents, new Random(1));
  const speed = (seconds: number) => `${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s`;
  console.log(
    `${documents} 份，${(bytes / MEGABYTE).toFixed(1)} MB，平均 ${Math.round(characters / documents)} 字\n` +
      `读成各块与发现：${normalizing.toFixed(1)} 秒，每核 ${speed(normalizing)}\n` +
      `连同写出、读回、核对 MDX：${(normalizing + checking).toFixed(1)} 秒，每核 ${speed(normalizing + checking)}\n` +
      `内存峰值：${Math.round(peak / MEGABYTE)} MB`,
  );
}

async function printGrowth(largest: number, wanted: string): Promise<void> {
  const sizes = [largest / 8, largest / 4, largest / 2, largest];
  console.log(`\n一份文稿所用的秒数：${sizes.map((size) => `${size} MB`).join('、')}`);
  for (const { name, make } of shapes.filter((shape) => shape.name.includes(wanted))) {
    const times: number[] = [];
    for (const size of sizes) times.push(await timeOf(make(size * MEGABYTE)));
    const [, , half = 0, whole = 0] = times;
    const mark = whole > 1 && whole > SUSPECT * half ? '  ← 不是线性' : '';
    console.log(`${times.map((time) => time.toFixed(2).padStart(7)).join('')}  ${name}${mark}`);
  }
}
