/** `npm run build`: normalizes the sources, builds the site and its search index, and puts them in place of the last ones. */
import { join } from 'node:path';
import { type AstroInlineConfig, build as buildPages } from 'astro';
import { normalizeAll } from './batch/index.ts';
import { finish } from './deploy/index.ts';
import { type Holdings, writeBuilt } from './lib/built.ts';
import { isCommand } from './lib/command.ts';
import { digestOf } from './lib/digest.ts';
import { freshFolder, stagingFor, swapIn } from './lib/files.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readSettings, type Settings } from './lib/settings.ts';
import { readSpeeches } from './lib/speeches.ts';
import { makePreviews } from './previews.ts';
import { buildSearchIndex } from './search-index.ts';

/** @throws Problem where a source can't be normalized. */
async function normalizeSources(): Promise<void> {
  const { changed, problems } = await normalizeAll({ root, tell: (text) => console.log(text) });
  for (const path of changed) console.log(`已更新 ${path}`);
  if (problems.length > 0)
    throw new Problem([...problems, '规范化没有完成，网站未构建：请先改正上面的问题。'].join('\n'));
}

/** The configuration of the pages reads the environment, and so does everything that links. */
function tellPages({ origin, base }: Settings, outDir: string): void {
  Object.assign(process.env, {
    SITE_URL: origin ?? '',
    BASE_PATH: base,
    OUT_DIR: outDir,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
}

/** Every hand-written page carries a directive of Astro's own that the bundler does not know; it is no fault. */
type OnLog = NonNullable<
  NonNullable<NonNullable<NonNullable<AstroInlineConfig['vite']>['build']>['rolldownOptions']>['onLog']
>;

const onLog: OnLog = (level, log, handle) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE' || !log.message.includes('astro:head-inject')) handle(level, log);
};

/**
 * Builds from the normalized texts as they are. The folder keeps its old content until the new one is complete.
 * Once a process, because the pages read their settings when they are loaded.
 */
async function buildSite(settings: Settings): Promise<Holdings> {
  const digest = digestOf(root, settings);
  const next = freshFolder(stagingFor(settings.outDir, join(root, '.cache')), 'next');
  tellPages(settings, next);
  await buildPages({ root, outDir: next, logLevel: 'warn', vite: { build: { rolldownOptions: { onLog } } } });
  const index = await buildSearchIndex(next);
  await makePreviews(next, await readSpeeches());
  await finish(next, settings.base);
  const holdings = { speeches: index.speeches.documents, characters: index.speeches.characters };
  swapIn(next, settings.outDir);
  writeBuilt(settings.outDir, { digest, holdings });
  return holdings;
}

/** The whole way from the sources. */
export async function build(settings: Settings): Promise<Holdings> {
  await normalizeSources();
  return buildSite(settings);
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    const settings = readSettings(process.env);
    // The tests build what is committed, so that they can't mend what they should report.
    const { speeches } = process.argv.includes('--as-committed') ? await buildSite(settings) : await build(settings);
    console.log(`已构建到 ${settings.outDir}：讲话 ${speeches} 篇。`);
  });
}
