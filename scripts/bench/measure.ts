/** What the normalizer takes: CPU seconds of this process, so that other work on the machine counts little. */
import { isDeepStrictEqual } from 'node:util';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';
import { assignIds, EMPTY_LOCK } from '../normalize/anchors/index.ts';
import { normalize } from '../normalize/index.ts';
import { type Record, SourceError } from '../normalize/types.ts';
import type { Random } from './random.ts';
import { syntheticDocument } from './synthetic.ts';

const DIGEST = '0'.repeat(64);
const encoder = new TextEncoder();

export interface Throughput {
  documents: number;
  characters: number;
  bytes: number;
  /** CPU seconds from bytes to blocks, account and findings. */
  normalizing: number;
  /** CPU seconds to write the MDX, read it back, compare, and rebuild the copy from the account. */
  checking: number;
  /** The most memory of the process, in bytes. */
  peak: number;
}

/** Documents between two looks at the clock, which is slow to read. */
const BATCH = 20;

/** No document is kept longer than its batch. */
export async function throughput(documents: number, random: Random): Promise<Throughput> {
  const total: Throughput = { documents, characters: 0, bytes: 0, normalizing: 0, checking: 0, peak: 0 };
  for (let done = 0; done < documents; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, documents - done) }, () => syntheticDocument(random));
    const sources = texts.map((text, index) => ({ path: `${done + index}.txt`, bytes: encoder.encode(text) }));
    const start = cpuSeconds();
    const records: Record[] = [];
    for (const source of sources) records.push(await normalize(source, null, DIGEST));
    const middle = cpuSeconds();
    for (const record of records) check(record);
    const end = cpuSeconds();
    total.normalizing += middle - start;
    total.checking += end - middle;
    for (const text of texts) total.characters += text.length;
    for (const { bytes } of sources) total.bytes += bytes.length;
  }
  return { ...total, peak: process.resourceUsage().maxRSS * 1024 };
}

function check({ speech, edits, document }: Record): void {
  if (!isDeepStrictEqual(readSpeech(writeSpeech(speech), 'bench.mdx'), speech)) throw new Error('写出后读回不一致');
  if (rebuildSource(publishedText(speech), edits) !== document.text) throw new Error('账目还原不出原文');
}

/** CPU seconds for one text, to files that were read back and compared; a text that is refused counts as well. */
export async function timeOf(text: string): Promise<number> {
  const bytes = encoder.encode(text);
  const start = cpuSeconds();
  try {
    const record = await normalize({ path: 'shape.txt', bytes }, null, DIGEST);
    check({ ...record, speech: assignIds(record.speech, { lock: EMPTY_LOCK, speech: null }).speech });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
  return cpuSeconds() - start;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
