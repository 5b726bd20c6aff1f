/** Parts kept from one build to the next: where no document of a part has changed, none of them is read. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from '../../src/search/forms.ts';
import { digestOfFiles } from '../lib/digest.ts';
import { isRunning } from '../lib/files.ts';
import { root } from '../lib/root.ts';
import type { HeldSpeech } from '../lib/speeches.ts';
import { allForms } from './forms.ts';
import { indexed, Part, writePart } from './part.ts';
import { partOf } from './partition.ts';

/** All that decides what a part holds, its documents apart. */
const MAKER = ['package-lock.json', 'scripts/search', 'src/data', 'src/search', 'src/text'];

/** Node is among it for its tables of characters and its compression. */
export function digestOfMaker(): string {
  return digestOfFiles(root, MAKER, process.version);
}

export interface PartsOptions {
  /** As `partsFor` says, for the whole library. */
  parts: number;
  /** Holds one file for each part: the one of the last time. */
  cacheDir: string;
  /** What people should know. */
  tell: (text: string) => void;
  /** `digestOfMaker` */
  maker?: string;
}

/**
 * Makes the parts that these speeches belong to, unless they are there.
 * @param speeches all of each part that any of them belongs to
 * @returns the paths of the parts, in `cacheDir`
 */
export function indexParts(
  speeches: readonly HeldSpeech[],
  { parts, cacheDir, tell, maker = digestOfMaker() }: PartsOptions,
): string[] {
  mkdirSync(cacheDir, { recursive: true });
  const groups = Map.groupBy(speeches, ({ id }) => partOf(id, parts));
  const forms = formsOf(allForms);
  return [...groups.keys()]
    .sort((a, b) => a - b)
    .map((number) => {
      const members = (groups.get(number) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const place = `${number}-of-${parts}-`;
      const name = `${place}${keyOf(members, maker)}.part`;
      const path = join(cacheDir, name);
      if (isWhole(path, tell)) return path;
      const documents = members.map((member) => indexed(member.read()));
      writePart(path, documents, forms, maker);
      dropOthers(cacheDir, parts, place, name);
      return path;
    });
}

function keyOf(members: readonly HeldSpeech[], maker: string): string {
  const lines = members.map(({ id, digest }) => `${id} ${digest}`);
  return createHash('sha256')
    .update([maker, ...lines].join('\n'))
    .digest('hex')
    .slice(0, 32);
}

function isWhole(path: string, tell: PartsOptions['tell']): boolean {
  if (!existsSync(path)) return false;
  try {
    new Part(path);
    return true;
  } catch {
    tell(`检索索引的缓存 ${path} 已损坏，现在重新生成。`);
    return false;
  }
}

/** Drops what no later build asks for: this part as it was, the parts of another partition, and what was never finished. */
function dropOthers(cacheDir: string, parts: number, place: string, name: string): void {
  for (const other of readdirSync(cacheDir)) {
    const writer = Number(/\.(\d+)\.tmp$/.exec(other)?.[1]);
    const stale = writer ? !isRunning(writer) : other.startsWith(place) || !other.includes(`-of-${parts}-`);
    if (other !== name && stale) rmSync(join(cacheDir, other), { force: true });
  }
}
