import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differences } from '../../../scripts/proofs/builds/compare.ts';
import { expectedAfter } from '../../../scripts/proofs/builds/expected.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'builds-'));
  for (const site of ['one', 'other']) mkdirSync(join(root, site, 'a'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

test('two folders differ in changed bytes and in files that one lacks', () => {
  for (const site of ['one', 'other']) {
    writeFileSync(join(root, site, 'same.txt'), 'x');
    writeFileSync(join(root, site, 'a/changed.txt'), site);
    writeFileSync(join(root, site, `${site}.txt`), 'x');
  }
  expect(differences(join(root, 'one'), join(root, 'other'))).toEqual(['a/changed.txt', 'one.txt', 'other.txt']);
});

test('a changed speech may change its pages, lists and what is about the whole library, and no other speech', () => {
  const may = [
    'speeches/mine/index.html.gz',
    'speeches/mine.json',
    'index.html',
    'speeches/2/index.html',
    'sw.js',
    'search/records/mine.json',
  ];
  const not = [
    'speeches/other/index.html',
    'speeches/mine-too/index.html',
    'search/records/other.json',
    'docs/rights/index.html',
    '_astro/Base.a1.css',
    '_headers',
  ];
  expect([...may, ...not].filter((path) => expectedAfter('mine', path))).toEqual(may);
});
