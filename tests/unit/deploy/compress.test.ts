import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from '../../../scripts/deploy/compress.ts';

const text = Buffer.from('推动产业升级。'.repeat(200));

describe('compressed', () => {
  test('gives copies that unpack to the same', async () => {
    const copies = await compressed(text);
    expect(brotliDecompressSync(copies.get('br') ?? '')).toEqual(text);
    expect(gunzipSync(copies.get('gz') ?? '')).toEqual(text);
  });
  test('same input, same bytes: neither time nor machine', async () => {
    const copy = (await compressed(text)).get('gz') ?? new Uint8Array();
    expect([...copy.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
    expect(copy[9]).toBe(255);
  });
  test('leaves alone what is small or does not shrink', async () => {
    expect((await compressed(Buffer.from('短'))).size).toBe(0);
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => Math.imul(at + 1, 2654435761) >>> 24));
    expect([...(await compressed(noise)).values()].every((copy) => copy.length < noise.length)).toBe(true);
  });
});
