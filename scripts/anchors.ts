/** `npm run anchors [-- --diff]`: what a new state of the sources would do to published ids. Writes nothing; exit code 1 if one is lost. */

import { normalizeAll } from './batch/index.ts';
import { anchorTable } from './lib/anchor-table.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';

async function diff(): Promise<number> {
  let places = 0;
  const { problems } = await normalizeAll({
    check: true,
    onAnchors: (id, changes) => {
      places += changes.length;
      if (changes.length > 0) console.log(`${id}\n${anchorTable(changes)}\n`);
    },
  });
  for (const problem of problems) console.error(problem);
  if (places === 0 && problems.length === 0) console.log('所有编号都与公布时一致。');
  return problems.length > 0 ? 1 : 0;
}

if (isCommand(import.meta.url)) await main(diff);
