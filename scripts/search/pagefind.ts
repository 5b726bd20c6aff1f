/** Pagefind's index of records: a shadow of their text in which every character is a word. */
import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Forms } from '../../src/search/forms.ts';
import { files, type PagefindPages } from '../../src/search/library.ts';
import { shadow } from '../../src/search/tokens.ts';
import { foldBlock } from '../../src/text/fold.ts';
import type { IndexFile } from './files.ts';
import { each, type Records } from './records.ts';

/** What the browser needs of Pagefind's own output. Its fragments hold the shadow once more; the records take their place. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\..*|.*\.pf_meta|index\/.*\.pf_index)$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
/** Pagefind writes this before the content of each of its compressed files. */
const SIGNATURE = 'pagefind_dcd';

/** @param records in the order of their numbers */
export async function pagefindFiles(records: Records, forms: Forms, stamp: number): Promise<IndexFile[]> {
  const numbers = new Map([...each(records)].map(({ id }, at) => [id, at]));
  const pages: PagefindPages['pages'] = {};
  const needed: IndexFile[] = [];
  for (const { path, content } of await indexed(records, forms)) {
    const page = FRAGMENT.exec(path)?.[1];
    if (page) pages[page] = numbers.get(fragmentUrl(content)) as number;
    if (NEEDED.test(path)) needed.push({ path: `${files.pagefind}${path}`, content });
  }
  const sorted = Object.entries(pages).sort((a, b) => a[1] - b[1]);
  return [
    ...needed,
    {
      path: files.pages,
      content: JSON.stringify({ stamp, pages: Object.fromEntries(sorted) } satisfies PagefindPages),
    },
  ];
}

async function indexed(records: Records, forms: Forms): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(`检索索引无法建立：${errors.join('；')}`);
  for (const { id, blocks } of each(records)) {
    const content = shadow(blocks.map((block) => forms.key(foldBlock(block).text)));
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
