import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** The packages that are loaded with a module of ours, before any of its code runs. */
function packagesOf(path: string, seen = new Set<string>()): Set<string> {
  const statements = readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm);
  const found = new Set<string>();
  for (const [, from = ''] of statements) {
    const file = join(dirname(path), from);
    if (!from.startsWith('.')) found.add(from);
    else if (!seen.has(file)) for (const each of packagesOf(file, seen.add(file))) found.add(each);
  }
  return found;
}

it('a build loads what makes a site only when there is one to make', () => {
  const makers = ['pagefind', 'pinyin-pro', 'parse5'];
  expect([...packagesOf('scripts/build/site.ts')]).toEqual(expect.arrayContaining(makers));
  for (const maker of [...makers, 'astro', 'sharp', 'vite'])
    expect([...packagesOf('scripts/build.ts')]).not.toContain(maker);
});
