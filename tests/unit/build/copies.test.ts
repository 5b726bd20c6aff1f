import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCopies } from '../../../scripts/build/copies.ts';
import { filesIn } from '../../../scripts/build/standing.ts';
import { copiesAt } from '../../../scripts/dev/copies.ts';
import { addressesAt } from '../../../src/data/address.ts';
import { cardOf } from '../../../src/data/card.ts';
import { mdxPath } from '../../../src/plan/held.ts';
import { writeSpeech } from '../../../src/text/mdx/write.ts';
import { sampleSpeech } from '../../sample.ts';

const { id, source } = sampleSpeech.meta;
const files = [
  `speeches/${id}.json`,
  `speeches/${id}.md`,
  `speeches/${id}.txt`,
  `speeches/${id}/source/${source.file}`,
];
const account = { source: `sources/${source.file}`, sha256: '0'.repeat(64), edits: [], findings: [] };
const copy = Buffer.from([0xce, 0xc4, 0x00]);
const place = { origin: 'https://example.test', base: '/repo/' };

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copies-'));
  site = join(root, 'site');
  put(mdxPath(id), writeSpeech(sampleSpeech));
  put(`src/content/accounts/${id}.json`, JSON.stringify(account));
  put(`sources/${source.file}`, copy);
});

afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function make(folder: string, digest: string, standing: Record<string, string> = {}) {
  const entries = [{ id, card: cardOf(sampleSpeech), digest }];
  return makeCopies(root, folder, entries, addressesAt(place), { recipe: 'r', standing });
}

const keysOf = (made: ReturnType<typeof make>) => Object.fromEntries(made.map(({ file, key }) => [file, key]));

describe('the copies of a build', () => {
  test('are made of the speech, its account and the bytes of its source', () => {
    expect(make(site, 'd').map(({ file, standing }) => [file, standing])).toEqual(files.map((file) => [file, false]));
    expect(filesIn(site)).toEqual(files.toSorted());
    expect(JSON.parse(readFileSync(join(site, files[0] as string), 'utf8'))).toMatchObject({
      address: `https://example.test/repo/speeches/${id}/`,
      meta: sampleSpeech.meta,
      blocks: sampleSpeech.blocks,
      account,
    });
    expect(readFileSync(join(site, files[3] as string))).toEqual(copy);
  });

  test('those that stand are not written again, nor is anything read for them', () => {
    const standing = keysOf(make(site, 'd'));
    const { [files[1] as string]: markdown, ...others } = standing;
    const next = join(root, 'next');
    expect(make(next, 'd', others).filter((made) => !made.standing)).toEqual([
      { file: files[1], key: markdown, standing: false },
    ]);
    expect(filesIn(next)).toEqual([files[1]]);
    rmSync(join(root, 'sources'), { recursive: true });
    expect(keysOf(make(join(root, 'none'), 'd', standing))).toEqual(standing);
    expect(existsSync(join(root, 'none'))).toBe(false);
  });

  test('a change of the speech makes its copies again, not that of its source', () => {
    const made = make(site, 'other', keysOf(make(site, 'd')));
    expect(made.map(({ standing }) => standing)).toEqual([false, false, false, true]);
  });
});

describe('the copies while somebody works on the site', () => {
  /** What is answered: null where the question goes on to the pages. */
  function ask(url: string) {
    let answer: { type: string | undefined; content: string | Uint8Array } | null = null;
    const headers = new Map<string, string>();
    const response = {
      setHeader: (name: string, value: string) => headers.set(name, value),
      end: (content: string | Uint8Array) => {
        answer = { type: headers.get('content-type'), content };
      },
    };
    copiesAt(root, place)({ url } as never, response as never, () => {});
    return answer as { type: string | undefined; content: string | Uint8Array } | null;
  }

  test('are those of a build', () => {
    make(site, 'd');
    for (const file of files)
      expect(Buffer.from(ask(`/${file}?v=1`)?.content ?? '')).toEqual(readFileSync(join(site, file)));
    expect(files.map((file) => ask(`/${file}`)?.type)).toEqual([
      'application/json; charset=utf-8',
      'text/markdown; charset=utf-8',
      'text/plain; charset=utf-8',
      undefined,
    ]);
  });

  test.each([`/speeches/${id}/`, `/speeches/${id}/source/`, '/speeches/unknown.json', '/speeches/index.json', '/'])(
    '%s is left to the pages',
    (url) => {
      expect(ask(url)).toBeNull();
    },
  );
});
