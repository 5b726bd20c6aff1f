import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { close } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { LibraryMaker } from '../../scripts/bench/library.ts';
import { Random } from '../../scripts/bench/random.ts';
import { readSpeeches } from '../../scripts/lib/speeches.ts';
import { allForms } from '../../scripts/search/forms.ts';
import { type Engine, joinParts, partOf } from '../../scripts/search/index.ts';
import { indexed, writePart } from '../../scripts/search/part.ts';
import { formsOf } from '../../src/search/forms.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
const forms = formsOf(allForms);
const speeches = Array.from(new LibraryMaker(await readSpeeches(), new Random(3)).speeches(24), (speech) => ({
  ...speech,
  blocks: speech.blocks.slice(0, 6),
}));

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

/** Every file of the library that these groups make, by path. */
async function library(groups: number[][], engine: Engine): Promise<Map<string, string>> {
  const paths = groups.map((members, number) => {
    const path = join(folder, `${number}.part`);
    const documents = members.map((member) => indexed(speeches[member] as (typeof speeches)[number]));
    writePart(path, documents, forms, '');
    return path;
  });
  const out = join(folder, 'out');
  await joinParts(paths, out, { engine });
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path, 'base64')]),
  );
}

const all = speeches.map((_, number) => number);
const whole = { postings: await library([all], 'postings'), pagefind: await library([all], 'pagefind') };
/** The documents in any order, dealt to up to six parts of which some may be empty. */
const partition = fc
  .tuple(
    fc.shuffledSubarray(all, { minLength: all.length }),
    fc.array(fc.nat(5), { minLength: all.length, maxLength: all.length }),
  )
  .map(([order, parts]) => Array.from({ length: 6 }, (_, part) => order.filter((_, at) => parts[at] === part)));

it('a library is the same, byte for byte, however it is parted', async () => {
  expect([...whole.postings.keys()].length).toBeGreaterThan(30);
  await fc.assert(
    fc.asyncProperty(partition, async (groups) => {
      expect(await library(groups, 'postings')).toEqual(whole.postings);
    }),
    { numRuns: 10 },
  );
});

it('so it is with the parts that shards make, in any order, whatever the index', async () => {
  const ids = speeches.map(({ meta }) => meta.id);
  const parts = [3, 1, 0, 2].map((part) => all.filter((number) => partOf(ids[number] as string, 4) === part));
  expect(parts.every((members) => members.length > 0)).toBe(true);
  for (const engine of ['postings', 'pagefind'] as const) expect(await library(parts, engine)).toEqual(whole[engine]);
});
