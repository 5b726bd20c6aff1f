/** `npm run proof:browsers`: the walk through the built site in Firefox and WebKit, where they are installed. */
import { join } from 'node:path';
import { walkInBrowsers } from './browsers/index.ts';
import { runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';
import { sum } from './lib/reports.ts';
import { root } from './lib/root.ts';

await main(async () => {
  const OUT_DIR = join(root, '.cache/site');
  if ((await runNode('scripts/build.ts', ['--as-committed'], { OUT_DIR })) !== 0) return 1;
  const tally = await walkInBrowsers(OUT_DIR);
  for (const what of tally.leftOut) console.log(`left out: ${what}`);
  console.log(sum([tally]).line);
  return tally.failed > 0 ? 1 : 0;
});
