import { createHash } from 'node:crypto';
import { type Speech, textBlocks } from '../text/speech.ts';

/** Version of a text: the first 12 hex digits of the SHA-256 of its published text (blocks joined by line feeds, UTF-8). */
export function textVersion(speech: Speech): string {
  const text = textBlocks(speech)
    .map(({ text }) => text)
    .join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
