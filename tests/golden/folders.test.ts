/** Golden folders: `input.<ending>` becomes exactly `expected.mdx` and `expected.json`. `UPDATE=1` writes them anew; a missing one fails. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sha256 } from '../../scripts/lib/sources.ts';
import { normalize } from '../../scripts/normalize/index.ts';
import { publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { writeSpeech } from '../../src/text/mdx/write.ts';

const folder = new URL('../fixtures/golden/', import.meta.url);
const cases = readdirSync(folder).sort();

test('there are cases, each with a reason', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  for (const name of cases) {
    const { why } = JSON.parse(readFileSync(new URL(`${name}/case.json`, folder), 'utf8')) as { why: string };
    expect(why.length, name).toBeGreaterThan(10);
  }
});

for (const name of cases) {
  test(name, async () => {
    const path = readdirSync(new URL(name, folder)).find((file) => file.startsWith('input.')) ?? 'input.txt';
    const bytes = readFileSync(new URL(`${name}/${path}`, folder));
    const { speech, edits, findings, evidence, document } = await normalize({ path, bytes }, null, sha256(bytes));
    const mdx = writeSpeech(speech);
    compare(`${name}/expected.mdx`, mdx);
    compare(`${name}/expected.json`, `${JSON.stringify({ edits, findings, evidence }, null, 1)}\n`);
    expect(readSpeech(mdx, name)).toEqual(speech);
    expect(rebuildSource(publishedText(speech), edits)).toBe(document.text);
  });
}

function compare(path: string, actual: string): void {
  const file = new URL(path, folder);
  if (process.env.UPDATE) writeFileSync(file, actual);
  expect(existsSync(file), `${path} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
