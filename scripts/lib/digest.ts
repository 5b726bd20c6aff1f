/** Tells whether a built site is still that of its inputs. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Settings } from './settings.ts';

const inputs = ['astro.config.mjs', 'package-lock.json', 'public', 'scripts', 'sources', 'src', 'tsconfig.json'];

function filesBelow(path: string, skipped: readonly string[]): string[] {
  if (!existsSync(path) || skipped.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !name.endsWith('.tmp'));
  return names.sort().flatMap((name) => filesBelow(join(path, name), skipped));
}

/** SHA-256 over everything that a build of the project in `root` depends on: files by name and content, and the settings. */
export function digestOf(root: string, { origin, base }: Omit<Settings, 'outDir'>): string {
  return digestOfFiles(root, inputs, JSON.stringify({ origin, base }));
}

/**
 * SHA-256 over the files below each path, by name and content, and over `more`.
 * @param without folders that are left out
 */
export function digestOfFiles(
  root: string,
  paths: readonly string[],
  more: string,
  without: readonly string[] = [],
): string {
  const hash = createHash('sha256').update(more);
  const skipped = without.map((name) => join(root, name));
  for (const file of paths.flatMap((name) => filesBelow(join(root, name), skipped))) {
    const content = readFileSync(file);
    hash.update(`\n${relative(root, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
