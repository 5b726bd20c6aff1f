/** What is done to the built pages before they are served: policy, offline, the script for other sites, headers, compressed copies. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { compressAll } from './compress.ts';
import { caddyHeaders, headersFile, nginxMaps, nginxServer } from './hosts.ts';
import { writeServiceWorker } from './offline.ts';
import { type Hashes, inlineHashes, policy, unite, withPolicy } from './policy.ts';

/**
 * Finishes the built site in `dir`, in place.
 * @param base path below the origin, `/` or `/repo/`
 */
export async function finish(dir: string, base: string): Promise<void> {
  const hashes = await secure(dir);
  await writeHeaders(dir, { base, policy: policy(hashes, 'header') });
  await writeServiceWorker(dir, base);
  await writeFile(join(dir, 'embed.js'), await bundle('src/embed/embed.ts', 'es'));
  await compressAll(dir);
}

/** Gives every page its policy, and back what all of them need together. */
async function secure(dir: string): Promise<Hashes> {
  const pages = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const all: Hashes[] = [];
  for (const page of pages) {
    const html = await readFile(join(dir, page), 'utf8');
    all.push(inlineHashes(html));
    await writeFile(join(dir, page), withPolicy(html));
  }
  return unite(all);
}

async function writeHeaders(dir: string, deployment: { base: string; policy: string }): Promise<void> {
  await mkdir(join(dir, '_deploy'), { recursive: true });
  await writeFile(join(dir, '_headers'), headersFile(deployment));
  await writeFile(join(dir, '_deploy/nginx-maps.conf'), nginxMaps(deployment));
  await writeFile(join(dir, '_deploy/nginx-server.conf'), nginxServer(deployment));
  await writeFile(join(dir, '_deploy/caddy-headers'), caddyHeaders(deployment));
}
