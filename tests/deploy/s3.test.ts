/** `npm run upload` with rclone to a real store, and the store as a website. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { otherwise, typeOf } from '../../scripts/deploy/headers.ts';
import { headersOf, readHeadersFile } from '../../scripts/deploy/headers-file.ts';
import { root } from '../../scripts/lib/root.ts';
import { writeNote } from '../../scripts/upload/note.ts';
import { write } from '../../scripts/upload/rclone.ts';
import { NOTE } from '../../scripts/upload/steps.ts';
import { type BuiltSite, filesOf, formerSite, read, sites } from '../site/built.ts';
import { type ObjectStore, startObjectStore } from '../support/object-store.ts';

const site = sites.find(({ base }) => base === formerSite.base) as BuiltSite;
/** Of the bucket. */
const folder = site.base.slice(1);

function start(store: ObjectStore, dir: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['scripts/upload.ts', store.place(folder), '--from', dir, ...args], {
    cwd: root,
    env: { ...process.env, ...store.env },
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, so that it can be killed together with rclone.
    detached: true,
  });
}

/** @returns its exit code, null if it was killed, and what it said */
function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

/** @returns what was asked of the store */
async function upload(store: ObjectStore, dir: string, ...args: string[]): Promise<string[]> {
  const before = store.writes.length;
  const { code, said } = await ended(start(store, dir, ...args));
  expect([code, said]).toEqual([0, expect.stringMatching(/送 \d+ 件，删 \d+ 件；网站共 \d+ 件/)]);
  return store.writes.slice(before);
}

/** Uploads until so many writes have been begun; then nothing of it goes on. @returns whether it had ended before */
async function uploadKilled(store: ObjectStore, dir: string, after: number): Promise<boolean> {
  const child = start(store, dir);
  let begun = 0;
  store.beforeWrite = () => {
    if (++begun === after) process.kill(-(child.pid as number), 'SIGKILL');
  };
  const { code } = await ended(child);
  store.beforeWrite = () => {};
  return code === 0;
}

/** Paths of the files that readers are to have. */
function published(): string[] {
  const all = filesOf(site, '');
  const names = new Set(all);
  return all.filter((path) => {
    const isCopy = /\.(br|gz)$/.test(path) && names.has(path.slice(0, -3));
    return path.includes('.') && !isCopy && path !== '_headers' && !path.startsWith('_deploy/');
  });
}

