/** A made-up library that is larger than what one search reads by itself, in place of the site's own. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LibraryMaker } from '../../scripts/bench/library.ts';
import { Random } from '../../scripts/bench/random.ts';
import { buildSearchIndex } from '../../scripts/search-index.ts';
import type { Speech } from '../../src/text/speech.ts';
import { publishedSpeeches } from './search-panel.ts';

export interface LargeLibrary {
  speeches: Speech[];
  /** Lets a page search this library from now on. */
  open(page: Page): Promise<unknown>;
  remove(): Promise<void>;
}

export async function largeLibrary(documents: number): Promise<LargeLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  const speeches = [...new LibraryMaker(publishedSpeeches(), new Random(7)).speeches(documents)];
  await buildSearchIndex(folder, speeches);
  return {
    speeches,
    open: (page) =>
      page.route(/\/search\/(?!docs\/)[^?]+\.\w+(\?|$)/, (route) => {
        const path = join(folder, 'search', new URL(route.request().url()).pathname.replace(/^.*?\/search\//, ''));
        return existsSync(path) ? route.fulfill({ path }) : route.fallback();
      }),
    remove: () => rm(folder, { recursive: true }),
  };
}
