/** The one door to the content: nothing else calls `getCollection` or reads the plan, an account or a copy. */

import { type CollectionEntry, getCollection } from 'astro:content';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { Card } from './data/card.ts';
import { renderSpeech } from './loader/render.ts';
import { heldSpeech } from './plan/held.ts';
import { type Entry, planPath, readPlan } from './plan/plan.ts';
import type { Account } from './text/account.ts';
import { type Departure, departureSchema } from './text/departure.ts';
import { lastOnly } from './text/remembered.ts';
import type { Speech } from './text/speech.ts';

const plan = readPlan(planPath(process.env));
if (!plan) throw new Error('还没有计划：npm run build 与 npm run dev 会先做出计划。');
const cards: Card[] = plan.entries.map(({ card }) => card);
const planned = new Map(plan.entries.map((entry) => [entry.id, entry]));

/** The cards of all speeches, the newest first by the best date known; those without any come last, by id. */
export function allSpeeches(): readonly Card[] {
  return cards;
}

/** What the plan says of a speech beside its card. Every command runs in the root of the project. */
export function planOf(id: string): Entry {
  const entry = planned.get(id);
  if (!entry) throw new Error(`计划里没有 ${id}：请重新构建。`);
  return entry;
}

/** Paths of pages that are made of one speech alone. */
export function ownPaths() {
  return allSpeeches().map(({ meta: { id } }) => ({ params: { id }, props: { id, digest: planOf(id).digest } }));
}

/** A speech itself, read when a page asks for it: the library may be larger than the memory, and a build makes the pages of one speech in a row. */
export const speechOf = lastOnly((id: string): Speech => heldSpeech('', id));

/** The HTML of a speech: up to and with the title, and after it. */
export const htmlOf = renderSpeech;

/** The account of a speech, with every edit in it, as the plan has checked it. */
export const accountOf = lastOnly(
  (id: string): Account => JSON.parse(readFileSync(`src/content/accounts/${id}.json`, 'utf8')),
);

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
