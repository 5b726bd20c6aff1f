/** What a built site is on an object store: which file becomes which object, and what the store says along with it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { packed } from '../deploy/compress.ts';
import { hidden, otherwise, patternOf, rules, typeOf } from '../deploy/headers.ts';

export interface StoredFile {
  /** Path below the address of the site. */
  key: string;
  /** Absolute path of the file that holds its bytes, packed or not. */
  file: string;
  headers: Record<string, string>;
  /** Whether its bytes are packed on the way. */
  packs: boolean;
  /** MD5 of the bytes in hexadecimal: what stores give as `ETag`. */
  md5: string;
}

/** Stores keep no other headers with an object: the rest of `headers.ts` is for what stands before it. */
const KEPT = 'Cache-Control';

/** How long an object is kept by who has read it. */
function keepingOf(key: string): string {
  const said = rules.filter(({ paths }) => paths.some((path) => new RegExp(patternOf(path, '/')).test(`/${key}`)));
  return Object.assign({}, otherwise, ...said.map(({ headers }) => headers))[KEPT];
}

/** Whether a browser asks for it, which unpacks it; what programs read is stored as it is, for not every program does. */
function isForBrowsers(key: string): boolean {
  // Of the page for errors some stores give the bytes alone.
  if (key === '404.html') return false;
  return /\.(html|css|js|svg)$/.test(key) || /^search\/.*\.json$/.test(key);
}

/** All of a built site that is for readers, sorted by key. A store can't choose among copies: each file is one object, packed or not. */
export function storedFiles(dir: string): StoredFile[] {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll(sep, '/'),
    );
  const all = new Set(names);
  const isCopy = (name: string) => /\.(br|gz)$/.test(name) && all.has(name.slice(0, -3));
  return names
    .filter((name) => !hidden.test(`/${name}`) && !isCopy(name))
    .sort()
    .map((key) => storedFile(dir, key));
}

function storedFile(dir: string, key: string): StoredFile {
  const copy = join(dir, `${key}.gz`);
  const hasCopy = isForBrowsers(key) && existsSync(copy);
  const file = hasCopy ? copy : join(dir, key);
  const bytes = readFileSync(file);
  const onTheWay = isForBrowsers(key) && !hasCopy ? packed(bytes) : null;
  const headers = {
    'Content-Type': typeOf(key) ?? 'application/octet-stream',
    [KEPT]: keepingOf(key),
    ...((hasCopy || onTheWay) && { 'Content-Encoding': 'gzip' }),
  };
  const md5 = createHash('md5')
    .update(onTheWay ?? bytes)
    .digest('hex');
  return { key, file, headers, packs: onTheWay !== null, md5 };
}
