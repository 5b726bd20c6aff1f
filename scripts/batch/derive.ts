/** One source → the files that are published of it. */
import { isDeepStrictEqual } from 'node:util';
import { writtenRead } from '../../src/plan/held.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';
import { redirectAdvice } from '../lib/anchor-table.ts';
import { findingPrinter } from '../lib/findings.ts';
import { lockPath } from '../lib/published.ts';
import type { KnownSource } from '../lib/sources.ts';
import { assignIds, type Change, faultyRedirects, type Published } from '../normalize/anchors/index.ts';
import { normalize } from '../normalize/index.ts';
import { SourceError } from '../normalize/types.ts';
import { lines } from './lines.ts';
import { accountPath, speechPath } from './paths.ts';

export interface Derived {
  /** Speech, account and anchors by path below the root. */
  files: [path: string, content: string][];
  /** The speech as it is read back, for those who read it next (`src/plan/held.ts`). */
  held: string;
  /** Warnings and errors among the findings, as text for a person. */
  warnings: string[];
}

/**
 * @param last what has been published of it
 * @param onAnchors told what became of the published ids, even if they stand in the way
 * @throws SourceError for what a person has to mend
 */
export async function derive(
  { source, knowledge, sha256 }: KnownSource,
  last: Published,
  onAnchors: (changes: Change[]) => void,
): Promise<Derived> {
  const record = await normalize(source, knowledge, sha256);
  const { document, edits, findings } = record;
  const path = speechPath(knowledge.id);
  const { speech, lock, changes } = assignIds({ ...record.speech, former: knowledge.redirects }, last);
  const faults = faultyRedirects(speech, lock);
  onAnchors(changes);
  if (faults.length > 0) {
    throw new SourceError(
      `${source.path}：指向下列编号的链接会失效。\n${redirectAdvice(faults, changes, speech, `sources/${knowledge.id}.yaml`)}`,
    );
  }
  if (rebuildSource(publishedText(speech), edits) !== document.text)
    throw new Error(`${source.path} 的账目还原不出原文`);
  const mdx = writeSpeech(speech);
  const readBack = readSpeech(mdx, path);
  if (!isDeepStrictEqual(readBack, speech)) throw new Error(`${path} 写出后读回不一致`);
  const urgent = findings.filter(({ severity }) => severity !== 'info');
  return {
    files: [
      [path, mdx],
      [accountPath(knowledge.id), lines({ source: source.path, sha256, edits, findings })],
      [lockPath(knowledge.id), lines({ ...lock })],
    ],
    held: writtenRead(mdx, readBack),
    warnings: urgent.map(findingPrinter(source.path, document.text)),
  };
}
