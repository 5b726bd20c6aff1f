/** The published library on disk, one speech at a time: what a release is made of. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Account, accountSchema } from '../../src/text/account.ts';
import { type Departure, departureSchema } from '../../src/text/departure.ts';
import { type Lock, lockSchema } from '../../src/text/lock.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { Problem } from '../lib/problem.ts';
import { lockPath, read } from '../lib/published.ts';

export interface Held {
  speech: Speech;
  account: Account;
  lock: Lock;
}

/** Ids of all speeches below `<root>/src/content`, in the order of a release. */
export function heldIds(root: string): string[] {
  return namesIn(root, 'src/content/speeches', '.mdx');
}

/** @throws Problem for a file that is missing or spoilt */
export function readHeld(root: string, id: string): Held {
  const path = `src/content/speeches/${id}.mdx`;
  const speech = attempt(path, () => readSpeech(content(root, path), path));
  if (speech.meta.id !== id) throw spoilt(path, `文件头里的 id 是 ${speech.meta.id}`);
  return {
    speech,
    account: readJson(root, `src/content/accounts/${id}.json`, accountSchema),
    lock: readJson(root, lockPath(id), lockSchema),
  };
}

/** The renamed and withdrawn speeches, by id. */
export function readDepartures(root: string): Departure[] {
  const folder = 'src/content/departed';
  return namesIn(root, folder, '.json').map((id) => readJson(root, `${folder}/${id}.json`, departureSchema));
}

function namesIn(root: string, folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(ending) && !name.startsWith('.'));
  return names.map((name) => name.slice(0, -ending.length)).sort();
}

function readJson<T>(root: string, path: string, schema: z.ZodType<T>): T {
  return attempt(path, () => schema.parse(JSON.parse(content(root, path))));
}

function content(root: string, path: string): string {
  const text = read(join(root, path));
  if (text === null) throw new Problem(`${path} 不存在：请运行 npm run normalize，再发布一次。`);
  return text;
}

function attempt<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof Problem ? error : spoilt(path, (error as Error).message.split('\n')[0] ?? '');
  }
}

function spoilt(path: string, why: string): Problem {
  return new Problem(`${path} 读不出来（${why}）：请从版本库取回它，运行 npm run normalize，再发布一次。`);
}
