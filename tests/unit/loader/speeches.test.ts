import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { speechLoader } from '../../../src/loader/speeches.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import { sampleSpeech } from '../../sample.ts';

interface Entry {
  id: string;
  digest: string;
  rendered: { html: string; metadata: { head: string } };
}

let root: string;
let entries: Map<string, Entry>;
let written: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'speeches-'));
  await mkdir(join(root, 'speeches'));
  entries = new Map();
  written = [];
});

afterEach(() => rm(root, { recursive: true }));

/** As much of Astro as the loader touches. */
function context(): LoaderContext {
  const store = {
    get: (id: string) => entries.get(id),
    keys: () => [...entries.keys()],
    delete: (id: string) => entries.delete(id),
    set: (entry: Entry) => {
      written.push(entry.id);
      entries.set(entry.id, entry);
      return true;
    },
  };
  return {
    store,
    config: { root: pathToFileURL(`${root}/`) },
    parseData: async ({ data }: { data: unknown }) => data,
    generateDigest: (text: string) => text,
  } as unknown as LoaderContext;
}

const load = () => speechLoader('speeches').load(context());
const save = (name: string, mdx: string) => writeFile(join(root, 'speeches', name), mdx);

it('renders a speech and keeps its head apart', async () => {
  await save('sample-speech.mdx', writeSpeech(sampleSpeech));
  await load();
  expect(entries.get('sample-speech')?.rendered.metadata.head).toContain('<h1 id="title">');
  expect(entries.get('sample-speech')?.rendered.html).toContain('<p id="p1">');
});

it('leaves an unchanged file alone and renders a changed one again', async () => {
  await save('sample-speech.mdx', writeSpeech(sampleSpeech));
  await load();
  await load();
  expect(written).toEqual(['sample-speech']);
  await save('sample-speech.mdx', writeSpeech({ ...sampleSpeech, meta: { ...sampleSpeech.meta, genre: '文章' } }));
  await load();
  expect(written).toEqual(['sample-speech', 'sample-speech']);
});

it('forgets a file that is gone', async () => {
  await save('sample-speech.mdx', writeSpeech(sampleSpeech));
  await load();
  await rm(join(root, 'speeches', 'sample-speech.mdx'));
  await load();
  expect(entries.size).toBe(0);
});

it.each([
  ['another component', '<Anchor id="p9" /><Button>按</Button>'],
  ['an import', 'import x from "./x.js"'],
  ['an expression', '<Anchor id="p9" />{1 + 1}'],
])('refuses %s, with file and line', async (_, body) => {
  const mdx = writeSpeech(sampleSpeech);
  const line = mdx.split('\n').length + 1;
  await save('sample-speech.mdx', `${mdx}\n${body}\n`);
  await expect(load()).rejects.toThrow(`speeches/sample-speech.mdx:${line}:`);
  expect(entries.size).toBe(0);
});

it('refuses a file whose name is not its id', async () => {
  await save('other.mdx', writeSpeech(sampleSpeech));
  await expect(load()).rejects.toThrow('speeches/other.mdx:1:1 文件名与 id 不一致');
});
