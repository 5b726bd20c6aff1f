/** Copies of the project in folders of their own: their sources can be changed and built without touching this one. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../lib/root.ts';

const PARTS = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'public', 'scripts', 'src'];
const DERIVED = ['speeches', 'accounts', 'anchors', 'departed'].map((name) => join('src/content', name));

/** A workshop with all that is held, or with an empty library. */
export function copyProject(folder: string, { empty = false } = {}): void {
  const left = empty ? DERIVED.map((path) => join(root, path)) : [];
  mkdirSync(folder, { recursive: true });
  for (const part of empty ? PARTS : [...PARTS, 'sources']) {
    cpSync(join(root, part), join(folder, part), { recursive: true, filter: (path) => !left.includes(path) });
  }
  if (empty) for (const path of [...DERIVED, 'sources']) mkdirSync(join(folder, path), { recursive: true });
  linkPackages(folder);
}

/** One link for each package: the folder itself is the workshop's own, because the build keeps its stores there. */
function linkPackages(folder: string): void {
  const packages = realpathSync(join(root, 'node_modules'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages).filter((each) => !each.startsWith('.'))) {
    symlinkSync(join(packages, name), join(folder, 'node_modules', name), 'junction');
  }
}

/**
 * Normalizes and builds in the workshop, as a process of its own.
 * @throws Error with what the build said
 */
export function buildIn(folder: string, outDir: string, settings: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    env: { ...process.env, SITE_URL: '', BASE_PATH: '', ...settings, OUT_DIR: outDir },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${folder} 没有构建出来：\n${stdout}${stderr}`);
}
