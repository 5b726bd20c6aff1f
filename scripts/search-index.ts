/** Writes the search index of the built site: `node scripts/search-index.ts [dist]`. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { docsRecord } from '../src/search/docs.ts';
import { countCharacters } from '../src/search/match.ts';
import { type Catalogue, type SearchRecord, speechRecord } from '../src/search/record.ts';
import { shadow } from '../src/search/tokens.ts';
import { foldBlock } from '../src/text/fold.ts';
import type { Speech } from '../src/text/speech.ts';
import { isCommand } from './lib/command.ts';
import { root } from './lib/root.ts';
import { readSpeeches } from './lib/speeches.ts';

/** What the browser needs of Pagefind's own output. Its fragments hold the shadow once more; the records take their place. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*\.pf_index)$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
/** Pagefind writes this before the content of each of its compressed files. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Indexes the speeches (those of `src/content` unless others are given) into `search/` of the built site, and its pages below
 * `docs/` into `search/docs/`. Same input, same bytes.
 */
export async function buildSearchIndex(
  distDir: string,
  speeches?: Speech[],
): Promise<{ speeches: Catalogue; docs: Catalogue }> {
  const target = join(distDir, 'search');
  const records = (speeches ?? (await readSpeeches())).map(speechRecord);
  try {
    return {
      speeches: await writeIndex(target, records),
      docs: await writeIndex(join(target, 'docs'), await docsRecords(distDir)),
    };
  } finally {
    await close();
  }
}

async function writeIndex(target: string, records: SearchRecord[]): Promise<Catalogue> {
  for (const part of ['index', 'records']) await rm(join(target, part), { recursive: true, force: true });
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pages: Catalogue['pages'] = {};
  for (const { path, content } of await indexFiles(sorted)) {
    const page = FRAGMENT.exec(path)?.[1];
    if (page) pages[page] = fragmentUrl(content);
    if (NEEDED.test(path)) await write(join(target, 'index', path), content);
  }
  for (const record of sorted) await write(join(target, 'records', `${record.id}.json`), JSON.stringify(record));
  const characters = sorted.flatMap(({ blocks }) => blocks).reduce((sum, { text }) => sum + countCharacters(text), 0);
  const catalogue = { documents: sorted.length, characters, pages: Object.fromEntries(Object.entries(pages).sort()) };
  await write(join(target, 'catalogue.json'), JSON.stringify(catalogue));
  return catalogue;
}

async function indexFiles(records: SearchRecord[]): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`检索索引无法建立：${errors.join('；')}`);
  for (const { id, blocks } of records) {
    const content = shadow(blocks.map((block) => foldBlock(block).text));
    const added = await index.addCustomRecord({ url: id, content, language: 'und', meta: { title: id } });
    if (added.errors.length > 0) throw new Error(`${id} 无法编入检索索引：${added.errors.join('；')}`);
  }
  const written = await index.getFiles();
  await index.deleteIndex();
  if (written.errors.length > 0) throw new Error(`检索索引无法写出：${written.errors.join('；')}`);
  return written.files;
}

function fragmentUrl(content: Uint8Array): string {
  const text = gunzipSync(content).toString('utf8');
  return (JSON.parse(text.slice(SIGNATURE.length)) as { url: string }).url;
}

async function docsRecords(distDir: string): Promise<SearchRecord[]> {
  const entries = await readdir(join(distDir, 'docs'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map(({ parentPath }) => parentPath);
  return Promise.all(
    files.map(async (folder) =>
      docsRecord(
        await readFile(join(folder, 'index.html'), 'utf8'),
        `${relative(distDir, folder).split(sep).join('/')}/`,
      ),
    ),
  );
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

if (isCommand(import.meta.url)) {
  const built = await buildSearchIndex(resolve(process.argv[2] ?? join(root, 'dist')));
  console.log(
    `检索索引：${built.speeches.documents} 篇讲话，${built.speeches.characters} 字；${built.docs.documents} 页说明。`,
  );
}
