/** Values that take time to get: each is got once, and those used last are kept. */

export interface Got<T> {
  value: T;
  /** How much of the room it takes. */
  bytes: number;
}

export class Kept {
  readonly #room: number;
  readonly #values = new Map<string, Promise<unknown>>();
  /** Of the values that are there, the one used last at the end. */
  readonly #bytes = new Map<string, number>();
  #taken = 0;

  /** @param room bytes that are kept in all */
  constructor(room: number) {
    this.#room = room;
  }

  /** What failed is got again when it is asked for again. */
  get<T>(name: string, get: () => Promise<Got<T>>): Promise<T> {
    const known = this.#values.get(name) as Promise<T> | undefined;
    if (known) {
      this.#use(name);
      return known;
    }
    const value = get().then((got) => {
      this.#bytes.set(name, got.bytes);
      this.#taken += got.bytes;
      this.#makeRoom();
      return got.value;
    });
    this.#values.set(name, value);
    value.catch(() => this.#values.delete(name));
    return value;
  }

  #use(name: string): void {
    const bytes = this.#bytes.get(name);
    if (bytes === undefined) return;
    this.#bytes.delete(name);
    this.#bytes.set(name, bytes);
  }

  #makeRoom(): void {
    for (const [name, bytes] of this.#bytes) {
      if (this.#taken <= this.#room) return;
      this.#bytes.delete(name);
      this.#values.delete(name);
      this.#taken -= bytes;
    }
  }
}
