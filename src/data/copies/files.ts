/** The files that a speech is published in beside its pages: its machine copies, and the copy that it was taken from. */
import { publishedName } from '../../source/file.ts';
import type { Account } from '../../text/account.ts';
import type { Meta, Speech } from '../../text/speech.ts';
import type { Address } from '../address.ts';
import { speechMarkdown } from './markdown.ts';
import { speechText } from './plain.ts';
import { formPath, type forms, json, type State, speechCopy } from './speech.ts';

/** What a speech is published from. */
export interface Published {
  speech: Speech;
  state: State;
  account: Account;
  /** Bytes of the copy that it was taken from. */
  source: Uint8Array;
}

export interface CopyFile {
  /** Below the folder of the site, e.g. `speeches/iot-industry-cluster.json`. */
  file: string;
  /** What it is made of, beside code and settings: where these are the same, so is the file. */
  props: object;
  make: (from: Published) => string | Uint8Array;
}

/** @param digest of all that the speech is published from */
export function copyFiles({ id, source }: Meta, digest: string, address: Address): CopyFile[] {
  const form = (ending: (typeof forms)[number]['ending'], make: CopyFile['make']) => ({
    file: formPath(id, ending).slice(1),
    props: { id, digest },
    make,
  });
  return [
    form('json', ({ speech, account, state }) => json(speechCopy(speech, account, state, address))),
    form('md', ({ speech, state }) => speechMarkdown(speech, state, address)),
    form('txt', ({ speech, state }) => speechText(speech, state, address)),
    {
      file: `speeches/${id}/source/${publishedName(source.file)}`,
      props: { file: source.file, sha256: source.sha256 },
      make: (from) => from.source,
    },
  ];
}
