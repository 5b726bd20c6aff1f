/** Pagefind's index of records: a shadow of their text in which every character is a word. */
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { files, type PagefindPages } from '../../src/search/library.ts';
import { shadow } from '../../src/search/tokens.ts';
import { partOf } from './partition.ts';

/** Of what Pagefind writes: the index, and what reads it. */
const DATA = /^(pagefind-entry\.json|.*\.pf_meta|index\/.*\.pf_index)$/;
const ENGINE = /^(pagefind\.js|wasm\..*)$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
/** Pagefind writes this before the content of each of its compressed files. */
const SIGNATURE = 'pagefind_dcd';

/** A file by its path below the folder of the library. */
interface IndexFile {
  path: string;
  content: string | Uint8Array;
}

/** A document's id, and the folded text of each of its blocks in representative forms. */
export interface Keyed {
  id: string;
  keys: string[];
}

/**
 * Several indexes, each of a part of the documents, for the browser to merge. Pages of different indexes may bear the same id, which
 * would say nothing any more; the documents are then indexed in half as many.
 * @param documents in the order of their numbers
 * @param count how many indexes, a power of two
 * @returns how many they have become, and the files
 */
export async function pagefindFiles(
  documents: readonly Keyed[],
  count: number,
  stamp: number,
): Promise<{ count: number; made: IndexFile[] }> {
  const groups = Array.from({ length: count }, (_, part) => documents.filter(({ id }) => partOf(id, count) === part));
  const numbers = new Map(documents.map(({ id }, at) => [id, at]));
  const pages = new Map<string, number>();
  const made: IndexFile[] = [];
  for (const [part, group] of groups.entries()) {
    for (const { path, content } of await indexed(group)) {
      const page = FRAGMENT.exec(path)?.[1];
      if (page && pages.has(page)) return pagefindFiles(documents, count / 2, stamp);
      if (page) pages.set(page, numbers.get(fragmentUrl(content)) as number);
      if (needed(path, part)) made.push({ path: `${files.pagefind(part, count)}${path}`, content });
    }
  }
  const sorted = [...pages].sort((a, b) => a[1] - b[1]);
  const content = JSON.stringify({ stamp, pages: Object.fromEntries(sorted) } satisfies PagefindPages);
  return { count, made: [...made, { path: files.pages, content }] };
}

/** What the browser needs of the output. The fragments hold the shadow once more; the records take their place. */
function needed(path: string, part: number): boolean {
  return DATA.test(path) || (part === 0 && ENGINE.test(path));
}

async function indexed(documents: readonly Keyed[]): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`检索索引无法建立：${errors.join('；')}`);
  for (const { id, keys } of documents) {
    const record = { url: id, content: shadow(keys), language: 'und', meta: { title: id } };
    const added = await index.addCustomRecord(record);
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
