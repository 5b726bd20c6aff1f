/** The walk through the built site in the browsers that are installed here besides Chromium. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readSpeech } from '../../src/text/mdx/read.ts';
import { textBlocks } from '../../src/text/speech.ts';
import { Problem } from '../lib/problem.ts';
import type { Tally } from '../lib/reports.ts';
import { root } from '../lib/root.ts';
import { serve } from '../serve.ts';
import type { Driver } from './driver.ts';
import { startFirefox } from './firefox.ts';
import { steps } from './walk.ts';
import { startWebKit } from './webkit.ts';

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function firefox(): (() => Promise<Driver>) | string {
  const path = onPath('firefox-esr', 'firefox');
  return path ? () => startFirefox(path) : '没有安装（Debian：firefox-esr）';
}

function webkit(): (() => Promise<Driver>) | string {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  const folders = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
  const browser = folders.find((path) => existsSync(path));
  if (!driver || !browser || !display) return '没有安装（Debian：webkit2gtk-driver xvfb）';
  return () => startWebKit({ driver, browser, display });
}

/** A speech, and eight Han characters from the middle of it. */
function sample() {
  const folder = join(root, 'src/content/speeches');
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.mdx'));
  const speech = readSpeech(readFileSync(join(folder, name), 'utf8'), name);
  const blocks = textBlocks(speech);
  const words = blocks.map(({ text }) => /\p{Script=Han}{8}/u.exec(text)?.[0]).find(Boolean);
  const last = blocks.at(-1)?.id;
  if (!words || !last) throw new Problem('没有可供检索的讲话。');
  return { path: `speeches/${speech.meta.id}/`, title: speech.meta.title, last, words };
}

/**
 * Walks through the site in each browser, one after the other, and prints every step.
 * @param dir folder of the site, built without a base path
 */
export async function walkInBrowsers(dir: string): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, leftOut: [] };
  for (const [name, found] of Object.entries({ Firefox: firefox(), WebKit: webkit() })) {
    if (typeof found === 'string') tally.leftOut.push(`${name}: ${found}`);
    else await walkThrough(dir, name, found, tally);
  }
  return tally;
}

async function walkThrough(dir: string, name: string, start: () => Promise<Driver>, tally: Tally): Promise<void> {
  const served = await serve({ dir });
  const driver = await start();
  console.log(`${name}：${await driver.evaluate('navigator.userAgent')}`);
  for (const step of steps(served.url, sample())) {
    try {
      await step.walk(driver);
      tally.passed++;
      console.log(`  ✓ ${step.name}`);
    } catch (error) {
      tally.failed++;
      console.log(`  ✗ ${step.name}：${(error as Error).message}`);
    }
  }
  await driver.close();
  await served.close();
}
