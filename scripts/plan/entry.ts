/** One speech's entry in the plan. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf } from '../../src/data/card.ts';
import { anchorsEntry } from '../../src/data/copies/speech.ts';
import { mentions } from '../../src/data/mentions.ts';
import { sourceState } from '../../src/data/source-state.ts';
import { topics } from '../../src/data/topics.ts';
import { heldAs, mdxPath, writtenRead } from '../../src/plan/held.ts';
import type { Entry } from '../../src/plan/plan.ts';
import { accountSchema } from '../../src/text/account.ts';
import { lockSchema } from '../../src/text/lock.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { fingerprints, foldedText } from '../../src/text/passages.ts';
import type { Speech } from '../../src/text/speech.ts';
import { hold } from '../lib/held.ts';
import { Problem } from '../lib/problem.ts';

/** An entry before it is known what it has in common with others. */
export type Alone = Omit<Entry, 'related' | 'passages'>;

const ZERO = Buffer.alloc(1);

/** The files that a speech is published from, in UTF-8. */
export interface Published {
  id: string;
  mdx: Buffer;
  account: Buffer;
  lock: Buffer;
  /** SHA-256 of the three with zeros between. */
  digest: string;
}

/** @throws Problem where one of the three is missing */
export function publishedFiles(root: string, id: string): Published {
  const paths = [mdxPath(id), `src/content/accounts/${id}.json`, `src/content/anchors/${id}.json`];
  const missing = paths.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Problem(`${missing} 不见了：请运行 npm run normalize，再构建一次。`);
  const [mdx, account, lock] = paths.map((path) => readFileSync(join(root, path))) as [Buffer, Buffer, Buffer];
  const digest = hash('sha256', Buffer.concat([mdx, ZERO, account, ZERO, lock]));
  return { id, mdx, account, lock, digest };
}

/**
 * Reads a speech once, so that everything after it reads the JSON beside it.
 * @throws Error for MDX that is no speech, or of another one
 */
export function holdSpeech(root: string, id: string, bytes: Buffer): Speech {
  const mdx = bytes.toString();
  const held = heldAs(`${root}/`, id, mdx);
  const speech = held ?? readSpeech(mdx, mdxPath(id));
  if (speech.meta.id !== id)
    throw new Error(`${mdxPath(id)}:1:1 文件名与 id 不一致：文件头里写的是 ${speech.meta.id}。`);
  if (!held) hold(root, id, writtenRead(mdx, speech));
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
    state: sourceState(speech, accountSchema.parse(JSON.parse(account.toString()))),
    anchors: anchorsEntry(speech, lockSchema.parse(JSON.parse(lock.toString())), card.version),
    prints: packed(fingerprints(foldedText(speech))),
  };
}

function packed({ buffer }: Float64Array<ArrayBuffer>): string {
  return Buffer.from(buffer).toString('base64');
}

export function unpacked(prints: string): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(prints, 'base64')).buffer);
}
