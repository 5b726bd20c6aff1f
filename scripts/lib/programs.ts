/** Programs that the tests run beside ours: those of this machine, or Debian's packages unpacked beside the project, which changes nothing on the machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

const unpacked = join(root, '.cache/debian');

interface Program {
  /** Arguments with which it says its version. */
  version: string[];
  /** Debian's packages that hold it and what goes with it. */
  packages: string[];
}

const programs = {
  nginx: { version: ['-v'], packages: ['nginx', 'libnginx-mod-http-brotli-static'] },
  caddy: { version: ['version'], packages: ['caddy'] },
  rclone: { version: ['version'], packages: ['rclone'] },
} satisfies Record<string, Program>;

export type ProgramName = keyof typeof programs;

function works(path: string, { version }: Program): boolean {
  return existsSync(path) && spawnSync(path, version, { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Path of a program that works here; null where there is none. */
export function findProgram(name: ProgramName): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', join(unpacked, 'usr/sbin')];
  const paths = [...folders, join(unpacked, 'usr/bin')].filter(Boolean).map((folder) => join(folder, name));
  return paths.find((path) => works(path, programs[name])) ?? null;
}

/** Path of nginx's module that hands out Brotli copies; null where it is not installed. */
export function findBrotliModule(): string | null {
  const inside = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
  return ['/', unpacked].map((folder) => join(folder, inside)).find((path) => existsSync(path)) ?? null;
}

function run(command: string, args: string[], cwd: string): boolean {
  return spawnSync(command, args, { cwd, stdio: 'ignore', timeout: 300_000 }).status === 0;
}

/** Fetches and unpacks the packages; nothing is installed, no service started. */
function unpack({ packages }: Program): void {
  rmSync(join(unpacked, 'packages'), { recursive: true, force: true });
  const folder = join(unpacked, 'packages');
  mkdirSync(folder, { recursive: true });
  const fetch = () => packages.filter((name) => run('apt-get', ['download', name], folder)).length > 0;
  if (!fetch() && !(run('apt-get', ['update'], folder) && fetch())) return;
  for (const file of readdirSync(folder)) run('dpkg-deb', ['-x', file, unpacked], folder);
}

/**
 * Path of a program, fetched if need be; null where that is impossible.
 * @param say is told what is being done, one line.
 */
export function ensureProgram(name: ProgramName, say: (line: string) => void): string | null {
  const found = findProgram(name);
  if (found || !existsSync('/etc/debian_version')) return found;
  say(`没有找到 ${name}，正从 Debian 的软件包取一份放在 .cache/ 里……`);
  unpack(programs[name]);
  return findProgram(name);
}
