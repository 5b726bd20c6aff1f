/** Speeches as they are held: MDX, and beside it the same value as JSON, which is read in a tenth of the time. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readSpeech } from '../text/mdx/read.ts';
import type { Speech } from '../text/speech.ts';

/** Folder of the JSON, below the root of the project. */
export const READ = '.cache/speeches';

/** @param id of a speech @returns its file below the root of the project */
export function mdxPath(id: string): string {
  return `src/content/speeches/${id}.mdx`;
}

/** The JSON of a speech under the digests of the MDX it was read from and of itself. */
export function writtenRead(mdx: string, speech: Speech): string {
  const json = JSON.stringify(speech);
  return `${hash('sha256', mdx)} ${hash('sha256', json)}\n${json}`;
}

/** @returns null for JSON that is not whole, or of another MDX */
export function readWritten(written: string, mdx: string): Speech | null {
  const end = written.indexOf('\n');
  const json = written.slice(end + 1);
  return written.slice(0, end) === `${hash('sha256', mdx)} ${hash('sha256', json)}` ? JSON.parse(json) : null;
}

/**
 * @param root of the project, with a slash at the end or empty for the working folder
 * @throws Error as `readSpeech`
 */
export function heldSpeech(root: string, id: string): Speech {
  const mdx = readFileSync(`${root}${mdxPath(id)}`, 'utf8');
  return heldAs(root, id, mdx) ?? readSpeech(mdx, mdxPath(id));
}

/** The speech as it is held beside this MDX; null where it is not, or not whole. */
export function heldAs(root: string, id: string, mdx: string): Speech | null {
  return readWritten(fileOr(`${root}${READ}/${id}.json`, ''), mdx);
}

function fileOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
