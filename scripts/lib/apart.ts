/** Tools that bring many packages and are needed seldom: kept in folders of their own, fetched when first asked for. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Exact versions. */
const tools = {
  /** 114 packages, 170 MB. */
  lighthouse: { name: 'lighthouse', version: '13.5.0' },
  /** A server that speaks S3: 95 packages, one of them without a licence. */
  s3rver: { name: '@20minutes/s3rver', version: '5.0.0' },
};

/**
 * Folder of the tool's package; null where it can't be had.
 * @param say is told what is being done, one line
 */
export function ensureApart(tool: keyof typeof tools, say: (line: string) => void): string | null {
  const { name, version } = tools[tool];
  const folder = join(root, '.cache', tool);
  const found = join(folder, 'node_modules', name);
  if (existsSync(found)) return found;
  say(`正在取 ${name}，放在 .cache/${tool} 里……`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const shell = process.platform === 'win32';
  spawnSync('npm', [...args, `${name}@${version}`], { cwd: folder, stdio: 'ignore', shell });
  return existsSync(found) ? found : null;
}
