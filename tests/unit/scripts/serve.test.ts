import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressAll } from '../../../scripts/deploy/compress.ts';
import { headersFile } from '../../../scripts/deploy/hosts.ts';
import { type Served, serve } from '../../../scripts/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
let served: Served;

beforeAll(async () => {
  const site = join(folder, 'site');
  mkdirSync(join(site, 'speeches/one'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), '秘密');
  writeFileSync(join(site, 'index.html'), '首页');
  writeFileSync(join(site, '404.html'), '找不到');
  writeFileSync(join(site, 'speeches/one/index.html'), '讲话。'.repeat(1000));
  writeFileSync(join(site, 'speeches/one.txt'), '讲话。'.repeat(1000));
  writeFileSync(join(site, 'index.pf_meta'), Buffer.from([31, 139, 0, 255]));
  mkdirSync(join(site, '_astro'));
  writeFileSync(join(site, '_astro/page.abc.js'), '');
  writeFileSync(join(site, 'catalogue.json'), '{}');
  writeFileSync(join(site, '_headers'), headersFile({ base: '/repo/', policy: "default-src 'none'" }));
  compressAll(site);
  served = await serve({ dir: site, base: '/repo/' });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, served.url), { redirect: 'manual', headers });

describe('serve', () => {
  test('serves folders below its base, with the encoding said', async () => {
    const answer = await get('/repo/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(await answer.text()).toBe('首页');
    expect((await get('speeches/one.txt')).headers.get('content-type')).toBe('text/plain;charset=utf-8');
  });
  test('sends a folder without a slash to the one with it, query included', async () => {
    const answer = await get('speeches/one?quote=a%2Fb');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('/repo/speeches/one/?quote=a%2Fb');
  });
  test.each([
    '/repo/_headers',
    '/repo/none/',
    '/speeches/one/',
    '/',
    '/repo/%ff',
    '/repo/a%00b',
    '/repo/..%2fsecret.txt',
  ])('%s is not found, and says so', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('找不到');
  });
  test.each([
    ['gzip', 'gzip'],
    ['gzip, br', 'br'],
    ['identity', null],
  ])('gives who accepts %s the copy as %s', async (accepted, encoding) => {
    const answer = await get('speeches/one/', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect((await answer.text()).length).toBe(3000);
  });
  test('says with each file what `_headers` says of it', async () => {
    const page = (await get('speeches/one/')).headers;
    expect(page.get('content-security-policy')).toBe("default-src 'none'");
    expect(page.get('x-content-type-options')).toBe('nosniff');
    expect(page.get('cache-control')).toBe('no-cache');
    expect(page.get('access-control-allow-origin')).toBeNull();
    expect((await get('_astro/page.abc.js')).headers.get('cache-control')).toMatch(/immutable/);
    expect((await get('catalogue.json')).headers.get('access-control-allow-origin')).toBe('*');
  });
  test('what is not there is neither kept nor open to others', async () => {
    for (const path of ['_astro/none.js', 'none.json']) {
      const { status, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
  test('serves the parts of the search index as they are', async () => {
    const answer = await get('index.pf_meta', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([31, 139, 0, 255]);
  });
  test('serves a part of a file', async () => {
    const answer = await get('speeches/one.txt', { range: 'bytes=9-17', 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(206);
    expect(await answer.text()).toBe('讲话。');
  });
});
