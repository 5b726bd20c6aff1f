/** `npm test`: everything that must hold, in one run. Ends with `N passed, N failed`; exit code 1 if anything failed. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { walkInBrowsers } from './browsers/index.ts';
import { ensureApart } from './lib/apart.ts';
import { ensureBrowser, noBrowser } from './lib/browser.ts';
import { type Print, runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';
import { ensureProgram, type ProgramName } from './lib/programs.ts';
import { runProof } from './lib/proof.ts';
import { conclude, failure, readPlaywright, readReport, readVitest, success, sum, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';

const site = join(root, '.cache/site');
const baseSite = join(root, '.cache/site-base');
/** A small library with a past: moved and removed places, a renamed and a withdrawn speech. */
const formerSite = join(root, '.cache/site-former');
const builtForTests = { SITE_DIR: site, BASE_SITE_DIR: baseSite, FORMER_SITE_DIR: formerSite };

/** One part of the run. @param print where its words go; without it, they appear as they come */
type Run = (print?: Print) => Promise<Tally>;
type Step = [name: string, run: Run];

/** A tool that only says yes or no. */
function check(script: string, args: string[], env?: Record<string, string>): Run {
  return async (print) => ((await runNode(script, args, env, print)) === 0 ? success : failure);
}

/** A longer proof, with numbers as small as its arguments. */
function proof(name: string, args: string[]): Run {
  return (print) => runProof(`scripts/proof-${name}.ts`, args, print);
}

async function vitest(project: string, print?: Print): Promise<Tally> {
  const report = join(root, `test-results/${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...reporters],
    { ...builtForTests, TEST_PROJECT: project },
    print,
  );
  return readReport(report, code, readVitest);
}

/** The built site behind a real web server, with the configuration that we ship. */
async function behind(server: ProgramName, print?: Print): Promise<Tally> {
  if (ensureProgram(server, console.error)) return vitest(server, print);
  return { passed: 0, failed: 0, leftOut: [`${server} 上的网站: 这台机器没有 ${server}，也没能取到`] };
}

/** The built site on a store of objects, brought there as people bring it. */
async function onObjectStore(print?: Print): Promise<Tally> {
  const lacking = [
    ...(ensureProgram('rclone', console.error) ? [] : ['rclone']),
    ...(ensureApart('s3rver', console.error) ? [] : ['s3rver']),
  ];
  if (lacking.length === 0) return vitest('s3', print);
  return { passed: 0, failed: 0, leftOut: [`对象存储上的网站: 这台机器没有 ${lacking.join('、')}，也没能取到`] };
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

function build(outDir: string, env: Record<string, string>): Run {
  return (print) => {
    rmSync(outDir, { recursive: true, force: true });
    return check('scripts/build.ts', ['--as-committed'], { ...env, OUT_DIR: outDir })(print);
  };
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

const texts: Step[] = [
  ['代码规范', check('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])],
  ['规范化结果', check('scripts/normalize.ts', ['--check'])],
  ['单元、范例与性质', (print) => vitest('text', print)],
  ['磁盘写满', proof('full', ['--moments', '1', '--documents', '12'])],
];
/** One process each, which leaves a processor to the texts. */
const products: Step[] = [
  ['类型', check('node_modules/astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning'])],
  ['构建', build(site, {})],
  ['在子路径下构建', build(baseSite, { SITE_URL: 'https://example.test', BASE_PATH: '/repo/' })],
  ['有旧编号的馆藏', check('tests/support/former-library.ts', [formerSite])],
  ['大小不随馆藏增长', proof('size', ['--sizes', '10,60'])],
  ['分份构建', proof('shards', ['--documents', '12', '--shards', '2'])],
  ['构建被打断', proof('kill', ['--moments', '1', '--documents', '12', '--kills-only'])],
  ['成品', (print) => vitest('site', print)],
  ['nginx', (print) => behind('nginx', print)],
  ['Caddy', (print) => behind('caddy', print)],
  ['对象存储', onObjectStore],
];
const browsers: Step[] = [
  ['浏览器', playwright],
  ['别的浏览器', () => walkInBrowsers(site)],
];

interface Outcome {
  name: string;
  tally: Tally;
  seconds: number;
}

/** Runs steps one after the other. @param apart true while others run too: what a step says is then printed when it has ended */
async function inTurn(steps: Step[], apart: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of steps) {
    const said: string[] = [];
    if (!apart) console.log(`\n== ${name}`);
    const from = performance.now();
    const tally = await run(apart ? (text) => said.push(text) : undefined);
    if (apart) console.log(`\n== ${name}\n${said.join('')}`);
    outcomes.push({ name, tally, seconds: Math.round((performance.now() - from) / 1000) });
  }
  return outcomes;
}

await main(async () => {
  for (const name of ['SITE_URL', 'BASE_PATH', 'OUT_DIR', 'PORT']) delete process.env[name];
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const outcomes = (await Promise.all([inTurn(texts, true), inTurn(products, true)])).flat();
  outcomes.push(...(await inTurn(browsers, false)));
  outcomes.push(...(await inTurn([['工作区不变', async () => compareWorkTree(before)]], false)));
  console.log('');
  for (const { name, tally, seconds } of outcomes) console.log(`${name}: ${sum([tally]).line}（${seconds} 秒）`);
  return conclude(outcomes.map(({ tally }) => tally));
});
