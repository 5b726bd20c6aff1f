import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { root } from './root.ts';

const speechFolder = join(root, 'src/content/speeches');

/** All speeches of the project, by id. */
export async function readSpeeches(folder: string = speechFolder): Promise<Speech[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(names.map(async (name) => readSpeech(await readFile(join(folder, name), 'utf8'), name)));
}

/** A speech that is read only where it is needed. */
export interface HeldSpeech {
  id: string;
  /** SHA-256 of its file: the same speech has the same. */
  digest: string;
  read(): Speech;
}

/** All speeches of the project, by id. */
export function listSpeeches(folder: string = speechFolder): HeldSpeech[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  return names.sort().map((name) => {
    const read = () => readFileSync(join(folder, name), 'utf8');
    return {
      id: basename(name, '.mdx'),
      digest: createHash('sha256').update(read()).digest('hex'),
      read: () => readSpeech(read(), name),
    };
  });
}
