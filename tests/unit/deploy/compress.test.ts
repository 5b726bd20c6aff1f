import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed, type Effort, effortFor, efforts } from '../../../scripts/deploy/compress.ts';

const effort = effortFor('index.html') as Effort;
const text = Buffer.from('推动产业升级。'.repeat(200));

describe('compressed', () => {
  test('gives copies that unpack to the same', () => {
    const copies = compressed(text, effort);
    expect(brotliDecompressSync(copies.get('br') ?? '')).toEqual(text);
    expect(gunzipSync(copies.get('gz') ?? '')).toEqual(text);
  });
  test('same input, same bytes: neither time nor machine', () => {
    const copy = compressed(text, effort).get('gz') ?? new Uint8Array();
    expect([...copy.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
    expect(copy[9]).toBe(255);
  });
  test('leaves alone what is small or does not shrink', () => {
    expect(compressed(Buffer.from('短'), effort).size).toBe(0);
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => Math.imul(at + 1, 2654435761) >>> 24));
    expect([...compressed(noise, effort).values()].every((copy) => copy.length < noise.length)).toBe(true);
  });
});

describe('how hard a file is compressed', () => {
  test.each([
    ['index.html', 'pages'],
    ['speeches/one/index.html', 'pages'],
    ['speeches/index.html', 'pages'],
    ['speeches/page/2/index.html', 'pages'],
    ['speeches/index.json', 'seldom'],
    ['speeches/one.json', 'seldom'],
    ['speeches/one/source/index.html', 'seldom'],
    ['speeches/one/source/one.txt', 'seldom'],
    ['speeches/one/source/index.html.txt', 'seldom'],
    ['_astro/Base.abc.css', 'shared'],
    ['_astro/traditional.abc.js', 'traditional'],
    ['sw.js', 'shared'],
    ['search/catalogue.json', 'search'],
    ['search/index.html', 'pages'],
  ])('%s: %s', (path, id) => {
    expect(effortFor(path)).toBe(efforts.find((each) => each.id === id)?.effort);
  });
  test.each(['speeches/one/source/index.html', 'speeches/one.md'])('%s is left to the server', (path) => {
    expect(effortFor(path)).toBeNull();
  });
  test('what all readers load is compressed as far as it goes', () => {
    expect(effortFor('_astro/Base.abc.css')).toEqual({ brotli: 11, window: 22, gzip: 9 });
  });
});
