import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { root } from './root.ts';

/** All speeches of the project, by id. */
export async function readSpeeches(folder: string = join(root, 'src/content/speeches')): Promise<Speech[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(names.map(async (name) => readSpeech(await readFile(join(folder, name), 'utf8'), name)));
}
