/** The search data of this site: the index through its worker, catalogue and records as files. What failed is fetched again when asked again. */

import type { Library } from '../search/query.ts';
import type { Catalogue, SearchRecord } from '../search/record.ts';
import type { Answer, Question } from './search-worker.ts';
import workerAddress from './search-worker.ts?worker&url';
import { scriptAddress } from './trusted.ts';

export type Scope = 'speeches' | 'docs';

export interface SiteLibrary extends Library {
  catalogue(): Promise<Catalogue>;
}

const libraries = new Map<Scope, SiteLibrary>();

/** One library a scope, kept as long as the page. */
export function siteLibrary(scope: Scope): SiteLibrary {
  const known = libraries.get(scope) ?? createLibrary(`${base()}search/${scope === 'docs' ? 'docs/' : ''}`);
  libraries.set(scope, known);
  return known;
}

/** Absolute address of the site, with a slash at the end. */
function base(): string {
  return new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/`, location.href).href;
}

function createLibrary(folder: string): SiteLibrary {
  const files = new FileStore();
  const index = new IndexClient(`${folder}index/`);
  const catalogue = () => files.read<Catalogue>(`${folder}catalogue.json`);
  return {
    catalogue,
    all: async () => Object.values((await catalogue()).pages),
    async candidates(phrase) {
      const { pages, documents } = await catalogue();
      if (documents === 0) return [];
      return (await index.ask(phrase)).map((page) => known(pages[page], page));
    },
    record: (id) => files.read<SearchRecord>(`${folder}records/${id}.json`),
  };
}

/** Index and catalogue are written together: a page that only one of them knows means that the site changed in between. */
function known(id: string | undefined, page: string): string {
  if (id === undefined) throw new Error(`The catalogue does not know ${page}`);
  return id;
}

class FileStore {
  readonly #files = new Map<string, Promise<unknown>>();

  read<T>(url: string): Promise<T> {
    const file = this.#files.get(url) ?? this.#fetch(url);
    this.#files.set(url, file);
    return file as Promise<T>;
  }

  async #fetch(url: string): Promise<unknown> {
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${response.status} ${url}`);
      return await response.json();
    } catch (error) {
      this.#files.delete(url);
      throw error;
    }
  }
}

interface Waiting {
  resolve(pages: string[]): void;
  reject(error: Error): void;
}

/** Talks to the worker; after an error the next question goes to a new one. */
class IndexClient {
  readonly #index: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  constructor(index: string) {
    this.#index = index;
  }

  ask(phrase: string): Promise<string[]> {
    this.#worker ??= this.#start();
    const question: Question = { id: this.#asked++, index: this.#index, phrase };
    this.#worker.postMessage(question);
    return new Promise((resolve, reject) => this.#waiting.set(question.id, { resolve, reject }));
  }

  #start(): Worker {
    const worker = new Worker(scriptAddress(workerAddress), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('error' in data) return this.#fail(data.error);
      this.#waiting.get(data.id)?.resolve(data.pages);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', (event) => this.#fail(event.message));
    return worker;
  }

  #fail(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
