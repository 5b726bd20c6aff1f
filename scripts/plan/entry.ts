/** One speech's entry in the plan. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf } from '../../src/data/card.ts';
import { anchorsEntry } from '../../src/data/copies/speech.ts';
import { mentions } from '../../src/data/mentions.ts';
import { sourceState } from '../../src/data/source-state.ts';
import { topics } from '../../src/data/topics.ts';
import { heldSpeech, mdxPath, writtenRead } from '../../src/plan/held.ts';
import type { Entry } from '../../src/plan/plan.ts';
import { accountSchema } from '../../src/text/account.ts';
import { lockSchema } from '../../src/text/lock.ts';
import { fingerprints, foldedText } from '../../src/text/passages.ts';
import type { Speech } from '../../src/text/speech.ts';
import { heldPath, hold } from '../lib/held.ts';
import { Problem } from '../lib/problem.ts';

/** An entry before it is known what it has in common with others. */
export type Alone = Omit<Entry, 'related' | 'passages'>;

/** The files that a speech is published from. */
export interface Published {
  id: string;
  mdx: string;
  account: string;
  lock: string;
  /** SHA-256 of the three. */
  digest: string;
}

/** @throws Problem where one of the three is missing */
export function publishedFiles(root: string, id: string): Published {
  const paths = [mdxPath(id), `src/content/accounts/${id}.json`, `src/content/anchors/${id}.json`];
  const missing = paths.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Problem(`${missing} 不见了：请运行 npm run normalize，再构建一次。`);
  const [mdx, account, lock] = paths.map((path) => readFileSync(join(root, path), 'utf8')) as [string, string, string];
  const digest = createHash('sha256').update([mdx, account, lock].join('\0')).digest('hex');
  return { id, mdx, account, lock, digest };
}

/**
 * Reads a speech once, so that everything after it reads the JSON beside it.
 * @throws Error for MDX that is no speech, or of another one
 */
export function holdSpeech(root: string, id: string, mdx: string): Speech {
  const speech = heldSpeech(`${root}/`, id);
  if (speech.meta.id !== id)
    throw new Error(`${mdxPath(id)}:1:1 文件名与 id 不一致：文件头里写的是 ${speech.meta.id}。`);
  const path = heldPath(root, id);
  const written = writtenRead(mdx, speech);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== written) hold(root, id, written);
  return speech;
}

export function entryOf(root: string, { id, mdx, account, lock, digest }: Published): Alone {
  const speech = holdSpeech(root, id, mdx);
  const card = cardOf(speech);
  const own = topics.filter((topic) => speech.meta.topics.includes(topic.id));
  return {
    id,
    digest,
    card,
    mentions: Object.fromEntries(own.map((topic) => [topic.id, mentions(speech, topic.words)])),
    state: sourceState(speech, accountSchema.parse(JSON.parse(account))),
    anchors: anchorsEntry(speech, lockSchema.parse(JSON.parse(lock)), card.version),
    prints: packed(fingerprints(foldedText(speech))),
  };
}

function packed(prints: readonly number[]): string {
  const bytes = Buffer.alloc(prints.length * 4);
  for (const [index, print] of prints.entries()) bytes.writeUInt32LE(print, index * 4);
  return bytes.toString('base64');
}

export function unpacked(prints: string): number[] {
  const bytes = Buffer.from(prints, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}
