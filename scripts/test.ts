/** `npm test`: everything that must hold, in one run. Ends with `N passed, N failed`; exit code 1 if anything failed. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkInBrowsers } from './browsers/index.ts';
import { ensureBrowser, noBrowser } from './lib/browser.ts';
import { runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';
import { ensureProgram, type ProgramName } from './lib/programs.ts';
import { failure, readPlaywright, readReport, readVitest, success, sum, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';

const site = join(root, '.cache/site');
const baseSite = join(root, '.cache/site-base');
/** A small library with a past: moved and removed places, a renamed and a withdrawn speech. */
const formerSite = join(root, '.cache/site-former');
const builtForTests = { SITE_DIR: site, BASE_SITE_DIR: baseSite, FORMER_SITE_DIR: formerSite };

/** A tool that only says yes or no. */
async function check(script: string, args: string[], env?: Record<string, string>): Promise<Tally> {
  return (await runNode(script, args, env)) === 0 ? success : failure;
}

async function vitest(project: string): Promise<Tally> {
  const report = join(root, `test-results/${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...reporters],
    builtForTests,
  );
  return readReport(report, code, readVitest);
}

/** The built site behind a real web server, with the configuration that we ship. */
async function behind(server: ProgramName): Promise<Tally> {
  if (ensureProgram(server, console.error)) return vitest(server);
  return { passed: 0, failed: 0, leftOut: [`${server} 上的网站: 这台机器没有 ${server}，也没能取到`] };
}

async function playwright(): Promise<Tally> {
  const browser = ensureBrowser(console.error);
  if (!browser) {
    console.error(noBrowser);
    return failure;
  }
  const report = join(root, 'test-results/browser.json');
  rmSync(report, { force: true });
  const env = { ...builtForTests, CHROMIUM_PATH: browser };
  const code = await runNode('node_modules/@playwright/test/cli.js', ['test'], env);
  return readReport(report, code, readPlaywright);
}

async function build(outDir: string, env: Record<string, string>): Promise<Tally> {
  rmSync(outDir, { recursive: true, force: true });
  return check('scripts/build.ts', ['--as-committed'], { ...env, OUT_DIR: outDir });
}

/** Uncommitted files as git names them; null outside of a work tree. */
function workTree(): string | null {
  const status = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return status.status === 0 ? status.stdout : null;
}

function compareWorkTree(before: string | null): Tally {
  if (before === null) return { passed: 0, failed: 0, leftOut: ['工作区不变: 这里不是 git 工作区'] };
  const after = workTree();
  if (after === before) return success;
  console.error(`测试改动了工作区：\n${after}`);
  return failure;
}

const before = workTree();
const steps: [name: string, run: () => Promise<Tally>][] = [
  ['类型', () => check('node_modules/astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning'])],
  ['代码规范', () => check('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])],
  ['规范化结果', () => check('scripts/normalize.ts', ['--check'])],
  ['单元、范例与性质', () => vitest('text')],
  ['构建', () => build(site, {})],
  ['在子路径下构建', () => build(baseSite, { SITE_URL: 'https://example.test', BASE_PATH: '/repo/' })],
  ['有旧编号的馆藏', () => check('tests/support/former-library.ts', [formerSite])],
  ['成品', () => vitest('site')],
  ['nginx', () => behind('nginx')],
  ['Caddy', () => behind('caddy')],
  ['浏览器', playwright],
  ['别的浏览器', () => walkInBrowsers(site)],
  ['工作区不变', async () => compareWorkTree(before)],
];

await main(async () => {
  for (const name of ['SITE_URL', 'BASE_PATH', 'OUT_DIR', 'PORT']) delete process.env[name];
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const tallies: Tally[] = [];
  for (const [name, run] of steps) {
    console.log(`\n== ${name}`);
    tallies.push(await run());
  }
  console.log('');
  steps.forEach(([name], index) => {
    console.log(`${name}: ${sum(tallies.slice(index, index + 1)).line}`);
  });
  const total = sum(tallies);
  for (const what of total.leftOut) console.log(`left out: ${what}`);
  console.log(total.line);
  return total.failed > 0 ? 1 : 0;
});
