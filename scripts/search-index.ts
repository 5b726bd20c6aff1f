/** Writes the search index of the built site: `node scripts/search-index.ts [dist]`. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { close } from 'pagefind';
import { docsRecord } from '../src/search/docs.ts';
import type { Catalogue } from '../src/search/library.ts';
import type { SearchRecord } from '../src/search/record.ts';
import type { Speech } from '../src/text/speech.ts';
import { isCommand } from './lib/command.ts';
import { root } from './lib/root.ts';
import { listSpeeches } from './lib/speeches.ts';
import { type Engine, indexParts, joinParts, partsFor, writeLibrary } from './search/index.ts';
import { type Indexed, indexed } from './search/part.ts';

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
  try {
    return {
      speeches: speeches
        ? await writeLibrary(target, indexedSpeeches(speeches), { engine })
        : await joinParts(keptParts(), target, { engine }),
      docs: await buildDocsIndex(distDir),
    };
  } finally {
    await close();
  }
}

/** Indexes the pages below `docs/` of the built site into `search/docs/`. */
export async function buildDocsIndex(distDir: string): Promise<Catalogue> {
  const records = await docsRecords(distDir);
  const documents = records.map((record) => ({ record, version: '' }));
  return writeLibrary(join(distDir, 'search/docs'), documents, { version: '' });
}

/** The parts of the project's own speeches, those that changed made anew. */
function keptParts(): string[] {
  const speeches = listSpeeches();
  const parts = partsFor(speeches.length);
  return indexParts(speeches, { parts, cacheDir: join(root, '.cache/search'), tell: (text) => console.log(text) });
}

function* indexedSpeeches(speeches: Iterable<Speech>): Generator<Indexed> {
  for (const speech of speeches) yield indexed(speech);
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
