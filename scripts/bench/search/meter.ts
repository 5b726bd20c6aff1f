/** Counts what a server sends. */

export interface Traffic {
  bytes: number;
  requests: number;
}

export class Meter {
  #traffic: Traffic = { bytes: 0, requests: 0 };
  #open = 0;
  #settled: (() => void)[] = [];

  /** For `serve`. Pages themselves are not counted: what a search ships is. */
  readonly watch = (path: string): ((bytes: number) => void) => {
    this.#open++;
    return (bytes) => {
      if (!path.endsWith('/')) {
        this.#traffic.bytes += bytes;
        this.#traffic.requests++;
      }
      this.#open--;
      if (this.#open === 0) for (const settle of this.#settled.splice(0)) settle();
    };
  };

  /** What was sent since the last time, once nothing is under way. */
  async take(): Promise<Traffic> {
    if (this.#open > 0) await new Promise<void>((settle) => this.#settled.push(settle));
    const traffic = this.#traffic;
    this.#traffic = { bytes: 0, requests: 0 };
    return traffic;
  }
}
