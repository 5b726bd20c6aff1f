/** Pagefind as it comes: a plain page a speech, default settings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type Speech, textBlocks } from '../../../src/text/speech.ts';

/** Writes `pagefind/` into the site. @returns ids of speeches by Pagefind's own */
export async function buildPagefind(site: string, speeches: Iterable<Speech>): Promise<Record<string, string>> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('；'));
  for (const speech of speeches) await index.addHTMLFile({ url: speech.meta.id, content: pageOf(speech) });
  const { files } = await index.getFiles();
  await close();
  const ids: Record<string, string> = {};
  for (const { path, content } of files) {
    const target = join(site, 'pagefind', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    const page = /^fragment\/(.*)\.pf_fragment$/.exec(path)?.[1];
    if (page) ids[page] = /"url":"([^"]*)"/.exec(gunzipSync(content).toString('utf8'))?.[1] ?? '';
  }
  return ids;
}

function pageOf(speech: Speech): string {
  const elements = { title: 'h1', heading: 'h2' } as const;
  const body = textBlocks(speech).map(({ kind, id, text }) => {
    const element = kind === 'title' || kind === 'heading' ? elements[kind] : 'p';
    return `<${element} id="${id}">${escaped(text)}</${element}>`;
  });
  const title = `<title>${escaped(speech.meta.title)}</title>`;
  return `<!doctype html><html lang="zh-CN"><head>${title}</head><body><main>${body.join('')}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
