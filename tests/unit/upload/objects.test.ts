import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packed } from '../../../scripts/deploy/compress.ts';
import { storedFiles } from '../../../scripts/upload/objects.ts';

let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'objects-'));
  const files = [
    ...['index.html', 'index.html.gz', 'index.html.br', '404.html', '404.html.gz', 'small/index.html', '_headers'],
    ...['_deploy/nginx-maps.conf', '_astro/page.1a2b.js', '_astro/page.1a2b.js.gz', 'search/catalogue.json'],
    ...['search/catalogue.json.gz', 'speeches/one.json', 'speeches/one.json.gz', 'search/index/a.pf_index'],
    ...['search/words.bin', 'sources/minutes.gz'],
  ];
  for (const path of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), path);
  }
  mkdirSync(join(dir, 'large'));
  writeFileSync(join(dir, 'large/index.html'), '字'.repeat(1000));
});
afterAll(() => rmSync(dir, { recursive: true }));

test('each file for readers is one object, with what the table of headers says of it', () => {
  const lasting = 'public, max-age=31536000, immutable';
  const said = storedFiles(dir).map(({ key, file, headers }) => [
    key,
    file.slice(dir.length + 1),
    headers['Content-Type'],
    headers['Cache-Control'],
    headers['Content-Encoding'],
  ]);
  expect(said).toEqual([
    ['404.html', '404.html', 'text/html;charset=utf-8', 'no-cache', undefined],
    ['_astro/page.1a2b.js', '_astro/page.1a2b.js.gz', 'text/javascript;charset=utf-8', lasting, 'gzip'],
    ['index.html', 'index.html.gz', 'text/html;charset=utf-8', 'no-cache', 'gzip'],
    ['large/index.html', 'large/index.html', 'text/html;charset=utf-8', 'no-cache', 'gzip'],
    ['search/catalogue.json', 'search/catalogue.json.gz', 'application/json;charset=utf-8', 'no-cache', 'gzip'],
    ['search/index/a.pf_index', 'search/index/a.pf_index', 'application/octet-stream', lasting, undefined],
    ['search/words.bin', 'search/words.bin', 'application/octet-stream', 'no-cache', undefined],
    ['small/index.html', 'small/index.html', 'text/html;charset=utf-8', 'no-cache', undefined],
    ['sources/minutes.gz', 'sources/minutes.gz', 'application/octet-stream', 'no-cache', undefined],
    ['speeches/one.json', 'speeches/one.json', 'application/json;charset=utf-8', 'no-cache', undefined],
  ]);
});

test('the sum is of the bytes that are sent', () => {
  const sums = new Map(storedFiles(dir).map(({ key, md5 }) => [key, md5]));
  // MD5 of “index.html.gz” and of “speeches/one.json”.
  expect(sums.get('index.html')).toBe('1a6d8c4de6f60c5fd4c51d5b6f09c14e');
  const onTheWay = packed(readFileSync(join(dir, 'large/index.html'))) ?? '';
  expect(sums.get('large/index.html')).toBe(createHash('md5').update(onTheWay).digest('hex'));
  expect(
    storedFiles(dir)
      .filter(({ packs }) => packs)
      .map(({ key }) => key),
  ).toEqual(['large/index.html']);
  expect(sums.get('speeches/one.json')).toBe('4dfa3006c07a6a218df1e90cc0828fc9');
});
