import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explained, mendInterrupted, writeTogether } from '../../../scripts/lib/together.ts';

let root: string;
let journal: string;
const at = (path: string) => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'together-'));
  journal = at('cache/journal');
  for (const folder of ['a', 'b']) mkdirSync(at(folder));
  writeFileSync(at('a/1.txt'), '旧');
});
afterEach(() => rmSync(root, { recursive: true }));

const files = () => new Map([at('a/1.txt'), at('b/2.txt')].map((path) => [path, '新']));

test('all are written and nothing is left beside', () => {
  writeTogether(journal, files());
  expect(readdirSync(at('a')).concat(readdirSync(at('b')))).toEqual(['1.txt', '2.txt']);
  expect(readFileSync(at('a/1.txt'), 'utf8')).toBe('新');
  expect(existsSync(journal)).toBe(false);
});

test.each([0, 1, 2])('if the write number %i fails, all are the old ones', (fails) => {
  let count = 0;
  const write = (path: string, content: string) => {
    if (count++ === fails) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    writeFileSync(path, content);
  };
  expect(() => writeTogether(journal, files(), write)).toThrow(/^磁盘已满，写不下 /);
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['a', 'a/1.txt', 'b', ...(fails < 2 ? [] : ['cache'])]);
  expect(readFileSync(at('a/1.txt'), 'utf8')).toBe('旧');
});

test('what was ready is put in place, what was half written goes', () => {
  mkdirSync(at('cache'));
  const places = [
    [at('a/.1.txt.7.tmp'), at('a/1.txt')],
    [at('b/.2.txt.7.tmp'), at('b/2.txt')],
  ];
  writeFileSync(journal, JSON.stringify(places));
  writeFileSync(at('b/.2.txt.7.tmp'), '新');
  writeFileSync(at('b/.3.txt.7.tmp'), '一半');
  expect(mendInterrupted(journal, [at('a'), at('b'), at('c')])).toEqual({ finished: 1, removed: 1 });
  expect(readFileSync(at('b/2.txt'), 'utf8')).toBe('新');
  expect(readdirSync(at('b'))).toEqual(['2.txt']);
  expect(mendInterrupted(journal, [at('a'), at('b')])).toEqual({ finished: 0, removed: 0 });
});

test('a spoilt journal promises nothing', () => {
  mkdirSync(at('cache'));
  writeFileSync(journal, '[["');
  writeFileSync(at('a/.1.txt.7.tmp'), '一半');
  expect(mendInterrupted(journal, [at('a')])).toEqual({ finished: 0, removed: 1 });
  expect(existsSync(journal)).toBe(false);
});

test('what is not the disk stays what it is', () => {
  const error = Object.assign(new Error('odd'), { code: 'EIO' });
  expect(explained(error, 'x')).toBe(error);
  expect(explained(Object.assign(new Error(''), { code: 'EROFS' }), 'x').message).toMatch(/^没有权限写 x：/);
});

test('a full disk is known by the words of a bundler that has no codes', () => {
  const error = new Error(
    'Failed to write file in /site/_astro/a.js\n\nCaused by:\n    No space left on device (os error 28)',
  );
  expect(explained(Object.assign(error, { code: 'UNHANDLEABLE_ERROR' }), '/site').message).toMatch(
    /^磁盘已满，写不下 \/site/,
  );
  const other = new Error('nothing of that');
  expect(explained(other, '/site')).toBe(other);
});
