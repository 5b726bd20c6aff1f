/**
 * The plan of a library: of every speech what other pages need to know of it, so that a page is made without reading the rest of the
 * library, and parts of a site can be built apart. One JSON a line: first the head, then an entry for each speech in the order of the list of all.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Card } from '../data/card.ts';
import type { AnchorsEntry } from '../data/copies/schemas.ts';
import type { Mention } from '../data/mentions.ts';
import type { NamedPassage, Related } from '../data/related.ts';
import type { SourceState } from '../data/source-state.ts';

export interface Head {
  /** Of this format. */
  plan: 1;
  /** Digest of the code that makes entries: those of other code are made anew. */
  recipe: string;
  speeches: number;
}

export interface Entry {
  id: string;
  /** SHA-256 of the three files that a speech is published from. */
  digest: string;
  card: Card;
  /** Where it speaks of its topics, by the topic's id. */
  mentions: Record<string, Mention[]>;
  /** For those who look after the library. */
  state: SourceState;
  /** All ids that it ever had. */
  anchors: AnchorsEntry;
  /** `fingerprints` of its text: the bytes of that array, in base64. */
  prints: string;
  related: Related[];
  /** What was looked up for `related`: other speeches by id, each at a digest. */
  passages: Record<string, { digest: string; passage: NamedPassage | null }>;
}

/** A speech before or after another in the list of all. */
export interface Neighbour {
  id: string;
  title: string;
}

/** Where the plan of a project is, below its root. */
export const PLAN = '.cache/plan.jsonl';

/** Where a build finds the plan: a part of a site is built by one that was made elsewhere, and `PLAN_FILE` names it. */
export function planPath(env: Record<string, string | undefined>): string {
  return env.PLAN_FILE || PLAN;
}

export interface Plan {
  head: Head;
  entries: Entry[];
}

/** @throws Error for a file that is no whole plan; null where there is none */
export function readPlan(path: string): Plan | null {
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const [head, ...entries] = lines.slice(0, -1).map((line) => JSON.parse(line));
  if (head?.plan !== 1 || head.speeches !== entries.length) throw new Error(`${path} 不是完整的计划。`);
  return { head, entries };
}

/** In bytes, a line at a time: as one string it would take several times as much memory. */
export function writtenPlan({ head, entries }: Plan): Uint8Array {
  return Buffer.concat([head, ...entries].map((line) => Buffer.from(`${JSON.stringify(line)}\n`)));
}
