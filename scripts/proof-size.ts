/**
 * `npm run proof:size [-- --sizes 10,1000]`: nothing that a reader fetches grows with the library. Builds two made-up libraries, of which the
 * larger holds the smaller, and compares their files path by path.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus/write.ts';
import { whole } from './check-search.ts';
import { isCommand } from './lib/command.ts';
import { main, Problem } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { buildIn, copyProject } from './proofs/builds/workshop.ts';
import { growth, judge, pairsOf } from './proofs/size/compare.ts';

const SEED = 1;
/** How many of the files that have grown most are named. */
const NAMED = 8;

/** @returns folder of the built site */
function build(folder: string, documents: number): string {
  copyProject(folder, { empty: true });
  writeCorpus(folder, documents, SEED);
  buildIn(folder, join(folder, 'dist'), { SITE_URL: 'https://example.test' });
  return join(folder, 'dist');
}

async function prove(): Promise<number> {
  const { values } = parseArgs({ options: { sizes: { type: 'string', default: '10,1000' } } });
  const [few = 0, many = 0] = values.sizes.split(',').map(whole);
  if (!(few > 0 && many > few)) throw new Problem('--sizes 要先少后多的两个篇数，如 10,1000。');
  const scratch = mkdtempSync(join(tmpdir(), 'proof-size-'));
  try {
    const pairs = pairsOf(build(join(scratch, 'few'), few), build(join(scratch, 'many'), many), many - few);
    const wrong = pairs.map((pair) => [pair.path, judge(pair)] as const).filter(([, fault]) => fault !== null);
    console.log(`${few} 篇与 ${many} 篇：比较 ${pairs.length} 个文件，随馆藏长大的 ${wrong.length} 个。`);
    console.log('长得最多的（已除去清单里多出的项）：');
    for (const pair of pairs.toSorted((one, other) => growth(other) - growth(one)).slice(0, NAMED))
      console.log(
        `  ${pair.path}：${pair.small ?? '—'} → ${pair.large} 字节，项 ${pair.items.small} → ${pair.items.large}`,
      );
    for (const [path, fault] of wrong) console.error(`  ${path}：${fault}`);
    return conclude([{ passed: pairs.length - wrong.length, failed: wrong.length, leftOut: [] }]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) await main(prove);
