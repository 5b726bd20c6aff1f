/** `npm run proof:nginx`: the built site behind nginx, and 200 readers at once for ten seconds. */
import { join } from 'node:path';
import { runNode } from './lib/child.ts';
import { main, Problem } from './lib/problem.ts';
import { ensureProgram } from './lib/programs.ts';
import { root } from './lib/root.ts';

const SITE_DIR = join(root, '.cache/site');
const BASE_SITE_DIR = join(root, '.cache/site-base');

await main(async () => {
  if (!ensureProgram('nginx', console.error)) throw new Problem('没有 nginx，也没能取到：请先安装（Debian：nginx）。');
  const builds: Record<string, string>[] = [
    { OUT_DIR: SITE_DIR },
    { OUT_DIR: BASE_SITE_DIR, SITE_URL: 'https://example.test', BASE_PATH: '/repo/' },
  ];
  for (const env of builds) if ((await runNode('scripts/build.ts', ['--as-committed'], env)) !== 0) return 1;
  const args = ['run', '--project', 'nginx', '--reporter=verbose'];
  return runNode('node_modules/vitest/vitest.mjs', args, { SITE_DIR, BASE_SITE_DIR, LOAD_SECONDS: '10' });
});
