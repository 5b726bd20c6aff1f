import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from '../../../scripts/lib/digest.ts';
import { freshFolder, swapIn, writeAtomic } from '../../../scripts/lib/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, content: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

describe('writeAtomic', () => {
  test('writes in a new folder and replaces, leaving nothing beside', () => {
    const path = join(folder, 'a/b.txt');
    writeAtomic(path, '旧');
    writeAtomic(path, '新');
    expect(readFileSync(path, 'utf8')).toBe('新');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt']);
  });
  test('leaves nothing beside where it fails', () => {
    mkdirSync(join(folder, 'taken'));
    put('taken/file', '');
    expect(() => writeAtomic(join(folder, 'taken'), '新')).toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('freshFolder', () => {
  test('is empty, and clears what a dead process left', () => {
    put('next-99999999/half.html', '');
    put(`next-${process.pid}/half.html`, '');
    put('next-1/alive.html', '');
    put('other-99999999/x', '');
    const fresh = freshFolder(folder, 'next');
    expect(readdirSync(fresh)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['next-1', `next-${process.pid}`, 'other-99999999'].sort());
  });
});

describe('swapIn', () => {
  test.each([true, false])('puts the new folder in place (an old one there: %s)', (hasOld) => {
    if (hasOld) put('dist/old.html', '旧');
    put('next/new.html', '新');
    swapIn(join(folder, 'next'), join(folder, 'dist'));
    expect(readdirSync(join(folder, 'dist'))).toEqual(['new.html']);
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

describe('digestOf', () => {
  const settings = { origin: null, base: '/' };
  test('stays the same for the same inputs, whatever else is there', () => {
    put('src/a.ts', 'a');
    const digest = digestOf(folder, settings);
    put('dist/index.html', 'built');
    put('src/.a.ts.1.tmp', 'half');
    expect(digestOf(folder, settings)).toBe(digest);
  });
  test.each([
    ['a changed source', () => put('sources/a.txt', '乙')],
    ['a new file', () => put('src/pages/b.astro', '')],
    ['text under another name', () => renameSync(join(folder, 'sources/b.txt'), join(folder, 'sources/c.txt'))],
    ['a missing file', () => rmSync(join(folder, 'sources/b.txt'))],
  ])('changes with %s', (_case, change) => {
    put('sources/a.txt', '甲');
    put('sources/b.txt', '乙');
    const digest = digestOf(folder, settings);
    change();
    expect(digestOf(folder, settings)).not.toBe(digest);
  });
  test('changes with the settings', () => {
    const digests = [
      digestOf(folder, settings),
      digestOf(folder, { origin: 'https://example.org', base: '/' }),
      digestOf(folder, { origin: null, base: '/repo/' }),
    ];
    expect(new Set(digests).size).toBe(3);
  });
});
