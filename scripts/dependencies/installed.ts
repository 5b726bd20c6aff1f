/** The packages of the lock file, with the licences that they state. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Package } from './licences.ts';

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ license: z.string().optional() })) });
/** Packages of old state it as an object or a list of those. */
const oldLicence = z.object({ type: z.string() });
const manifestSchema = z.object({
  license: z.union([z.string(), oldLicence]).optional(),
  licenses: z.array(oldLicence).optional(),
});

/** What is installed speaks for itself; for packages of other platforms, the lock file has what they state. */
export function readPackages(root: string): Package[] {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { license }]) => {
      const manifest = join(root, path, 'package.json');
      const licence = existsSync(manifest) ? statedIn(readFileSync(manifest, 'utf8')) : license;
      return { name: path.replace(/^.*node_modules\//, ''), path, licence: licence ?? null };
    });
}

function statedIn(manifest: string): string | undefined {
  const { license, licenses = [] } = manifestSchema.parse(JSON.parse(manifest));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses.length > 0 ? licenses.map(({ type }) => type).join(' OR ') : undefined;
}
