/**
 * Builds one index of a made library, as a process of its own so that it can be watched:
 * `node builder.ts ours|pagefind <site> <documents> <seed> <engine or ''>`. Prints the CPU seconds that making the texts took.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Speech } from '../../../src/text/speech.ts';
import { compressAll } from '../../deploy/compress.ts';
import { isCommand } from '../../lib/command.ts';
import { readSpeeches } from '../../lib/speeches.ts';
import type { Engine } from '../../search/index.ts';
import { buildSearchIndex } from '../../search-index.ts';
import { LibraryMaker } from '../library.ts';
import { Random } from '../random.ts';
import { buildPagefind } from './pagefind.ts';

/** The library that is measured. */
export async function madeSpeeches(documents: number, seed: number): Promise<Iterable<Speech>> {
  return new LibraryMaker(await readSpeeches(), new Random(seed)).speeches(documents);
}

/** The same values; tells the CPU seconds that each took to make. */
function* timed<T>(values: Iterable<T>, took: (seconds: number) => void): Generator<T> {
  let start = process.cpuUsage();
  for (const value of values) {
    const { user, system } = process.cpuUsage(start);
    took((user + system) / 1e6);
    yield value;
    start = process.cpuUsage();
  }
}

if (isCommand(import.meta.url)) {
  const [kind, site = '', documents, seed, engine] = process.argv.slice(2);
  let making = 0;
  const speeches = timed(await madeSpeeches(Number(documents), Number(seed)), (seconds) => {
    making += seconds;
  });
  if (kind === 'pagefind')
    writeFileSync(join(site, '../pagefind.json'), JSON.stringify(await buildPagefind(site, speeches)));
  else await buildSearchIndex(site, speeches, (engine || undefined) as Engine | undefined);
  compressAll(join(site, kind === 'pagefind' ? 'pagefind' : 'search'));
  console.log(making);
}
