/** The comparison of every golden case loses no character of the copy, none of the published text, and no change. */
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { type Account, publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { expectWhole } from '../support/comparison.ts';

const folder = new URL('../fixtures/golden/', import.meta.url);

for (const name of readdirSync(folder).sort()) {
  test(name, () => {
    const speech = readSpeech(readFileSync(new URL(`${name}/expected.mdx`, folder), 'utf8'), name);
    const told = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')) as Account;
    const account = { ...told, source: `sources/${name}.txt`, sha256: '0'.repeat(64) };
    expectWhole(speech, account, rebuildSource(publishedText(speech), account.edits));
  });
}
