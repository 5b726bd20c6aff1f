/** The files of an index as they are fetched: each once; what failed is fetched again when asked again. */

/** A compressed file as it came. */
export interface Packed {
  /** CRC-32 of the content, as gzip closes with it. */
  sum: number;
  content: Uint8Array;
}

/** So many compressed files are kept, a few megabytes; the one that came first goes first. */
const KEPT = 400;

export class FileStore {
  readonly #folder: string;
  readonly #plain = new Map<string, Promise<unknown>>();
  readonly #packed = new Map<string, Promise<unknown>>();

  /** @param folder absolute address, with a slash at the end */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Plain JSON, asked after even where an older copy may still be used. */
  json<T>(path: string): Promise<T> {
    return once(this.#plain, path, async () => (await this.#fetch(path, 'no-cache')).json());
  }

  /**
   * A compressed file of this very version of the library.
   * @param belongs tells by what the file holds; one of another version is asked for once more, past all caches
   * @throws Error also where the site was renewed in the meantime
   */
  packed<T>(path: string, read: (packed: Packed) => T, belongs: (value: T, packed: Packed) => boolean): Promise<T> {
    const [first] = this.#packed.keys();
    if (this.#packed.size >= KEPT && first !== undefined) this.#packed.delete(first);
    return once(this.#packed, path, async () => {
      for (const cache of ['default', 'reload'] as const) {
        const packed = await unpack(await this.#fetch(path, cache));
        const value = read(packed);
        if (belongs(value, packed)) return value;
      }
      throw new Error(`${path} is of another version`);
    });
  }

  async #fetch(path: string, cache: RequestCache): Promise<Response> {
    const response = await fetch(this.#folder + path, { cache });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response;
  }
}

function once<T>(files: Map<string, Promise<unknown>>, path: string, read: () => Promise<T>): Promise<T> {
  const known = files.get(path) as Promise<T> | undefined;
  if (known) return known;
  const file = read();
  files.set(path, file);
  file.catch(() => files.delete(path));
  return file;
}

/** gzip closes with a sum over the whole, so that half a file is an error and never a shorter text. */
async function unpack(response: Response): Promise<Packed> {
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength < 18) throw new Error(`${response.url} is torn`);
  const content = new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  return {
    sum: new DataView(bytes).getUint32(bytes.byteLength - 8, true),
    content: new Uint8Array(await content.arrayBuffer()),
  };
}

/** JSON in UTF-16, least part of each unit first. */
export function readJson<T>({ content }: Packed): T {
  return JSON.parse(new TextDecoder('utf-16le').decode(content));
}
