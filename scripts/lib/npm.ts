import { spawnSync } from 'node:child_process';
import { Problem } from './problem.ts';
import { root } from './root.ts';

/**
 * What npm prints when it is run in the root of the project. What it says on stderr is given up.
 * @throws Problem where there is no npm
 */
export function npm(args: readonly string[]): { status: number; stdout: string } {
  const { error, status, stdout } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error) throw new Problem('找不到 npm：请安装带 npm 的 Node.js 后再试。');
  return { status: status ?? 1, stdout };
}
