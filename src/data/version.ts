/** Versions: what anybody can compare to see whether a text, or the library, is still the one that was quoted. */
import { createHash } from 'node:crypto';
import { onceEach } from '../text/remembered.ts';
import { type Meta, type Speech, textBlocks } from '../text/speech.ts';

/** First 12 hex digits of the SHA-256 of a text in UTF-8. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Version of a speech: the digest of two parts with a line feed between, its published text (blocks joined by line feeds), and what is
 * known about it: the JSON of `[name, value]` pairs, sorted by name, without what is unknown (null) and without `updated`.
 */
export const speechVersion = onceEach((speech: Speech): string => {
  const text = textBlocks(speech).map((block) => block.text);
  return digest([...text, JSON.stringify(known(speech.meta))].join('\n'));
});

function known({ updated: _, ...meta }: Meta): [string, unknown][] {
  return Object.entries(meta)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The digest of the speeches' versions, sorted and joined by line feeds. */
export function libraryVersion(versions: readonly string[]): string {
  return digest([...versions].sort().join('\n'));
}

export interface CorpusVersion {
  /** As `libraryVersion` makes it. */
  version: string;
  /** The latest day on which a speech was changed; null where none says. */
  updated: string | null;
  speeches: number;
  characters: number;
}

/** @param cards of all speeches */
export function corpusVersion(cards: readonly { meta: Meta; version: string; characters: number }[]): CorpusVersion {
  return {
    version: libraryVersion(cards.map(({ version }) => version)),
    updated:
      cards
        .flatMap(({ meta }) => meta.updated ?? [])
        .sort()
        .at(-1) ?? null,
    speeches: cards.length,
    characters: cards.reduce((sum, { characters }) => sum + characters, 0),
  };
}
