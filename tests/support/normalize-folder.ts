/** `node tests/support/normalize-folder.ts DIR [threads]`: normalizes the library in a folder of its own, to be killed or raced. */
import { normalizeAll } from '../../scripts/batch/index.ts';

const [root = '', threads = '2'] = process.argv.slice(2);
const { changed, problems } = await normalizeAll({ root, threads: Number(threads), tell: (text) => console.log(text) });
console.log(`${changed.length} changed, ${problems.length} problems`);
for (const problem of problems.slice(0, 3)) console.log(problem);
