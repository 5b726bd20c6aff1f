/** Content loader of the collection `speeches`: one MDX file → one Speech and its HTML, made again only when the file or the recipe changes. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readSpeech } from '../text/mdx/read.ts';
import { renderSpeech } from './render.ts';

/** The code that decides what HTML a file gives; a change here renders every speech anew. */
const recipe = [
  'src/data/text-words.ts',
  'src/data/topics.ts',
  'src/loader/element.ts',
  'src/loader/former.ts',
  'src/loader/handle.ts',
  'src/loader/inline.ts',
  'src/loader/omission.ts',
  'src/loader/render.ts',
  'src/loader/table.ts',
  'src/text/blocks.ts',
  'src/text/former.ts',
  'src/text/mdx/components.ts',
  'src/text/mdx/read.ts',
  'src/text/phrases.ts',
  'src/text/speech.ts',
];

/** @param folder path below the project's root, e.g. `src/content/speeches` */
export function speechLoader(folder: string): Loader {
  return {
    name: 'speeches',
    load: async (context) => {
      const root = fileURLToPath(context.config.root);
      const made = await Promise.all(recipe.map((path) => readFile(`${root}${path}`, 'utf8').catch(() => '')));
      const loader = new SpeechStore(context, root, context.generateDigest(made.join('\n')));
      await loader.loadFolder(`${root}${folder}`);
      loader.watch(`${root}${folder}`);
    },
  };
}

class SpeechStore {
  readonly #context: LoaderContext;
  readonly #root: string;
  readonly #recipe: string;

  constructor(context: LoaderContext, root: string, recipeDigest: string) {
    this.#context = context;
    this.#root = root;
    this.#recipe = recipeDigest;
  }

  async loadFolder(folder: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).sort();
    const ids = new Set(names.map(idOf));
    for (const id of [...this.#context.store.keys()]) {
      if (!ids.has(id)) this.#context.store.delete(id);
    }
    for (const name of names) await this.#loadFile(`${folder}/${name}`);
  }

  watch(folder: string): void {
    const { watcher, store, logger } = this.#context;
    if (!watcher) return;
    const mine = (path: string) => path.startsWith(`${folder}${sep}`) && path.endsWith('.mdx');
    const reload = (path: string) => {
      if (mine(path)) this.#loadFile(path).catch((error: Error) => logger.error(error.message));
    };
    watcher.add(folder);
    watcher.on('add', reload);
    watcher.on('change', reload);
    watcher.on('unlink', (path) => {
      if (mine(path)) store.delete(idOf(path));
    });
  }

  async #loadFile(path: string): Promise<void> {
    const { store, parseData, generateDigest } = this.#context;
    const id = idOf(path);
    const filePath = relative(this.#root, path);
    const mdx = await readFile(path, 'utf8');
    const digest = generateDigest(`${this.#recipe}\n${mdx}`);
    if (store.get(id)?.digest === digest) return;

    const speech = readSpeech(mdx, filePath);
    if (speech.meta.id !== id)
      throw new Error(`${filePath}:1:1 文件名与 id 不一致：文件头里写的是 ${speech.meta.id}。`);
    const data = await parseData({ id, data: { ...speech }, filePath });
    const { head, body } = renderSpeech(speech);
    store.set({ id, data, digest, filePath, rendered: { html: body, metadata: { head } } });
  }
}

function idOf(path: string): string {
  return basename(path, '.mdx');
}
