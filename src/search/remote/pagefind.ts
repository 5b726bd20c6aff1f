/**
 * A library behind Pagefind's index. It runs in a worker, where Pagefind's habits are under control: it reports a part that failed to
 * load through `console.error` alone and goes on with what it has, and in a page it would segment queries by the page's language.
 */
import { type Candidate, files, type PagefindPages } from '../library.ts';
import type { Need } from '../match.ts';
import { phrase } from '../tokens.ts';
import type { FileStore } from './files.ts';

interface Pagefind {
  search(phrase: string): Promise<{ results: { id: string }[] }>;
  filters(): Promise<unknown>;
  mergeIndex(basePath: string): Promise<void>;
}

interface Size {
  /** Indexes that are searched as one. */
  parts: number;
  stamp: number;
}

export class PagefindIndex {
  readonly #folder: string;
  readonly #store: FileStore;
  readonly #key: (folded: string) => string;
  readonly #size: Size;
  #pagefind: Promise<Pagefind> | undefined;
  #failure: unknown;

  /**
   * @param folder absolute address of the library's folder
   * @param key as in `Forms`: the index is made of representatives
   */
  constructor(folder: string, store: FileStore, key: (folded: string) => string, size: Size) {
    this.#folder = folder;
    this.#store = store;
    this.#key = key;
    this.#size = size;
    console.error = (message: unknown) => {
      this.#failure ??= message;
    };
  }

  /** Every group as its alternatives together, the groups with one another. Filters are left to the texts. */
  async candidates(needs: Need[][]): Promise<Candidate[]> {
    const { pages, stamp } = await this.#store.json<PagefindPages>(files.pages);
    if (stamp !== this.#size.stamp) throw new Error(`${files.pages} is of another version`);
    let documents = Object.values(pages);
    for (const group of needs) {
      // What only the text can tell narrows nothing.
      if (group.some(({ readings }) => readings.length === 0)) continue;
      const found = new Set(
        (await this.#any(group.flatMap(({ readings }) => readings))).map((page) => known(pages, page)),
      );
      documents = documents.filter((document) => found.has(document));
    }
    return documents.sort((a, b) => a - b).map((document) => ({ document, promise: 0 }));
  }

  async #any(readings: string[]): Promise<string[]> {
    this.#pagefind ??= this.#open();
    const pagefind = await this.#pagefind;
    const found = await Promise.all(readings.map((reading) => pagefind.search(phrase(this.#key(reading)))));
    if (this.#failure !== undefined) throw this.#failure;
    return found.flatMap(({ results }) => results.map(({ id }) => id));
  }

  async #open(): Promise<Pagefind> {
    const { parts } = this.#size;
    const [first = '', ...others] = Array.from(
      { length: parts },
      (_, part) => this.#folder + files.pagefind(part, parts),
    );
    const module = await import(/* @vite-ignore */ `${first}pagefind.js`);
    const pagefind: Pagefind = module.createInstance({ basePath: first });
    // Merging waits without end for a first index that failed to load; asking it for its filters tells.
    if (others.length > 0) await pagefind.filters();
    await Promise.all(others.map((address) => pagefind.mergeIndex(address)));
    return pagefind;
  }
}

/** Both are written together: a page that only one of them knows means that the site changed in between. */
function known(pages: PagefindPages['pages'], page: string): number {
  const document = pages[page];
  if (document === undefined) throw new Error(`${files.pages} does not know ${page}`);
  return document;
}
