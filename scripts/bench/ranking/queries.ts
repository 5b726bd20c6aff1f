import { readFile } from 'node:fs/promises';
import type { JudgedQuery } from './judged.ts';

/** @param name of a file beside this one */
export async function readQueries(name: string): Promise<JudgedQuery[]> {
  return JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as JudgedQuery[];
}
