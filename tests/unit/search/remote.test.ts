import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeLibrary } from '../../../scripts/search/index.ts';
import { ALL } from '../../../src/search/findings.ts';
import { files } from '../../../src/search/library.ts';
import { bucketOf } from '../../../src/search/postings/format.ts';
import { search } from '../../../src/search/query.ts';
import { noTags, type SearchRecord } from '../../../src/search/record.ts';
import { RemoteLibrary } from '../../../src/search/remote/library.ts';

const folder = mkdtempSync(join(tmpdir(), 'library-'));
const address = 'https://library.test/search/';
const request = { exactForms: false, filters: {}, order: 'rank' as const };
const running = new AbortController().signal;

/** What was asked for, `<cache> <path>`. */
let asked: string[] = [];
/** Bytes as a cache on the way would give them; `reload` goes past it. */
let cached = new Map<string, Buffer<ArrayBuffer>>();

function record(id: string, date: string | null, text: string): SearchRecord {
  const block = { id: 'p1', kind: 'paragraph' as const, text, marks: [], places: [{ from: 0, path: [] }] };
  return {
    id,
    path: `speeches/${id}/`,
    title: id,
    titleDerived: true,
    date,
    place: null,
    tags: noTags,
    outline: {},
    blocks: [block],
  };
}

const write = (...records: SearchRecord[]) =>
  writeLibrary(
    folder,
    records.map((each) => ({ record: each, version: '' })),
    { engine: 'postings', version: 'v1' },
  );

const find = async (library: RemoteLibrary, query: string) =>
  (await search(library, { ...request, query }, ALL, running)).documents.map(({ id }) => id);

beforeEach(() => {
  asked = [];
  cached = new Map();
  vi.stubGlobal('fetch', async (url: string, { cache = 'default' }: RequestInit = {}) => {
    const path = url.slice(address.length);
    asked.push(`${cache} ${path}`);
    const old = cache === 'default' ? cached.get(path) : undefined;
    try {
      return new Response(old ?? readFileSync(join(folder, path)));
    } catch {
      return new Response('', { status: 404 });
    }
  });
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => rmSync(folder, { recursive: true }));

const three = [record('a', '2020', '产业园区'), record('b', null, '产业发展'), record('c', '2024-05', '產業')];

describe('the library of a built site', () => {
  it('finds documents, newest first, in either form of the characters', async () => {
    await write(...three);
    const library = new RemoteLibrary(address);
    expect(await find(library, '产业')).toEqual(['c', 'a', 'b']);
    expect(await find(library, '產業 -园区')).toEqual(['c', 'b']);
    expect(await library.catalogue()).toMatchObject({ documents: 3, characters: 10, version: 'v1' });
  });

  it('reads each file once, and again where it failed', async () => {
    await write(...three);
    const library = new RemoteLibrary(address);
    const broken = join(folder, files.record('c'));
    const whole = readFileSync(broken);
    writeFileSync(broken, whole.subarray(0, whole.length - 9));
    await expect(find(library, '产业')).rejects.toThrow();
    writeFileSync(broken, whole);
    expect(await find(library, '产业')).toEqual(['c', 'a', 'b']);
    await find(library, '产业');
    expect(asked.filter((each) => each.endsWith(files.catalogue))).toEqual([`no-cache ${files.catalogue}`]);
    expect(asked.filter((each) => each.endsWith(files.record('a')))).toHaveLength(1);
  });

  it('goes past a cache that holds another version, of a text, a bucket or the ids', async () => {
    const { index } = await write(...three, record('d', '1999', '别的'));
    const buckets = index.engine === 'postings' ? index.buckets : 0;
    const paths = [files.record('a'), files.ids(0), files.bucket(bucketOf('产业', buckets))];
    const old = new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
    await write(record('a', '2026', '产业园区二'), ...three.slice(1));
    cached = old;
    expect(await find(new RemoteLibrary(address), '产业')).toEqual(['a', 'c', 'b']);
    for (const path of paths) expect(asked).toContain(`reload ${path}`);
  });

  it('says so rather than mixing versions where the site is renewed in the middle', async () => {
    await write(...three);
    const library = new RemoteLibrary(address);
    await library.catalogue();
    await write(...three, record('d', '2026', '产业'));
    await expect(find(library, '产业')).rejects.toThrow('of another version');
    expect(await find(new RemoteLibrary(address), '产业')).toEqual(['d', 'c', 'a', 'b']);
  });

  it('keeps what was used last, as much as there is room for', async () => {
    await write(...['a', 'b', 'c'].map((id, at) => record(id, String(2020 - at), '产业'.repeat(4000))));
    const library = new RemoteLibrary(address, 40_000);
    for (const number of [0, 1, 0, 2, 0, 1]) await library.record(number);
    const times = (id: string) => asked.filter((each) => each.endsWith(files.record(id))).length;
    expect([times('a'), times('b'), times('c')]).toEqual([1, 2, 1]);
  });

  it('is empty without documents', async () => {
    await write();
    expect(await find(new RemoteLibrary(address), '产业')).toEqual([]);
  });
});
