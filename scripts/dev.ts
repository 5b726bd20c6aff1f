/** `npm run dev`: the site with live reload; a changed source is normalized again, and the page follows. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import sirv from 'sirv';
import type { Plugin } from 'vite';
import { PLAN } from '../src/plan/plan.ts';
import { normalizeAll } from './batch/index.ts';
import { serveCopies } from './dev/copies.ts';
import { followPlan } from './dev/plan.ts';
import { main } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readPort, readSettings } from './lib/settings.ts';
import { untilStopped } from './lib/signals.ts';
import { makePlan } from './plan/index.ts';
import { buildSearchIndex } from './search-index.ts';

const settleMilliseconds = 150;

const searchDir = join(root, '.cache/dev');

/** Brings texts and search up to date. Never throws: a source that is being worked on may be wrong for a while. */
async function update(): Promise<void> {
  try {
    const { changed, problems } = await normalizeAll({ root });
    for (const path of changed) console.log(`已更新 ${path}`);
    for (const problem of problems) console.error(problem);
    makePlan(root, { tell: console.log });
    await buildSearchIndex(searchDir);
  } catch (error) {
    console.error(error);
  }
}

/** Updates when the sources have been quiet for a moment; runs one after the other. */
function watchSources(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watcher = watch(join(root, 'sources'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update);
    }, settleMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** The index belongs to the finished site; here it is made beside and served under its address, from which the base has been taken off. */
function serveSearch(): Plugin {
  const files = sirv(join(searchDir, 'search'), { dev: true });
  return { name: 'serve-search', configureServer: ({ middlewares }) => void middlewares.use('/search', files) };
}

await main(async () => {
  const port = readPort(process.env);
  const settings = readSettings(process.env);
  const { origin, base } = settings;
  Object.assign(process.env, { SITE_URL: origin ?? '', BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1' });
  await update();
  const plugins = [serveSearch(), serveCopies(root, settings), followPlan(join(root, PLAN))];
  const server = await dev({ root, server: { port, host: '127.0.0.1' }, vite: { plugins } });
  console.log('sources/ 里的改动会自动规范化。按 Ctrl+C 停止。');
  const stopWatching = watchSources();
  await untilStopped();
  stopWatching();
  await server.stop();
});
