/** What is done to the built pages before they are served: policy, offline, the script for other sites, headers, compressed copies. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAnew } from '../lib/files.ts';
import { bundle } from './bundle.ts';
import { compressFile, effortFor, textsBelow } from './compress.ts';
import { caddyHeaders, headersFile, nginxMaps, nginxServer } from './hosts.ts';
import { writeServiceWorker } from './offline.ts';
import { declaredHashes, finishPage, type Hashes, policy, unite } from './policy.ts';

/** Files that come finished from an earlier build: pages with their policy, compressed copies beside them. They are not touched. */
export interface Kept {
  /** @param path below the folder of the site */
  has: (path: string) => boolean;
  /** What the pages among them need together; read out of them where it is not given. */
  hashes?: Hashes;
  /** Puts the copies of a file there that an earlier build has made of the same bytes; false where it has none. */
  takeCopies?: (path: string, content: Uint8Array) => boolean;
}

const nothing: Kept = { has: () => false };

/**
 * Finishes the built site in `dir`. Whatever changes becomes a new file: one that stands there may be shared with the
 * site that is being served, by a hard link.
 * @param base path below the origin, `/` or `/repo/`
 * @returns what all pages need together
 */
export async function finish(dir: string, base: string, kept: Kept = nothing): Promise<Hashes> {
  const hashes = finishFiles(dir, kept);
  await finishSite(dir, base, hashes);
  return hashes;
}

/** The part of it that looks at each file alone, for a part of a site. */
export function finishFiles(dir: string, kept: Kept = nothing): Hashes {
  const all: Hashes[] = kept.hashes ? [kept.hashes] : [];
  for (const path of textsBelow(dir)) {
    const isPage = path.endsWith('.html');
    if (!kept.has(path)) all.push(...finishFile(dir, path, isPage, kept));
    else if (isPage && !kept.hashes) all.push(declaredHashes(readFileSync(join(dir, path))));
  }
  return unite(all);
}

/** @returns what the file needs, if it is a page */
function finishFile(dir: string, path: string, isPage: boolean, { takeCopies }: Kept): Hashes[] {
  const compress = (content: Uint8Array) => {
    if (!takeCopies?.(path, content)) compressFile(dir, path, content);
  };
  if (!isPage && !effortFor(path)) {
    // Nothing to read; what was copied of it before goes.
    compressFile(dir, path);
    return [];
  }
  const content = readFileSync(join(dir, path));
  if (!isPage) {
    compress(content);
    return [];
  }
  const { page, hashes } = finishPage(content);
  if (page !== content) writeAnew(join(dir, path), page);
  compress(page);
  return [hashes];
}

/** The part of it that there is once for a whole site, all of whose files are finished. */
export async function finishSite(dir: string, base: string, hashes: Hashes): Promise<void> {
  writeHeaders(dir, { base, policy: policy(hashes, 'header') });
  await writeServiceWorker(dir, base);
  writeAnew(join(dir, 'embed.js'), await bundle('src/embed/embed.ts', 'es'));
  for (const path of ['sw.js', 'embed.js']) compressFile(dir, path);
}

function writeHeaders(dir: string, deployment: { base: string; policy: string }): void {
  mkdirSync(join(dir, '_deploy'), { recursive: true });
  writeAnew(join(dir, '_headers'), headersFile(deployment));
  writeAnew(join(dir, '_deploy/nginx-maps.conf'), nginxMaps(deployment));
  writeAnew(join(dir, '_deploy/nginx-server.conf'), nginxServer(deployment));
  writeAnew(join(dir, '_deploy/caddy-headers'), caddyHeaders(deployment));
}
