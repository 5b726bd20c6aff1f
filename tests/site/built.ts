/** The built sites as files. `npm test` builds them; `SITE_DIR`, `BASE_SITE_DIR` and `FORMER_SITE_DIR` name others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../../scripts/lib/root.ts';

export interface BuiltSite {
  name: string;
  dir: string;
  base: string;
  /** null where it was built without `SITE_URL`. */
  origin: string | null;
}

export const sites: BuiltSite[] = [
  { name: 'site', dir: process.env.SITE_DIR ?? join(root, '.cache/site'), base: '/', origin: null },
  {
    name: 'site under a base path',
    dir: process.env.BASE_SITE_DIR ?? join(root, '.cache/site-base'),
    base: '/repo/',
    origin: 'https://example.test',
  },
];

/** The small library of `tests/support/former-library.ts`: other speeches, and addresses of former times. */
export const formerSite: BuiltSite = {
  name: 'library with a past',
  dir: process.env.FORMER_SITE_DIR ?? join(root, '.cache/site-former'),
  base: '/repo/',
  origin: 'https://example.test',
};

/** Paths of all files below the folder that end so, with `/`, sorted. */
export function filesOf({ dir }: BuiltSite, ending: string): string[] {
  if (!existsSync(join(dir, 'index.html')))
    throw new Error(`${dir} holds no built site: run npm test, or build it there`);
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => name.replaceAll(sep, '/'))
    .sort();
}

export function read({ dir }: BuiltSite, path: string): string {
  return readFileSync(join(dir, path), 'utf8');
}
