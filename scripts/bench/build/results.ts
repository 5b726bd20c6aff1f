/** What was measured, one line of JSON each, so that an interrupted measurement goes on where it stopped. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Lap } from '../../lib/laps.ts';
import type { Cost } from './watched.ts';

/** A phase of a build: what the build says of itself, and the memory that was seen meanwhile. */
export type Phase = Omit<Lap, 'ended'> & { peak: number };

/** A program that builds a site. */
export type Builder = 'ours' | 'eleventy' | 'starlight';

/**
 * What was done: sources normalized for the first time; everything built for the first time, again with nothing changed, again with one source
 * changed; built for the first time without comparison pages, and without machine copies besides.
 */
export type Task = 'normalize' | 'cold' | 'unchanged' | 'changed' | 'without-comparison';

/** What the figures depend on. */
export interface Circumstances {
  documents: number;
  seed: number;
  /** Digest of the programs. */
  code: string;
}

/** What one run of a builder took. */
export interface Measured extends Cost {
  task: Task;
  /** HTML files of the finished site; 0 where none is built. */
  pages: number;
  /** None for the programs of others. */
  phases: Phase[];
}

export interface Result extends Measured, Circumstances {
  builder: Builder;
}

export class Results {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** The last ones under these circumstances, in the order of `tasks`; null unless there is one of each. */
  find(builder: Builder, tasks: readonly Task[], at: Circumstances): Result[] | null {
    const known = this.#read().filter(
      (each) =>
        each.builder === builder && each.documents === at.documents && each.seed === at.seed && each.code === at.code,
    );
    const found = tasks.map((task) => known.findLast((each) => each.task === task));
    return found.every((each) => each !== undefined) ? found : null;
  }

  add(result: Result): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(
      this.#path,
      `${JSON.stringify(result)}
`,
    );
  }

  #read(): Result[] {
    if (!existsSync(this.#path)) return [];
    const lines = readFileSync(this.#path, 'utf8').split('\n');
    // The last line may have been cut off.
    return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line));
  }
}
