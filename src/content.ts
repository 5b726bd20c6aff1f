/** The one door to the content: nothing else calls `getCollection` or reads an account, a lock or a copy. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { bestDate } from './data/known-date.ts';
import { type Account, accountSchema } from './text/account.ts';
import { type Departure, departureSchema } from './text/departure.ts';
import { type Lock, lockSchema } from './text/lock.ts';
import type { Speech } from './text/speech.ts';

export interface LoadedSpeech {
  speech: Speech;
  /** HTML up to and with the title. */
  head: string;
  /** HTML after the title. */
  body: string;
}

const speeches: LoadedSpeech[] = (await getCollection('speeches')).map(({ data, rendered }) => ({
  speech: data,
  head: String(rendered?.metadata?.head ?? ''),
  body: rendered?.html ?? '',
}));

/** All speeches, the newest first by the best date known; those without any come last, by id. */
export function allSpeeches(): LoadedSpeech[] {
  return speeches.toSorted((a, b) => compare(a.speech, b.speech));
}

function compare(a: Speech, b: Speech): number {
  const [left, right] = [bestDate(a.meta)?.date ?? '', bestDate(b.meta)?.date ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.meta.id < b.meta.id ? -1 : 1;
}

/**
 * The account of a speech, read when a page asks for it: with every edit in it, it is too large for the store of the
 * collections. Every command runs in the root of the project.
 */
export async function accountOf(id: string): Promise<Account> {
  return accountSchema.parse(JSON.parse(await readFile(`src/content/accounts/${id}.json`, 'utf8')));
}

/** Every id that a speech ever had. */
export async function lockOf(id: string): Promise<Lock> {
  return lockSchema.parse(JSON.parse(await readFile(`src/content/anchors/${id}.json`, 'utf8')));
}

/** The bytes of a copy, e.g. `iot-industry-cluster.txt`. */
export async function copyOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(`sources/${file}`));
}

/** The speeches that were renamed or withdrawn, by id. Nothing else counts or lists them. */
export async function allDepartures(): Promise<Departure[]> {
  const folder = 'src/content/departed';
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')).sort() : [];
  return Promise.all(
    names.map(async (name) => departureSchema.parse(JSON.parse(await readFile(`${folder}/${name}`, 'utf8')))),
  );
}

/** The hand-written pages in the order of their side navigation. */
export async function allDocs(): Promise<CollectionEntry<'docs'>[]> {
  return (await getCollection('docs')).toSorted((a, b) => a.data.order - b.data.order);
}
