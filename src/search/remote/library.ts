/** The library of a built site, read from its files. After an error it may be of no more use: make a new one. */
import { formsOf } from '../forms.ts';
import {
  type Candidate,
  type Catalogue,
  type Filters,
  files,
  type IdPart,
  type Library,
  placeOf,
  type WordList,
} from '../library.ts';
import type { Need } from '../match.ts';
import type { SearchRecord } from '../record.ts';
import { unpackWords, type Word, type Words } from '../words.ts';
import { FileStore, readJson } from './files.ts';
import { PagefindIndex } from './pagefind.ts';
import { PostingIndex } from './postings.ts';

/** What narrows the candidates. */
interface Index {
  candidates(needs: Need[][], filters: Filters): Promise<Candidate[]>;
}

/** What some two thousand texts of 3,300 characters hold; as objects they take about twice as much. */
const ROOM = 32_000_000;
/** Groups of a query that the index is asked for at most; the texts know the others. */
const GROUPS = 8;

export class RemoteLibrary implements Library, Words {
  readonly #folder: string;
  readonly #store: FileStore;
  #index: Promise<Index> | undefined;

  /**
   * @param folder absolute address of the folder that holds `catalogue.json`, with a slash at the end
   * @param room for texts and parts of the index that are kept in memory, in bytes
   */
  constructor(folder: string, room = ROOM) {
    this.#folder = folder;
    this.#store = new FileStore(folder, room);
  }

  catalogue(): Promise<Catalogue> {
    return this.#store.json(files.catalogue);
  }

  async record(document: number): Promise<SearchRecord> {
    const { part, at } = placeOf(document);
    const { stamp } = await this.catalogue();
    const ids = await this.#store.packed<IdPart>(files.ids(part), readJson, (found) => found.stamp === stamp);
    const [id, expected] = ids.documents[at] ?? [];
    if (id === undefined) throw new Error(`No document ${document}`);
    return this.#store.packed<SearchRecord>(files.record(id), readJson, (_, { sum }) => sum === expected);
  }

  async words(): Promise<readonly Word[]> {
    const { stamp } = await this.catalogue();
    const found = await this.#store.packed<WordList>(files.words, readJson, (words) => words.stamp === stamp);
    return unpackWords(found.words);
  }

  async candidates(needs: Need[][], filters: Filters): Promise<Candidate[]> {
    if ((await this.catalogue()).documents === 0) return [];
    this.#index ??= this.#open();
    return (await this.#index).candidates(needs.slice(0, GROUPS), filters);
  }

  async #open(): Promise<Index> {
    const { forms: pairs, index, documents, stamp } = await this.catalogue();
    const forms = formsOf(pairs);
    const key = (folded: string) => forms.key(folded);
    if (index.engine === 'pagefind')
      return new PagefindIndex(this.#folder, this.#store, key, { parts: index.parts ?? 1, stamp });
    return new PostingIndex(this.#store, key, { documents, buckets: index.buckets, stamp });
  }
}
