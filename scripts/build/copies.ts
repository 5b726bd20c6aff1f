/** The machine copies of speeches, made of what is published and put beside the pages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Address } from '../../src/data/address.ts';
import { type CopyFile, copyFiles, type Published } from '../../src/data/copies/files.ts';
import { speechVersion } from '../../src/data/version.ts';
import { type Made, madeOf, type Order } from '../../src/made.ts';
import { heldSpeech } from '../../src/plan/held.ts';
import type { Entry } from '../../src/plan/plan.ts';

/**
 * Writes the copies of these speeches into the folder of a site, except those that stand already.
 * @param root of the project
 * @returns all of them
 */
export function makeCopies(
  root: string,
  folder: string,
  entries: readonly Pick<Entry, 'id' | 'card' | 'digest'>[],
  address: Address,
  order: Pick<Order, 'recipe' | 'standing'>,
): Made[] {
  return entries.flatMap(({ id, card, digest }) => {
    const copies = copyFiles(card.meta, digest, address).map((copy) => ({
      ...copy,
      made: madeOf(copy.file, copy.props, order),
    }));
    const missing = copies.filter(({ made }) => !made.standing);
    if (missing.length > 0) write(folder, missing, published(root, id));
    return copies.map(({ made }) => made);
  });
}

function write(folder: string, copies: readonly CopyFile[], from: Published): void {
  for (const { file, make } of copies) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, make(from));
  }
}

/** What a speech is published from, as it stands; the account is as the plan has checked it. */
export function published(root: string, id: string): Published {
  const speech = heldSpeech(`${root}/`, id);
  const account = readFileSync(join(root, `src/content/accounts/${id}.json`), 'utf8');
  const source = readFileSync(join(root, 'sources', speech.meta.source.file));
  const state = { version: speechVersion(speech), updated: speech.meta.updated ?? null };
  return { speech, state, account: JSON.parse(account), source };
}
