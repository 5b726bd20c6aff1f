/** Finds a Chromium that can be driven, and brings one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './root.ts';

/** Without windows of its own the same Chromium opens pages in two thirds of the time. */
const WINDOWLESS = 'chromium-headless-shell';
const names = [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const noBrowser =
  '找不到可用的 Chromium，也没能自动安装：请装好 Chromium 或 Chrome（Debian：apt-get install chromium fonts-noto-cjk），或用环境变量 CHROMIUM_PATH 指明它的位置。';

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** A file that is there may still lack its libraries: it counts when it can say its version. */
function works(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** Path of a working browser: `CHROMIUM_PATH`, then `PATH`, then Playwright's own; null where there is none. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return works(given) ? given : null;
  return [...onPath(), chromium.executablePath()].find(works) ?? null;
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.error !== undefined || listed.stdout.trim() !== '';
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'ignore'] }).status === 0;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installFromDebian(packages: string[]): boolean {
  const apt = (...args: string[]) =>
    run('apt-get', ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15', ...args]);
  return mayInstall() && apt('update') && apt('install', '-y', ...packages);
}

/** Tried once in a checkout: without a network every try takes its time. */
function mayBringWindowless(): boolean {
  const tried = join(root, '.cache/windowless-tried');
  if (process.env.CHROMIUM_PATH || !mayInstall() || onPath().some(isWindowless) || existsSync(tried)) return false;
  mkdirSync(dirname(tried), { recursive: true });
  writeFileSync(tried, '');
  return true;
}

function isWindowless(path: string): boolean {
  return path.endsWith(WINDOWLESS) && existsSync(path);
}

/**
 * Path of a working browser, installed if need be; null where that is impossible (say `noBrowser` then).
 * @param say is told what is being done, one line each.
 */
export function ensureBrowser(say: (line: string) => void): string | null {
  let path = findBrowser();
  if (!path && !process.env.CHROMIUM_PATH) {
    say('没有找到浏览器，正在安装 Chromium……');
    run(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']);
    path = findBrowser();
    if (!path && installFromDebian([WINDOWLESS, 'fonts-noto-cjk'])) path = findBrowser();
  }
  if (path && mayBringWindowless()) {
    say('正在安装不开窗口的 Chromium（chromium-headless-shell）：浏览器测试快三分之一。只试这一次。');
    if (installFromDebian([WINDOWLESS])) path = findBrowser();
  }
  if (path && !hasChineseFont() && !installFromDebian(['fonts-noto-cjk'])) {
    say('这台机器没有中文字体，页面上的汉字显示为方框：请装一种中文字体，例如 fonts-noto-cjk。');
  }
  return path;
}
