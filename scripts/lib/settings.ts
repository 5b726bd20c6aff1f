/** What the environment says about a build, read and checked in one place. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { site } from '../../src/data/site.ts';
import { Problem } from './problem.ts';
import { root } from './root.ts';

export interface Settings {
  /** Origin without path, e.g. `https://example.org`; null builds for this machine. */
  origin: string | null;
  /** `/` or `/repo/`. */
  base: string;
  /** Absolute path of the folder the site is built into. */
  outDir: string;
}

type Environment = Record<string, string | undefined>;

function readOrigin(text: string | null): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/';
  if (isOrigin && !url.search && !url.hash && !url.username) return url.origin;
  throw new Problem(`SITE_URL 无效：“${text}”。请写网站的起点，不带路径，例如 https://example.org。`);
}

function readBase(text: string): string {
  const path = `/${text}/`.replace(/\/+/g, '/');
  if (/^\/([\w.~-]+\/)*$/.test(path) && !path.includes('/../') && !path.includes('/./')) return path;
  throw new Problem(`BASE_PATH 无效：“${text}”。请写由字母、数字和 - _ . 组成的路径，例如 / 或 /repo/。`);
}

/** A build replaces the folder, so it must be new, empty, or hold an earlier build. */
function readOutDir(text: string): string {
  const outDir = resolve(root, text);
  const inside = relative(root, outDir);
  const holdsProject = !relative(outDir, root).startsWith('..');
  const isOwn = /^(sources|src|public|scripts|tests|docs|node_modules|\.git)([\\/]|$)/.test(inside);
  if (holdsProject || isOwn) throw new Problem(`OUT_DIR 无效：“${text}”是项目自己的目录。请另指一个目录，例如 dist。`);
  const isForeign =
    existsSync(outDir) &&
    readdirSync(outDir).length > 0 &&
    !['index.html', '404.html'].every((name) => existsSync(join(outDir, name))) &&
    !existsSync(join(outDir, 'shard.json'));
  if (isForeign) throw new Problem(`OUT_DIR 无效：“${text}”里有别的文件，构建会把它们清除。请另指一个空目录。`);
  return outDir;
}

/**
 * Reads `SITE_URL`, `BASE_PATH` and `OUT_DIR`.
 * @throws Problem for a value that can't be used.
 */
export function readSettings(env: Environment): Settings {
  return {
    origin: readOrigin(env.SITE_URL || site.origin),
    base: readBase(env.BASE_PATH || site.base),
    outDir: readOutDir(env.OUT_DIR || 'dist'),
  };
}

/**
 * Reads `PORT`.
 * @throws Problem for anything but a whole number from 1 to 65535.
 */
export function readPort(env: Environment): number {
  const text = env.PORT || '4321';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Problem(`PORT 无效：“${text}”。请写 1 到 65535 之间的整数，例如 4321。`);
  return port;
}
