/** What the library holds already: copies by SHA-256, ids that are taken, speeches to compare with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { sha256 } from '../lib/sources.ts';
import { normalize } from '../normalize/index.ts';
import { type Held, runsOf } from './overlap.ts';

export interface Library {
  root: string;
  /** Path below the root of each copy, by SHA-256. */
  copies: Map<string, string>;
  /** Ids of copies, and all that were ever published. */
  taken: Set<string>;
  speeches: Held[];
}

/** @param told how far it is, for a library of many speeches */
export async function readLibrary(
  root: string,
  told: (done: number, total: number) => void = () => {},
): Promise<Library> {
  const names = list(join(root, 'sources'));
  const published = list(join(root, 'src/content/anchors')).map((name) => basename(name, '.json'));
  const library: Library = { root, copies: new Map(), taken: new Set(published), speeches: [] };
  for (const name of names) library.taken.add(basename(name, extname(name)));
  const copies = names.filter((name) => extname(name) !== '.yaml');
  for (const [index, name] of copies.entries()) {
    const bytes = readFileSync(join(root, 'sources', name));
    const digest = sha256(bytes);
    library.copies.set(digest, `sources/${name}`);
    const id = basename(name, extname(name));
    const speech = await speechOf(root, id, { path: `sources/${name}`, bytes }, digest);
    if (speech) library.speeches.push(heldOf(id, speech));
    told(index + 1, copies.length);
  }
  return library;
}

/** A new speech from now on counts as held, so that two copies given together are compared too. */
export function hold(library: Library, id: string, copy: string, digest: string, speech: Speech): void {
  library.taken.add(id);
  library.copies.set(digest, copy);
  library.speeches.push(heldOf(id, speech));
}

function heldOf(id: string, speech: Speech): Held {
  return { id, title: speech.meta.title, runs: Uint32Array.from(runsOf(speech)) };
}

/** The speech as published or, before it is, as the rules alone read the copy; null where that fails. */
async function speechOf(
  root: string,
  id: string,
  source: { path: string; bytes: Uint8Array },
  digest: string,
): Promise<Speech | null> {
  const path = join(root, `src/content/speeches/${id}.mdx`);
  try {
    if (existsSync(path)) return readSpeech(readFileSync(path, 'utf8'), path);
    return (await normalize(source, null, digest)).speech;
  } catch {
    // `npm run normalize` says what is wrong with it; a new copy can be added all the same.
    return null;
  }
}

/** Names in a folder, sorted, without hidden ones; none where it does not exist. */
function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
