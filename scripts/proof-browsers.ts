/** `npm run proof:browsers`: the walk through the built site in Firefox and WebKit, where they are installed. */
import { join } from 'node:path';
import { walkInBrowsers } from './browsers/index.ts';
import { runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { root } from './lib/root.ts';

await main(async () => {
  const OUT_DIR = join(root, '.cache/site');
  if ((await runNode('scripts/build.ts', ['--as-committed'], { OUT_DIR })) !== 0) return 1;
  return conclude([await walkInBrowsers(OUT_DIR)]);
});
