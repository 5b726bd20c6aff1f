import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardOf } from '../../../src/data/card.ts';
import { speechLoader } from '../../../src/loader/speeches.ts';
import { type Entry, PLAN, writtenPlan } from '../../../src/plan/plan.ts';
import { sampleSpeech } from '../../sample.ts';

interface Stored {
  id: string;
  digest: string;
  data: { meta: { title: string } };
}

let root: string;
let stored: Map<string, Stored>;
let written: string[];
let warnings: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'speeches-'));
  await mkdir(dirname(join(root, PLAN)));
  stored = new Map();
  written = [];
  warnings = [];
});

afterEach(() => rm(root, { recursive: true }));

/** As much of Astro as the loader touches. */
function context(): LoaderContext {
  const store = {
    get: (id: string) => stored.get(id),
    keys: () => [...stored.keys()],
    delete: (id: string) => stored.delete(id),
    set: (entry: Stored) => {
      written.push(entry.id);
      stored.set(entry.id, entry);
      return true;
    },
  };
  return {
    store,
    config: { root: pathToFileURL(`${root}/`) },
    parseData: async ({ data }: { data: unknown }) => data,
    logger: { warn: (text: string) => warnings.push(text) },
  } as unknown as LoaderContext;
}

const load = () => speechLoader().load(context());

function plan(...entries: [id: string, digest: string][]): Promise<void> {
  const made = entries.map(([id, digest]) => {
    const card = cardOf({ ...sampleSpeech, meta: { ...sampleSpeech.meta, id, title: `${id} ${digest}` } });
    return { id, digest, card } as Entry;
  });
  return writeFile(
    join(root, PLAN),
    writtenPlan({ head: { plan: 1, recipe: '', speeches: made.length }, entries: made }),
  );
}

it('sets the cards that the plan has', async () => {
  await plan(['one', '1'], ['other', '1']);
  await load();
  expect([...stored.values()].map(({ id, data }) => [id, data.meta.title])).toEqual([
    ['one', 'one 1'],
    ['other', 'other 1'],
  ]);
});

it('leaves an unchanged speech alone and sets a changed one again', async () => {
  await plan(['one', '1'], ['other', '1']);
  await load();
  await plan(['one', '1'], ['other', '2']);
  await load();
  expect(written).toEqual(['one', 'other', 'other']);
  expect(stored.get('other')?.data.meta.title).toBe('other 2');
});

it('forgets a speech that is gone', async () => {
  await plan(['one', '1'], ['other', '1']);
  await load();
  await plan(['other', '1']);
  await load();
  expect([...stored.keys()]).toEqual(['other']);
});

it('without a plan loads nothing, and says why', async () => {
  await load();
  expect(stored.size).toBe(0);
  expect(warnings.join()).toContain('还没有计划');
});

it('refuses half a plan', async () => {
  await plan(['one', '1'], ['other', '1']);
  const whole = writtenPlan({ head: { plan: 1, recipe: '', speeches: 2 }, entries: [] });
  await writeFile(join(root, PLAN), whole);
  await expect(load()).rejects.toThrow('不是完整的计划');
});
