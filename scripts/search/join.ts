/** Joins the parts of a library into the folder that a browser reads. The same documents give the same bytes, however they are parted. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { libraryVersion } from '../../src/data/version.ts';
import { formsOf } from '../../src/search/forms.ts';
import { type Catalogue, files, type IdPart, idParts, type WordList } from '../../src/search/library.ts';
import { packWords } from '../../src/search/words.ts';
import { Problem } from '../lib/problem.ts';
import { buckets, bucketsFor } from './buckets.ts';
import { Collection } from './collection.ts';
import { allForms, formsFor } from './forms.ts';
import { pagefindFiles } from './pagefind.ts';
import { Part, pack } from './part.ts';
import { partsFor } from './partition.ts';
import { wordsIn } from './words.ts';

export type Engine = Catalogue['index']['engine'];

/** Up to so many documents Pagefind narrows, with one index; beyond, the posting file ships far fewer bytes (see 0024). */
const PAGEFIND = 200;

/** How hard buckets are compressed: the hardest takes twice as long and saves 0.4 %. */
const LEVEL = 6;

/** All that stands in the folder of a library. */
const HELD = [files.catalogue, files.words, 'ids', 'index', 'postings', 'records'];

export interface JoinOptions {
  /** What narrows the candidates; chosen by the number of documents where it is not said. */
  engine?: Engine;
  /** Of the library; made of the versions of its documents where it is not said. */
  version?: string;
}

/**
 * @param paths of the parts, made by the same program; each document in one of them
 * @param folder whatever it holds of a library is replaced, never written into
 * @throws Problem where the parts do not belong together
 */
export async function joinParts(
  paths: readonly string[],
  folder: string,
  { engine, version }: JoinOptions = {},
): Promise<Catalogue> {
  const parts = paths.map((path) => new Part(path));
  const collection = new Collection(parts);
  const { documents } = collection;
  refuseStrangers(parts, collection);
  for (const name of HELD) rmSync(join(folder, name), { recursive: true, force: true });
  const write = writerInto(folder);

  const forms = formsOf(allForms);
  const sums = documents.map(({ id, sum }): [string, number] => [id, sum]);
  const stamp = stampOf(sums);
  for (const part of parts) for (const { id, packed } of part.contents()) write(files.record(id), packed);
  for (const [number, part] of idParts(stamp, sums).entries()) write(files.ids(number), pack(part));
  write(files.words, pack({ stamp, words: packWords(wordsIn(collection, forms)) } satisfies WordList));

  const catalogue: Catalogue = {
    stamp,
    index: await writeIndex(engine ?? (documents.length > PAGEFIND ? 'postings' : 'pagefind')),
    version: version ?? libraryVersion(documents.map((document) => document.version)),
    documents: documents.length,
    characters: documents.reduce((sum, { characters }) => sum + characters, 0),
    forms: formsFor(new Set(parts.flatMap(({ head }) => [...head.present])), allForms),
  };
  write(files.catalogue, JSON.stringify(catalogue));
  return catalogue;

  async function writeIndex(chosen: Engine): Promise<Catalogue['index']> {
    if (chosen === 'pagefind') {
      const { count, made } = await pagefindFiles(collection.keyed(forms), partsFor(documents.length), stamp);
      for (const { path, content } of made) write(path, content);
      return count > 1 ? { engine: 'pagefind', parts: count } : { engine: 'pagefind' };
    }
    const count = bucketsFor(parts.reduce((sum, { head }) => sum + head.postings, 0));
    const entries = [...collection.numbers()].map(([part, numbers]) => ({ stretches: part.stretches(), numbers }));
    let bucket = 0;
    for (const bytes of buckets(entries, count, stamp))
      write(files.bucket(bucket++), gzipSync(bytes, { level: LEVEL }));
    return { engine: 'postings', buckets: count };
  }
}

function refuseStrangers(parts: readonly Part[], { documents }: Collection): void {
  if (new Set(parts.map(({ head }) => head.maker)).size > 1)
    throw new Problem('检索索引的各部分出自不同版本的程序，不能合在一起：请用同一版本重新构建各部分。');
  const ids = new Set<string>();
  for (const { id } of documents) {
    if (ids.has(id)) throw new Problem(`检索索引的各部分里，${id} 出现了不止一次：每一部分只要给出一次。`);
    ids.add(id);
  }
}

/** Four bytes of the SHA-256 of what makes up a library. */
function stampOf(documents: IdPart['documents']): number {
  return createHash('sha256').update(JSON.stringify(documents)).digest().readUInt32LE(0);
}

/** Writes files by their path below a folder in which none of them stands. */
function writerInto(folder: string): (path: string, content: string | Uint8Array) => void {
  const folders = new Set<string>();
  return (path, content) => {
    const target = join(folder, path);
    if (!folders.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    folders.add(dirname(target));
    writeFileSync(target, content);
  };
}
