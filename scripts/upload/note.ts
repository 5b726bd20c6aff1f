/** The note that an upload keeps in the store for the next one, see `steps.ts`. */
import { Problem } from '../lib/problem.ts';
import { read, remove, write } from './rclone.ts';
import { NOTE } from './steps.ts';

const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** @throws Problem where it is not a list of keys */
export async function readNote(place: string): Promise<string[]> {
  try {
    const keys: unknown = JSON.parse(await read(place, NOTE));
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Problem(`那里的 ${NOTE} 不是上传留下的：请删去它，再运行一次。`);
}

/** @param keys if there are none, there is no note */
export async function writeNote(place: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await write(place, NOTE, JSON.stringify(keys), headers);
  else await remove(place, [NOTE]);
}
