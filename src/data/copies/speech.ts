/** One speech for programs: as JSON, and as it stands in lists. */
import type { Account } from '../../text/account.ts';
import type { Lock } from '../../text/lock.ts';
import type { Speech } from '../../text/speech.ts';
import type { Address } from '../address.ts';
import type { Card } from '../card.ts';
import { type AnchorsEntry, type SpeechCopy, type SpeechEntry, schemaPath } from './schemas.ts';

/** What a copy says of a speech beside the speech itself. */
export interface State {
  version: string;
  updated: string | null;
}

export function speechPath(id: string): string {
  return `/speeches/${id}/`;
}

/** Forms in which a speech can be had, by the ending of their address. */
export const forms = [
  { ending: 'json', type: 'application/json' },
  { ending: 'md', type: 'text/markdown' },
  { ending: 'txt', type: 'text/plain' },
] as const;

export function formPath(id: string, ending: (typeof forms)[number]['ending']): string {
  return `/speeches/${id}.${ending}`;
}

export function speechCopy(speech: Speech, account: Account, state: State, address: Address): SpeechCopy {
  return {
    $schema: address(schemaPath('speech-1')),
    address: address(speechPath(speech.meta.id)),
    version: state.version,
    updated: state.updated,
    meta: speech.meta,
    outline: speech.outline,
    former: speech.former,
    blocks: speech.blocks,
    account,
  };
}

export function speechEntry({ meta, version, characters }: Card, address: Address): SpeechEntry {
  const { id, title, titleDerived, delivered, issued, published, place, speaker, genre, completeness, topics } = meta;
  return {
    id,
    address: address(speechPath(id)),
    version,
    updated: meta.updated ?? null,
    ...{ title, titleDerived, delivered, issued, published, place, speaker, genre, completeness, topics },
    characters,
  };
}

/** The beginnings of the texts are left out: they are for people who read the lock. */
export function anchorsEntry(speech: Speech, lock: Lock, version: string): AnchorsEntry {
  const states = Object.entries(lock.ids).map(([anchor, texts]) => [anchor, texts.map((text) => text.slice(0, 8))]);
  return { version, ids: Object.fromEntries(states), former: speech.former };
}

/** JSON as all copies have it: one line, ended by a line feed. */
export function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
