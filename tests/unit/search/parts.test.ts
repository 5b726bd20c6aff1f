import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { HeldSpeech } from '../../../scripts/lib/speeches.ts';
import { indexParts, joinParts, partOf, partsFor } from '../../../scripts/search/index.ts';
import { Part } from '../../../scripts/search/part.ts';
import { libraryVersion, speechVersion } from '../../../src/data/version.ts';
import type { Speech } from '../../../src/text/speech.ts';
import { sampleSpeech } from '../../sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
const cacheDir = join(folder, 'cache');
let read: string[] = [];
let told: string[] = [];

function speech(id: string, text = id): Speech {
  const block = { kind: 'paragraph' as const, id: 'p1', section: null, text: `产业${text}`, marks: [] };
  return { ...sampleSpeech, meta: { ...sampleSpeech.meta, id }, outline: [], blocks: [block] };
}

const held = (each: Speech): HeldSpeech => ({
  id: each.meta.id,
  digest: speechVersion(each),
  read: () => {
    read.push(each.meta.id);
    return each;
  },
});

const index = (speeches: Speech[], parts = 4, maker = 'one') =>
  indexParts(speeches.map(held), { parts, cacheDir, tell: (text) => told.push(text), maker });

const joined = (paths: string[]) => joinParts(paths, join(folder, 'out'), { engine: 'postings' });

const ids = Array.from({ length: 20 }, (_, at) => `speech-${at}`);
const speeches = ids.map((id) => speech(id));
const together = (id: string) => ids.filter((other) => partOf(other, 4) === partOf(id, 4));

beforeEach(() => {
  rmSync(cacheDir, { recursive: true, force: true });
  index(speeches);
  [read, told] = [[], []];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the number of parts', () => {
  it('is a power of two, at least that of the shards, for parts of up to 200 on average', () => {
    expect([0, 5, 200, 201, 1000, 10_000, 1_000_000].map((documents) => partsFor(documents))).toEqual([
      1, 1, 1, 2, 8, 64, 8192,
    ]);
    expect([1, 3, 4, 5].map((shards) => partsFor(200, shards))).toEqual([1, 4, 4, 8]);
  });

  it('spreads documents evenly, whatever their ids have in common', () => {
    const numbers = Array.from({ length: 3200 }, (_, at) => partOf(`2024-speech-${at * 2}`, 16));
    const sizes = Array.from({ length: 16 }, (_, part) => numbers.filter((number) => number === part).length);
    expect(Math.min(...sizes)).toBeGreaterThan(140);
    expect(Math.max(...sizes)).toBeLessThan(260);
  });
});

describe('parts that are kept', () => {
  it('are not made again where nothing has changed, and no speech is read', () => {
    const paths = index(speeches);
    expect(read).toEqual([]);
    expect(readdirSync(cacheDir).sort()).toEqual(paths.map((path) => basename(path)).sort());
  });

  it('are made anew where a speech changed, those of its part alone, and replace the old', () => {
    const before = index(speeches);
    const after = index(speeches.map((each, at) => (at === 3 ? speech('speech-3', '园区') : each)));
    expect(read.sort()).toEqual(together('speech-3').sort());
    expect(after.filter((path) => !before.includes(path))).toHaveLength(1);
    expect(readdirSync(cacheDir)).toHaveLength(after.length);
  });

  it('lose a speech that was removed, and are gone with the last', async () => {
    const rest = index(speeches.slice(1));
    expect(read.sort()).toEqual(
      together('speech-0')
        .filter((id) => id !== 'speech-0')
        .sort(),
    );
    expect((await joined(rest)).documents).toBe(19);
    expect(index([])).toEqual([]);
    expect(await joined(index([]))).toMatchObject({ documents: 0, characters: 0 });
  });

  it('are made anew by another program, and for another number of parts', () => {
    index(speeches, 4, 'two');
    expect(read).toHaveLength(20);
    const paths = index(speeches, 2, 'two');
    expect(read).toHaveLength(40);
    expect(readdirSync(cacheDir).sort()).toEqual(paths.map((path) => basename(path)).sort());
  });

  it.each([
    ['torn', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['wrong in one byte', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 400 ? byte ^ 1 : byte)))],
  ])('are made anew where a file is %s, and people are told', (_, damage) => {
    const [path = ''] = index(speeches);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(index(speeches)).toContain(path);
    expect(told).toEqual([`检索索引的缓存 ${path} 已损坏，现在重新生成。`]);
    expect(readFileSync(path)).toEqual(whole);
  });

  it('lose what an interruption left behind, and not what another process is writing', () => {
    const [dead, alive] = ['.0-of-4-x.part.4999999.tmp', `.0-of-4-x.part.${process.ppid}.tmp`];
    for (const name of [dead, alive]) writeFileSync(join(cacheDir, name), 'half');
    index(speeches.slice(1));
    expect(readdirSync(cacheDir).filter((name) => name.endsWith('.tmp'))).toEqual([alive]);
  });
});

describe('joined parts', () => {
  it('bear the version of the library, as its pages do', async () => {
    expect((await joined(index(speeches))).version).toBe(libraryVersion(speeches.map(speechVersion)));
  });

  it('replace what the folder held, and no file is written into', async () => {
    await joined(index(speeches));
    const gone = join(folder, 'out/records/speech-0.bin');
    expect(existsSync(gone)).toBe(true);
    await joined(index(speeches.slice(1)));
    expect(existsSync(gone)).toBe(false);
  });

  it('have to be of one program, and each speech of one part', async () => {
    const paths = index(speeches);
    await expect(joined([...paths, ...paths.slice(0, 1)])).rejects.toThrow('出现了不止一次');
    const strange = join(folder, 'strange');
    const others = indexParts([held(speech('other'))], { parts: 1, cacheDir: strange, tell: () => {}, maker: 'two' });
    await expect(joined([...paths, ...others])).rejects.toThrow('出自不同版本的程序');
  });

  it('are not joined where one is torn', async () => {
    const [path = '', ...others] = index(speeches);
    writeFileSync(path, readFileSync(path).subarray(0, 100));
    expect(() => new Part(path)).toThrow('is torn');
    await expect(joined([path, ...others])).rejects.toThrow();
  });
});