/** Everything below the site's base that can be come to from its first page and is not there. */
async function deadLinks(store: ObjectStore): Promise<string[]> {
  const dead: string[] = [];
  const seen = new Set([site.base]);
  for (const path of seen) {
    const response = await fetch(store.address(path.slice(1)));
    const text = await response.text();
    if (response.status !== 200) dead.push(path);
    else if (response.headers.get('content-type')?.startsWith('text/html'))
      for (const [, link = ''] of text.matchAll(/ (?:href|src)="(\/[^"#?]*)/g))
        if (link.startsWith(site.base)) seen.add(link);
  }
  expect(seen.size).toBeGreaterThan(50);
  return dead;
}

describe('a site on an object store', () => {
  let store: ObjectStore;
  let copy: string;
  beforeAll(async () => {
    store = await startObjectStore(folder);
    copy = mkdtempSync(join(tmpdir(), 'copy-'));
    cpSync(site.dir, copy, { recursive: true });
  });
  afterAll(async () => {
    await store?.stop();
    rmSync(copy, { recursive: true, force: true });
  });

  test('a dry run says what would be sent, and sends nothing', async () => {
    const { code, said } = await ended(start(store, site.dir, '--dry-run'));
    expect(code).toBe(0);
    for (const path of published()) expect(said).toContain(`  ${path}  ${typeOf(path) ?? 'application/octet-stream'}`);
    expect(store.writes).toEqual([]);
  });

  test('every file for readers is sent once, the first page last; nothing else', async () => {
    const writes = await upload(store, site.dir);
    expect([...writes].sort()).toEqual(
      published()
        .map((path) => `PUT ${folder}${path}`)
        .sort(),
    );
    expect(writes.at(-1)).toBe(`PUT ${folder}index.html`);
    const lastAsset = writes.findLastIndex((write) => write.includes('/_astro/'));
    expect(lastAsset).toBeLessThan(writes.findIndex((write) => write.endsWith('.html')));
  });

  test('it comes back as it was built, with its type, and kept as _headers says', async () => {
    const blocks = readHeadersFile(read(site, '_headers'));
    for (const path of published()) {
      const { status, headers, body } = await got(store.address(folder + path));
      const wanted = { ...otherwise, ...headersOf(blocks, site.base + path) };
      expect([path, status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        path,
        200,
        typeOf(path) ?? 'application/octet-stream',
        wanted['Cache-Control'],
      ]);
      expect([path, body.equals(readFileSync(join(site.dir, path)))]).toEqual([path, true]);
    }
  });

  test('pages go packed, what programs read as it is', async () => {
    const encoding = async (path: string) => (await got(store.address(folder + path))).headers.get('content-encoding');
    const speech = filesOf(site, '.json').find((path) => /^speeches\/[^/]+\.json$/.test(path)) ?? '';
    const comparison = filesOf(site, '.html').find((path) => path.endsWith('/source/index.html')) ?? '';
    expect(await encoding('index.html')).toBe('gzip');
    expect(await encoding(comparison)).toBe('gzip');
    expect(await encoding('search/catalogue.json')).toBe('gzip');
    expect(await encoding(speech)).toBeNull();
    expect(await encoding('sitemap.xml')).toBeNull();
  });

  test('addresses of folders lead to their pages, what is not there to the page for that', async () => {
    const page = await got(store.address(`${folder}speeches/`));
    expect([page.status, page.body.toString('utf8')]).toEqual([200, read(site, 'speeches/index.html')]);
    const none = await got(store.address(`${folder}none/`));
    expect([none.status, none.body.toString('utf8')]).toEqual([404, read(site, '404.html')]);
    expect(await deadLinks(store)).toEqual([]);
  });

  test('the second time nothing is sent; after a change, what has changed', async () => {
    expect(await upload(store, site.dir)).toEqual([]);
    writeFileSync(join(copy, 'version.json'), '{}');
    expect(await upload(store, copy)).toEqual([`PUT ${folder}version.json`]);
    expect(await upload(store, copy, '--again')).toHaveLength(published().length);
  });

  test('a note that was not left by an upload stops it before anything is sent', async () => {
    for (const [name, value] of Object.entries(store.env)) vi.stubEnv(name, value);
    await write(store.place(folder), NOTE, 'not a list', {});
    const before = store.writes.length;
    expect((await ended(start(store, site.dir))).code).toBe(1);
    expect(store.writes.length).toBe(before);
    await writeNote(store.place(folder), ['none/index.html']);
    expect(await upload(store, site.dir)).toEqual(expect.arrayContaining([expect.stringMatching(/^(DELETE|POST)/)]));
    expect((await fetch(store.address(folder + NOTE))).status).toBe(404);
    vi.unstubAllEnvs();
  });

  test('a place with other things is left alone', async () => {
    const { code } = await ended(start({ ...store, place: () => store.place('') }, formerSite.dir));
    expect(code).toBe(1);
    expect((await fetch(store.address(`${folder}index.html`))).status).toBe(200);
  });
});

describe('a site in the place of another, by an upload that is killed again and again', () => {
  let store: ObjectStore;
  beforeAll(async () => {
    store = await startObjectStore(folder);
    await upload(store, formerSite.dir);
  });
  afterAll(() => store?.stop());

  test('has no dead link at any time, comes to its end, and what has gone goes last', async () => {
    const before = store.writes.length;
    let rounds = 1;
    while (!(await uploadKilled(store, site.dir, 30))) {
      expect(await deadLinks(store)).toEqual([]);
      rounds++;
    }
    expect(rounds).toBeGreaterThan(3);
    expect(await deadLinks(store)).toEqual([]);
    const written = store.writes.slice(before);
    expect(written).toContain(`PUT ${folder}${NOTE}`);
    expect((await fetch(store.address(folder + NOTE))).status).toBe(404);
    const writes = written.filter((write) => !write.endsWith(NOTE));
    const gone = filesOf(formerSite, '.html').filter((path) => !filesOf(site, '.html').includes(path));
    expect(gone.length).toBeGreaterThan(0);
    for (const path of gone) expect((await fetch(store.address(folder + path))).status).toBe(404);
    expect(writes.findIndex((write) => write.startsWith('DELETE'))).toBeGreaterThan(
      writes.findLastIndex((write) => write.startsWith('PUT')),
    );
    expect(await upload(store, site.dir)).toEqual([]);
  });
});

/** Unpacked. */
async function got(address: string): Promise<{ status: number; headers: Headers; body: Buffer }> {
  const response = await fetch(address);
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}
