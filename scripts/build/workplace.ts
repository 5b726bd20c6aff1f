/** Where a site is made before it takes the place of the last one. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf } from '../lib/built.ts';
import { freshFolder } from '../lib/files.ts';

/**
 * An empty folder below `staging`, after what a build that was killed has left there is put right: the site that it had
 * moved aside goes back to its place, and what it had half made goes.
 * @param tell told in a sentence, if there was something to put right
 */
export function freshSite(outDir: string, staging: string, tell: (text: string) => void): string {
  const name = `next-${nameOf(outDir)}`;
  const left = existsSync(staging) ? readdirSync(staging).filter((each) => each.startsWith(name)) : [];
  const aside = left.find((each) => each.endsWith('.old') && existsSync(join(staging, each, 'index.html')));
  if (aside && !existsSync(outDir)) {
    renameSync(join(staging, aside), outDir);
    tell('上次构建在换上新网站时中断：原来的网站已放回原处，现在重新构建。');
  } else if (left.length > 0) tell('上次构建没有走完：清除了半成品，现在重新构建。');
  return freshFolder(staging, name);
}
