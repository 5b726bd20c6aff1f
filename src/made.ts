/**
 * Pages that a build need not make again. A page is made of its props and of the code and settings of the site; where both are those
 * of a page that stands already, the build takes that one, and the page is not rendered.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What a build says to the pages, as a JSON file that `PAGES_FILE` in the environment names. Without one every page is made. */
export interface Order {
  /** Digest of code and settings. */
  recipe: string;
  /** Which speeches have their pages made, of those in the plan; null for all. */
  speeches: string[] | null;
  /** Whether the lists of speeches are made too. */
  lists: boolean;
  /** Pages that stand already: the key of each by its file. */
  standing: Record<string, string>;
  /** A file of `Made`, one JSON a line, that the pages write. */
  report: string;
}

/** A page that belongs to the site, made in this build or standing already. */
export interface Made {
  /** Below the folder of the site, e.g. `speeches/iot-industry-cluster/index.html`. */
  file: string;
  key: string;
  standing: boolean;
}

interface Path {
  params: Record<string, string | undefined>;
  props: object;
}

let read: Order | null | undefined;

function order(): Order | null {
  const path = process.env.PAGES_FILE;
  if (read === undefined) read = path && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  return read ?? null;
}

/** Of the pages of speeches those that have to be made. @param idOf a page's speech @param fileOf its file in the site */
export function speechPages<P extends Path>(
  paths: readonly P[],
  idOf: (path: P) => string,
  fileOf: (path: P) => string,
): P[] {
  const wanted = order()?.speeches;
  const chosen = wanted && new Set(wanted);
  return toMake(chosen ? paths.filter((path) => chosen.has(idOf(path))) : paths, fileOf);
}

/** Of the pages of lists those that have to be made. */
export function listPages<P extends Path>(paths: readonly P[], fileOf: (path: P) => string): P[] {
  return toMake(order()?.lists === false ? [] : paths, fileOf);
}

function toMake<P extends Path>(paths: readonly P[], fileOf: (path: P) => string): P[] {
  const given = order();
  if (!given) return [...paths];
  const all = paths.map((path): [P, Made] => [path, madeOf(fileOf(path), path.props, given)]);
  appendFileSync(given.report, all.map(([, made]) => `${JSON.stringify(made)}\n`).join(''));
  return all.filter(([, { standing }]) => !standing).map(([path]) => path);
}

/** What a file that is made of these props is to a build. */
export function madeOf(file: string, props: object, { recipe, standing }: Pick<Order, 'recipe' | 'standing'>): Made {
  const key = createHash('sha256')
    .update(`${recipe}\n${file}\n${JSON.stringify(props)}`)
    .digest('base64url');
  return { file, key, standing: standing[file] === key };
}
