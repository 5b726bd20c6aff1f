/**
 * The service worker: what was visited can be read again without a network, and says then that it is a stored version.
 * An old text is never shown without that notice: pages come from the network whenever there is one.
 */
import { offlineWords as words } from '../data/offline-words.ts';
import { bounds, cacheNames, filesOf, isOurs, pageKey, STORED_AT, treatmentOf, withNotice } from './store.ts';

/** Put in by the build. `SHELL`: paths of the pages that tell of being offline, and of their files. */
declare const BASE: string;
declare const SHELL: string[];
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  skipWaiting(): Promise<void>;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<{ url: string }[]>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const scope = globalThis as unknown as Scope;
const home = new URL(BASE, location.origin);
const names = cacheNames(BASE, VERSION);

scope.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => scope.skipWaiting())));
scope.addEventListener('activate', (event) => event.waitUntil(begin()));
scope.addEventListener('fetch', (event) => {
  const treatment = treatmentOf(event.request, home);
  if (treatment === 'page') event.respondWith(page(event));
  else if (treatment === 'file') event.respondWith(file(event.request));
});

async function keepShell(): Promise<void> {
  const shell = await caches.open(names.shell);
  await Promise.all(
    SHELL.map(async (path) => {
      const response = await fetch(path, path.endsWith('/') ? { cache: 'no-cache' } : {});
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      await shell.put(path, await stamped(response));
    }),
  );
}

/** Takes over, clears what earlier versions kept, and keeps the pages that are open already. */
async function begin(): Promise<void> {
  const current = Object.values(names);
  const old = (await caches.keys()).filter((name) => isOurs(name, BASE) && !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const visited = [...new Set(open.map(({ url }) => url))].filter((url) => url.startsWith(home.href));
  await Promise.allSettled(visited.map(async (url) => remember(url, await fetch(pageKey(url), { cache: 'no-cache' }))));
}

async function page(event: Fetching): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request, { cache: 'no-cache' });
    event.waitUntil(remember(request.url, response.clone()));
    return response;
  } catch {
    return stored(request.url);
  }
}

/** Keeps a page with its files, the files first: a page that stands in the store can be shown. Forgets it when it is gone from the site. */
async function remember(url: string, response: Response): Promise<void> {
  const pages = await caches.open(names.pages);
  const key = pageKey(url);
  if (response.status === 404 || response.status === 410) await pages.delete(key);
  if (!response.ok || response.redirected || !response.headers.get('content-type')?.startsWith('text/html')) return;
  const html = await response.clone().text();
  const kept = await stamped(response);
  await Promise.allSettled(filesOf(html, BASE).map((path) => file(new Request(path))));
  // Taken out first, so that the order of keys is that of visits.
  await pages.delete(key);
  await pages.put(key, kept);
  await trim(pages, bounds.pages);
}

async function stamped(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(STORED_AT, new Date().toISOString());
  return new Response(await response.blob(), { headers });
}

async function stored(url: string): Promise<Response> {
  const key = pageKey(url);
  const kept =
    (await (await caches.open(names.pages)).match(key)) ?? (await (await caches.open(names.shell)).match(key));
  if (kept) {
    const when = new Date(kept.headers.get(STORED_AT) ?? 0);
    const notice = words.stored(when.toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' }));
    return new Response(withNotice(await kept.text(), notice), { headers: kept.headers });
  }
  const offline = await (await caches.open(names.shell)).match(`${BASE}offline/`);
  if (!offline) return Response.error();
  return new Response(withNotice(await offline.text(), words.absent), { status: 503, headers: offline.headers });
}

async function file(request: Request): Promise<Response> {
  const known = await caches.match(request, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    const files = await caches.open(names.files);
    await files.put(request, response.clone());
    await trim(files, bounds.files);
  }
  return response;
}

async function trim(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}
