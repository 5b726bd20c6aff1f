/** A speech as the catalogue knows it: what lists, tags, feeds and neighbours say of it. Light enough to be held for all speeches at once. */
import type { Meta, Speech } from '../text/speech.ts';
import { beginning, textLength } from './summary.ts';
import { speechVersion } from './version.ts';

export interface Card {
  meta: Meta;
  /** As `speechVersion` makes it. */
  version: string;
  /** Characters of the published text, spaces left out. */
  characters: number;
  /** As `beginning` gives it. */
  beginning: string;
}

/** Anything that says what is known about a speech: the speech itself, or its card. */
export interface Known {
  meta: Meta;
}

export function cardOf(speech: Speech): Card {
  return {
    meta: speech.meta,
    version: speechVersion(speech),
    characters: textLength(speech),
    beginning: beginning(speech),
  };
}
