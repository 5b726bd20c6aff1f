/** Writes the search index of the built site: `node scripts/search-index.ts [dist]`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { close } from 'pagefind';
import { libraryVersion, speechVersion } from '../src/data/version.ts';
import { docsRecord } from '../src/search/docs.ts';
import type { Catalogue } from '../src/search/library.ts';
import type { SearchRecord } from '../src/search/record.ts';
import { speechRecord } from '../src/search/speech-record.ts';
import type { Speech } from '../src/text/speech.ts';
import { isCommand } from './lib/command.ts';
import { root } from './lib/root.ts';
import { readSpeeches } from './lib/speeches.ts';
import { type Engine, writeLibrary } from './search/index.ts';

/**
 * Indexes the speeches (those of `src/content` unless others are given) into `search/` of the built site, and its pages below
 * `docs/` into `search/docs/`. Same input, same bytes.
 * @param engine what narrows the candidates; chosen by the number of speeches where it is not said
 */
export async function buildSearchIndex(
  distDir: string,
  speeches?: Iterable<Speech>,
  engine?: Engine,
): Promise<{ speeches: Catalogue; docs: Catalogue }> {
  const target = join(distDir, 'search');
  const versions: string[] = [];
  const records = map(speeches ?? (await readSpeeches()), (speech) => {
    versions.push(speechVersion(speech));
    return speechRecord(speech);
  });
  try {
    return {
      speeches: await writeLibrary(target, records, { engine, version: () => libraryVersion(versions) }),
      docs: await writeLibrary(join(target, 'docs'), await docsRecords(distDir), { version: () => '' }),
    };
  } finally {
    await close();
  }
}

function* map<From, To>(values: Iterable<From>, make: (value: From) => To): Generator<To> {
  for (const value of values) yield make(value);
}

async function docsRecords(distDir: string): Promise<SearchRecord[]> {
  const entries = await readdir(join(distDir, 'docs'), { recursive: true, withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map(({ parentPath }) => parentPath);
  return Promise.all(
    folders.map(async (folder) =>
      docsRecord(
        await readFile(join(folder, 'index.html'), 'utf8'),
        `${relative(distDir, folder).split(sep).join('/')}/`,
      ),
    ),
  );
}

if (isCommand(import.meta.url)) {
  const built = await buildSearchIndex(resolve(process.argv[2] ?? join(root, 'dist')));
  console.log(
    `检索索引：${built.speeches.documents} 篇讲话，${built.speeches.characters} 字；${built.docs.documents} 页说明。`,
  );
}
