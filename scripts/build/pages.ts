/** The pages of a site: what of the last one is still right, and the rest made by Astro. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AstroInlineConfig } from 'astro';
import type { Made, Order } from '../../src/made.ts';
import { digestOfFiles } from '../lib/digest.ts';
import { root } from '../lib/root.ts';
import type { Settings } from '../lib/settings.ts';
import { speechBySpeech } from './speech-by-speech.ts';

/** Everything that decides what a page is made of its props; of the content only what people write by hand. */
const RECIPE = ['astro.config.mjs', 'package-lock.json', 'public', 'scripts', 'src', 'tsconfig.json'];
const DERIVED = ['speeches', 'accounts', 'anchors', 'departed'].map((name) => `src/content/${name}`);

/** Digest of code and settings. */
export function recipeOf({ origin, base }: Omit<Settings, 'outDir'>): string {
  return digestOfFiles(root, RECIPE, JSON.stringify({ origin, base }), DERIVED);
}

/** The configuration of the pages reads the environment, and so does everything that links. */
function tellPages({ origin, base }: Settings, outDir: string, pagesFile: string): void {
  Object.assign(process.env, {
    SITE_URL: origin ?? '',
    BASE_PATH: base,
    OUT_DIR: outDir,
    PAGES_FILE: pagesFile,
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
 * Makes the pages into the empty folder `next`: once a process, because the pages read their settings when they are loaded.
 * @returns the pages that have keys, with those that stand already and still have to be put there
 */
export async function makePages(settings: Settings, next: string, order: Omit<Order, 'report'>): Promise<Made[]> {
  const [pagesFile, report] = [`${next}.pages.json`, `${next}.made.jsonl`];
  try {
    writeFileSync(report, '');
    writeFileSync(pagesFile, JSON.stringify({ ...order, report } satisfies Order));
    tellPages(settings, next, pagesFile);
    // Loading Astro takes longer than a build does in which nothing has changed.
    const { build } = await import('astro');
    await build({
      root,
      outDir: next,
      logLevel: 'warn',
      integrations: [speechBySpeech],
      vite: { build: { rolldownOptions: { onLog } } },
    });
    const lines = readFileSync(report, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line));
  } finally {
    for (const path of [pagesFile, report]) rmSync(path, { force: true });
  }
}
