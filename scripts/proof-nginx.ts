/** `npm run proof:nginx`: the built site behind nginx, and 200 readers at once for ten seconds. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './lib/child.ts';
import { main, Problem } from './lib/problem.ts';
import { ensureProgram } from './lib/programs.ts';
import { conclude, readReport, readVitest } from './lib/reports.ts';
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
  const report = join(root, 'test-results/proof-nginx.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
  const env = { SITE_DIR, BASE_SITE_DIR, LOAD_SECONDS: '10' };
  const code = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'nginx', ...reporters], env);
  return conclude([readReport(report, code, readVitest)]);
});
