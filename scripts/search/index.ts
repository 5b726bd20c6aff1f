/** Writes a library for search into a folder: its texts, what narrows the candidates, and its catalogue. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Forms } from '../../src/search/forms.ts';
import { type Catalogue, files, type IdPart, idParts, type WordList } from '../../src/search/library.ts';
import { countCharacters } from '../../src/search/match.ts';
import { newestFirst, type SearchRecord } from '../../src/search/record.ts';
import { packWords } from '../../src/search/words.ts';
import { type IndexFile, writeIndexFile } from './files.ts';
import { allForms, formsFor } from './forms.ts';
import { pagefindFiles } from './pagefind.ts';
import { PostingsMaker } from './postings.ts';
import { writtenRecords } from './records.ts';
import { wordsIn } from './words.ts';

export type Engine = Catalogue['index']['engine'];

/** Up to so many documents Pagefind's index keeps within what a phone can carry; beyond, the posting file does. */
const PAGEFIND = 1000;

/**
 * @param records read once: what is needed of them later is read back from the folder, so that they are never all in memory
 * @param version of the library, asked for after the records have been read
 */
export async function writeLibrary(
  folder: string,
  records: Iterable<SearchRecord>,
  { engine, version }: { engine?: Engine; version: () => string },
): Promise<Catalogue> {
  for (const part of ['index', 'records', 'ids', 'postings'])
    await rm(join(folder, part), { recursive: true, force: true });
  const write = (path: string, value: unknown) => writeIndexFile(folder, { path, content: packed(value) });
  const pairs = allForms();
  const forms = new Forms(pairs);
  const postings = new PostingsMaker((folded) => forms.key(folded));
  const seen = new Seen();
  for (const record of records) {
    const content = packed(record);
    seen.add(record, content);
    postings.add(record);
    await writeIndexFile(folder, { path: files.record(record.id), content });
  }
  const { order, documents, stamp } = seen.inOrder();
  for (const [number, part] of idParts(stamp, documents).entries()) await write(files.ids(number), part);
  const written = writtenRecords(
    folder,
    documents.map(([id]) => id),
  );
  await write(files.words, { stamp, words: packWords(wordsIn(written, forms)) } satisfies WordList);
  const chosen = engine ?? (documents.length > PAGEFIND ? 'postings' : 'pagefind');
  const index =
    chosen === 'pagefind'
      ? await writePagefind(folder, await pagefindFiles(written, forms, stamp))
      : await writePostings(folder, postings.finish(order, stamp));
  const catalogue: Catalogue = {
    stamp,
    index,
    version: version(),
    documents: documents.length,
    characters: seen.characters,
    forms: formsFor(seen.present, pairs),
  };
  await writeIndexFile(folder, { path: files.catalogue, content: JSON.stringify(catalogue) });
  return catalogue;
}

async function writePagefind(folder: string, index: IndexFile[]): Promise<Catalogue['index']> {
  for (const file of index) await writeIndexFile(folder, file);
  return { engine: 'pagefind' };
}

async function writePostings(folder: string, buckets: Uint8Array[]): Promise<Catalogue['index']> {
  for (const [bucket, bytes] of buckets.entries())
    await writeIndexFile(folder, { path: files.bucket(bucket), content: gzipSync(bytes, { level: 9 }) });
  return { engine: 'postings', buckets: buckets.length };
}

/** What the catalogue says of the records, and their order. */
class Seen {
  readonly present = new Set<string>();
  characters = 0;
  readonly #documents: { id: string; date: string | null; sum: number; added: number }[] = [];

  /** @param content of its file */
  add({ id, date, blocks }: SearchRecord, content: Uint8Array): void {
    // gzip closes with this sum over what it holds.
    const sum = new DataView(content.buffer, content.byteOffset).getUint32(content.byteLength - 8, true);
    this.#documents.push({ id, date, sum, added: this.#documents.length });
    for (const { text } of blocks) {
      this.characters += countCharacters(text);
      for (const character of text) this.present.add(character);
    }
  }

  /** The documents newest first, where among those added each is, and the stamp of them all. */
  inOrder(): { documents: IdPart['documents']; order: number[]; stamp: number } {
    const sorted = this.#documents.toSorted(newestFirst);
    const documents = sorted.map(({ id, sum }): [string, number] => [id, sum]);
    return { documents, order: sorted.map(({ added }) => added), stamp: stampOf(documents) };
  }
}

/** Four bytes of the SHA-256 of what makes up a library. */
function stampOf(documents: IdPart['documents']): number {
  return createHash('sha256').update(JSON.stringify(documents)).digest().readUInt32LE(0);
}

/** Two bytes a character suit Chinese text: 7 % smaller than UTF-8 once compressed. */
function packed(value: unknown): Buffer {
  return gzipSync(Buffer.from(JSON.stringify(value), 'utf16le'), { level: 9 });
}
