/** `npm run bench:pages`: how heavy the pages are for a slow phone: long tasks at a quarter of the speed, and Lighthouse's mobile figures. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { ensureApart } from './lib/apart.ts';
import { ensureBrowser, noBrowser } from './lib/browser.ts';
import { runNode } from './lib/child.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { serve } from './serve.ts';

const site = join(root, '.cache/site-base');
const base = '/repo/';

/** In milliseconds; what takes longer, a reader feels. */
const LONG = 50;
const RUNS = 3;

const flags = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

/** The long tasks of a page until it is quiet, in milliseconds. */
async function longTasks(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  await page.close();
  return tasks.filter((duration) => duration > LONG).map(Math.round);
}

/** The longest of the speeches, relative to the site. */
function longestSpeech(): string {
  const sized = readdirSync(join(site, 'speeches'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(site, 'speeches', entry.name, 'index.html')))
    .map(({ name }) => ({ name, size: statSync(join(site, 'speeches', name, 'index.html')).size }));
  return `speeches/${sized.sort((one, other) => other.size - one.size)[0]?.name}/`;
}

/** Scores by category, in per cent. The server that is measured runs in this process, so this one waits without blocking. */
async function score(command: string, url: string, browser: string): Promise<string> {
  const args = [command, url, '--output=json', '--quiet', `--chrome-flags=--headless=new ${flags.join(' ')}`];
  const env = { ...process.env, CHROME_PATH: browser };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 2 ** 28 });
  const { categories } = JSON.parse(stdout) as { categories: Record<string, { title: string; score: number }> };
  return Object.values(categories)
    .map(({ title, score }) => `${title} ${Math.round(score * 100)}`)
    .join('，');
}

await main(async () => {
  const executablePath = ensureBrowser(console.error);
  if (!executablePath) throw new Problem(noBrowser);
  const env = { OUT_DIR: site, SITE_URL: 'https://example.test', BASE_PATH: base };
  if ((await runNode('scripts/build.ts', ['--as-committed'], env)) !== 0) return 1;
  const { url, close } = await serve({ dir: site, base });
  const paths = ['', longestSpeech(), 'search/'];
  const browser = await chromium.launch({ executablePath, args: flags });
  for (const path of paths) {
    for (let run = 1; run <= RUNS; run++)
      console.log(
        `${base}${path} 第 ${run} 次，超过 ${LONG} 毫秒的任务：${(await longTasks(browser, url + path)).join('、') || '无'}`,
      );
  }
  await browser.close();
  const lighthouse = ensureApart('lighthouse', console.log);
  const command = lighthouse && join(lighthouse, 'cli/index.js');
  if (!command) console.log('left out: Lighthouse: 没能取到');
  // Other work on the machine lowers a figure, nothing raises it: each run is shown.
  for (const path of command ? paths : []) {
    for (let run = 1; run <= RUNS; run++)
      console.log(
        `${base}${path} Lighthouse 第 ${run} 次：${await score(String(command), url + path, executablePath)}`,
      );
  }
  await close();
  return 0;
});
