/** What every server must do with the built site, whichever it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { otherwise } from '../../scripts/deploy/headers.ts';
import { headersOf, readHeadersFile } from '../../scripts/deploy/headers-file.ts';
import { type BuiltSite, filesOf, read } from '../site/built.ts';
import type { WebServer } from '../support/web-server.ts';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As it stands: no path is tidied, nothing unpacked, no redirect followed. */
function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** @param encodings of the copies that the server can hand out */
export function keepsPromises(site: BuiltSite, start: () => Promise<WebServer>, encodings: ('br' | 'gzip')[]): void {
  let server: WebServer;
  const get = (path: string, headers?: Record<string, string>, method?: string) =>
    ask(server.origin, site.base + path, headers, method);
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  const speech = filesOf(site, '.html').find((path) => /^speeches\/[^/]+\/index\.html$/.test(path)) ?? '';
  const page = speech.replace('index.html', '');
  const one = (ending: string) => filesOf(site, ending).find((path) => !path.startsWith('_deploy/')) ?? '';

  const copy = (ending: string) => filesOf(site, ending).find((path) => /^speeches\/[^/]+$/.test(path)) ?? '';

  describe('headers', () => {
    const cases: [string, string, string][] = [
      [page, speech, 'text/html'],
      [one('.css'), one('.css'), 'text/css'],
      [one('.js'), one('.js'), 'text/javascript'],
      [one('.json'), one('.json'), 'application/json'],
      [one('.svg'), one('.svg'), 'image/svg+xml'],
      [copy('.json'), copy('.json'), 'application/json'],
      [copy('.md'), copy('.md'), 'text/markdown'],
      [copy('.txt'), copy('.txt'), 'text/plain'],
      ['embed.js', 'embed.js', 'text/javascript'],
      ...(site.origin
        ? ([
            ['sitemap.xml', 'sitemap.xml', 'application/xml'],
            ['feed.atom', 'feed.atom', 'application/atom+xml'],
          ] satisfies [string, string, string][])
        : []),
    ];
    test.each(cases)('%s comes with what _headers says, and with its encoding', async (path, file, type) => {
      const { status, headers, body } = await get(path, { 'accept-encoding': 'identity' });
      expect(status).toBe(200);
      expect(body.equals(readFileSync(join(site.dir, file)))).toBe(true);
      expect(headers['content-type']).toMatch(new RegExp(`^${type.replace('+', '\\+')}; ?charset=utf-8$`, 'i'));
      const wanted = { ...otherwise, ...headersOf(readHeadersFile(read(site, '_headers')), site.base + path) };
      expect(headers).toMatchObject(lower(wanted));
    });
    test('what programs read may be read from other sites, what people read may not', async () => {
      for (const path of [copy('.json'), copy('.md'), copy('.txt'), 'embed.js', 'llms.txt', 'schemas/speech-1.json']) {
        const { headers } = await get(path);
        expect([path, headers['access-control-allow-origin']]).toEqual([path, '*']);
        expect([path, headers['cross-origin-resource-policy']]).toEqual([path, 'cross-origin']);
      }
      expect((await get(page)).headers['access-control-allow-origin']).toBeUndefined();
    });
    test('the parts of the index are bytes, kept for good', async () => {
      const { headers } = await get(one('.pf_index'), { 'accept-encoding': 'gzip, br' });
      expect(headers['content-type']).toBe('application/octet-stream');
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers['cache-control']).toMatch(/immutable/);
    });
    test('a page that has not changed is not sent again', async () => {
      const { headers } = await get(page);
      expect((await get(page, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    });
  });

  describe('what is not there', () => {
    const traversal = [
      '../package.json',
      '%2e%2e/%2e%2e/package.json',
      '..%2f..%2fpackage.json',
      '....//package.json',
      '%00',
    ];
    test.each(['none/', '_astro/none.js', 'speeches/none/index.html'])('%s is the 404 page, not kept', async (path) => {
      const { status, headers, body } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^text\/html; ?charset=utf-8$/i);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('no-cache');
      expect(body.toString('utf8')).toBe(read(site, '404.html'));
    });
    test.each(['_headers', '_deploy/nginx-server.conf', '_deploy/', '.git/config', '.hidden'])(
      '%s is not for readers',
      async (path) => {
        expect((await get(path)).status).toBe(404);
      },
    );
    test.each(traversal)('%s leads nowhere', async (path) => {
      const { status, body } = await get(path);
      expect(status).toBeGreaterThanOrEqual(300);
      expect(body.toString('utf8')).not.toContain('"scripts"');
    });
    test('a folder without pages is not listed', async () => {
      expect((await get('_astro/')).status).toBeGreaterThanOrEqual(400);
    });
    test('nothing can be written', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const { status } = await get(page, {}, method);
        expect(status).toBeGreaterThanOrEqual(400);
      }
    });
    if (site.base !== '/')
      test('nothing stands outside of the base', async () => {
        expect((await ask(server.origin, `/${page}`)).status).toBe(404);
      });
  });

  describe('ways of sending', () => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    test.each(encodings)('%s copies, as the build made them', async (encoding) => {
      const { headers, body } = await get(page, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(body.equals(readFileSync(join(site.dir, `${speech}.${encoding === 'br' ? 'br' : 'gz'}`)))).toBe(true);
      expect(unpack[encoding](body).toString('utf8')).toBe(read(site, speech));
    });
    test.each([
      ['the comparison with the source', () => `${page}source/index.html`],
      ...['.json', '.md', '.txt'].map((ending) => [`the machine copy ${ending}`, () => copy(ending)] as const),
    ] as const)('%s, which has no packed copy beside it, is packed when asked for', async (_, pathOf) => {
      const path = pathOf();
      expect(existsSync(join(site.dir, `${path}.gz`))).toBe(false);
      const { headers, body } = await get(path.replace(/index\.html$/, ''), { 'accept-encoding': 'gzip' });
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(gunzipSync(body).toString('utf8')).toBe(read(site, path));
    });
    test('a part of a file', async () => {
      const { status, headers, body } = await get(speech, { range: 'bytes=10-19', 'accept-encoding': 'identity' });
      const whole = readFileSync(join(site.dir, speech));
      expect(status).toBe(206);
      expect(headers['content-range']).toBe(`bytes 10-19/${whole.length}`);
      expect(body.equals(whole.subarray(10, 20))).toBe(true);
    });
    test('a part that the file does not have', async () => {
      expect((await get(speech, { range: 'bytes=99999999-' })).status).toBe(416);
    });
    test('HEAD says the same without the body', async () => {
      const { status, headers, body } = await get(page, { 'accept-encoding': 'identity' }, 'HEAD');
      expect([status, body.length]).toEqual([200, 0]);
      expect(Number(headers['content-length'])).toBe(readFileSync(join(site.dir, speech)).length);
    });
    test('a folder without its slash leads to the one with it, on the same host', async () => {
      const { status, headers } = await get(page.slice(0, -1));
      expect([301, 308]).toContain(status);
      const target = new URL(String(headers.location), `${server.origin}${site.base}${page.slice(0, -1)}`);
      expect(target.href).toBe(`${server.origin}${site.base}${page}`);
    });
    test('every page of the site is served', async () => {
      for (const path of filesOf(site, '.html')) {
        const { status } = await get(path.replace(/(^|\/)index\.html$/, '$1'));
        expect([path, status]).toEqual([path, 200]);
      }
      expect(readdirSync(site.dir)).toContain('index.html');
    });
  });
}
