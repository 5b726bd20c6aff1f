import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { finishFiles } from '../../../scripts/deploy/index.ts';
import { finishPage as finishBytes, unite } from '../../../scripts/deploy/policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'finish-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = (script: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>讲话</title><script>${script}</script></head><body><p>${'讲话'.repeat(600)}</p></body></html>`;

const finishPage = (html: string) => finishBytes(Buffer.from(html));

const built: Record<string, string> = {
  'index.html': page('1'),
  'speeches/one/index.html': page('2'),
  'speeches/one/source/index.html': page('2'),
  'speeches/one.txt': '讲话'.repeat(600),
  'favicon.svg': '<svg/>',
  'search/words.bin': 'b'.repeat(5000),
};

function make(name: string, files: Record<string, string> = built): string {
  const dir = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

const listed = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .sort();
const contents = (dir: string) =>
  Object.fromEntries(listed(dir).map((path) => [path, readFileSync(join(dir, path), 'hex')]));

/** A folder with the same files by hard links, as the build takes over what has not changed. */
function share(from: string, name: string): string {
  const dir = join(folder, name);
  for (const path of listed(from)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    linkSync(join(from, path), join(dir, path));
  }
  return dir;
}

const needed = unite([finishPage(page('1')).hashes, finishPage(page('2')).hashes]);

test('pages get their policy, and text the copies that it is worth', () => {
  const dir = make('whole');
  expect(finishFiles(dir)).toEqual(needed);
  expect(listed(dir)).toEqual(
    [
      ...Object.keys(built),
      ...['index.html', 'speeches/one/index.html'].flatMap((path) => [`${path}.br`, `${path}.gz`]),
    ].sort(),
  );
  const html = readFileSync(join(dir, 'index.html'));
  expect(html.toString()).toBe(finishPage(page('1')).page.toString());
  expect(brotliDecompressSync(readFileSync(join(dir, 'index.html.br')))).toEqual(html);
  expect(gunzipSync(readFileSync(join(dir, 'index.html.gz')))).toEqual(html);
});

test('copies that are there already for the same bytes are not made again', () => {
  const dir = make('taken');
  const asked: [string, string][] = [];
  const takeCopies = (path: string, content: Uint8Array) => asked.push([path, Buffer.from(content).toString()]) > 0;
  finishFiles(dir, { has: () => false, takeCopies });
  expect(listed(dir)).toEqual(Object.keys(built).sort());
  expect(Object.fromEntries(asked)['index.html']).toBe(finishPage(page('1')).page.toString());
  expect(Object.fromEntries(asked)).not.toHaveProperty(['speeches/one.txt']);
});

test('a second time changes nothing', () => {
  const dir = make('twice');
  const hashes = finishFiles(dir);
  const before = contents(dir);
  expect(finishFiles(dir)).toEqual(hashes);
  expect(contents(dir)).toEqual(before);
});

describe('what is kept', () => {
  const served = make('served');
  finishFiles(served);
  const before = contents(served);
  const isSpeech = (path: string) => path.startsWith('speeches/');

  test.each([
    ['read out of it', undefined],
    ['given', finishPage(page('2')).hashes],
  ])('is not touched, and what it needs is %s', (how, hashes) => {
    const dir = share(served, `kept ${how}`);
    rmSync(join(dir, 'index.html'));
    writeFileSync(join(dir, 'index.html'), page('3'));
    const all = finishFiles(dir, { has: isSpeech, hashes });
    expect(all).toEqual(unite([finishPage(page('2')).hashes, finishPage(page('3')).hashes]));
    for (const path of listed(dir).filter(isSpeech)) {
      expect(statSync(join(dir, path)).ino).toBe(statSync(join(served, path)).ino);
    }
    expect(gunzipSync(readFileSync(join(dir, 'index.html.gz'))).toString()).toBe(finishPage(page('3')).page.toString());
    expect(contents(served)).toEqual(before);
  });

  test('has to be finished', () => {
    expect(() => finishFiles(make('unfinished'), { has: () => true })).toThrow('没有内容安全策略');
  });
});

test('files that are shared with the site being served are left to it, whatever becomes of them', () => {
  const served = make('shared', { ...built, 'index.html.br': 'old', 'index.html.gz': 'old', 'favicon.svg.gz': 'old' });
  const before = contents(served);
  const dir = share(served, 'next');
  finishFiles(dir);
  expect(contents(served)).toEqual(before);
  expect(gunzipSync(readFileSync(join(dir, 'index.html.gz'))).toString()).toBe(finishPage(page('1')).page.toString());
  expect(listed(dir)).not.toContain('favicon.svg.gz');
});

test('parts that are finished each and then joined are the whole', () => {
  const whole = make('undivided');
  finishFiles(whole);
  const parts = [true, false].map((isSpeech) => {
    const files = Object.entries(built).filter(([path]) => path.startsWith('speeches/') === isSpeech);
    return make(`part ${isSpeech}`, Object.fromEntries(files));
  });
  for (const part of parts) {
    finishFiles(part);
    share(part, 'joined');
  }
  const joined = join(folder, 'joined');
  expect(finishFiles(joined, { has: () => true })).toEqual(needed);
  expect(contents(joined)).toEqual(contents(whole));
});
