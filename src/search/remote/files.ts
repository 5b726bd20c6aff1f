/** The files of an index as they are fetched: each once, as long as there is room for it. */
import { Kept } from './kept.ts';

/** A compressed file as it came. */
export interface Packed {
  /** CRC-32 of the content, as gzip closes with it. */
  sum: number;
  content: Uint8Array;
}

export class FileStore {
  readonly #folder: string;
  readonly #plain = new Kept(Number.POSITIVE_INFINITY);
  readonly #packed: Kept;

  /**
   * @param folder absolute address, with a slash at the end
   * @param room for what compressed files hold, in bytes
   */
  constructor(folder: string, room: number) {
    this.#folder = folder;
    this.#packed = new Kept(room);
  }

  /** Plain JSON, asked after even where an older copy may still be used. */
  json<T>(path: string): Promise<T> {
    return this.#plain.get<T>(path, async () => ({
      value: await (await this.#fetch(path, 'no-cache')).json(),
      bytes: 0,
    }));
  }

  /**
   * A compressed file of this very version of the library.
   * @param belongs tells by what the file holds; one of another version is asked for once more, past all caches
   * @throws Error also where the site was renewed in the meantime
   */
  packed<T>(path: string, read: (packed: Packed) => T, belongs: (value: T, packed: Packed) => boolean): Promise<T> {
    return this.#packed.get<T>(path, async () => {
      for (const cache of ['default', 'reload'] as const) {
        const packed = await unpack(await this.#fetch(path, cache));
        const value = read(packed);
        if (belongs(value, packed)) return { value, bytes: packed.content.byteLength };
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

/** gzip closes with a sum over the whole, so that half a file is an error and never a shorter text. */
async function unpack(response: Response): Promise<Packed> {
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength < 18) throw new Error(`${response.url} is torn`);
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What goes wrong in writing breaks the reading too, and is told there.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return {
    sum: new DataView(bytes).getUint32(bytes.byteLength - 8, true),
    content: new Uint8Array(await new Response(readable).arrayBuffer()),
  };
}

/** JSON in UTF-16, least part of each unit first. */
export function readJson<T>({ content }: Packed): T {
  return JSON.parse(new TextDecoder('utf-16le').decode(content));
}
