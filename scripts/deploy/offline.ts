/** Makes the service worker of the built site: `sw.js`, with the list of what it keeps from the start. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { filesOf } from '../../src/offline/store.ts';
import { writeAnew } from '../lib/files.ts';
import { bundle } from './bundle.ts';

/** Pages that can be shown when there is no network, visited or not; they hold no text of any speech. */
const pages = ['offline/', 'search/'];

/** What any page may import later and has to have at once, network or not: the dialog that says that search can't be had. */
const later = ['search-dialog'];

export async function writeServiceWorker(dir: string, base: string): Promise<void> {
  const read = (path: string) => readFile(join(dir, path.slice(base.length)), 'utf8');
  const html = new Map<string, string>();
  for (const page of pages) html.set(base + page, await read(`${base}${page}index.html`));
  const files = await withImports(
    [...html.values()].flatMap((text) => filesOf(text, base)),
    read,
  );
  const hash = createHash('sha256').update(JSON.stringify([...html, ...files.keys()]));
  const values = { BASE: base, SHELL: [...html.keys(), ...files.keys()], VERSION: hash.digest('hex').slice(0, 12) };
  writeAnew(join(dir, 'sw.js'), await bundle('src/offline/worker.ts', 'iife', values));
}

/** The files with those that their scripts import from the start, and those of `later`, sorted, with their content. */
async function withImports(paths: string[], read: (path: string) => Promise<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const open = [...paths];
  for (let path = open.pop(); path; path = open.pop()) {
    if (found.has(path)) continue;
    const text = await read(path);
    found.set(path, text);
    if (path.endsWith('.js'))
      open.push(...importsOf(text, later).map((name) => posix.join(posix.dirname(path as string), name)));
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Paths such as `./match.abc.js` of what a built script imports from the start; of what it imports later only the modules
 * with one of these names, the rest is left to the network.
 */
export function importsOf(script: string, later: string[] = []): string[] {
  const named = [...script.matchAll(/(?:\bfrom|\bimport)\s*(\(?)\s*["'`](\.[^"'`]+)["'`]/g)];
  return named
    .filter(([, call, path = '']) => call === '' || later.some((name) => path.startsWith(`./${name}.`)))
    .map(([, , path = '']) => path);
}
