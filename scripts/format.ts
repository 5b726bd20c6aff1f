/** `npm run format`: writes every file the way the project wants it, and names what can't be mended by itself. */
import { runNode } from './lib/child.ts';
import { main } from './lib/problem.ts';

await main(() => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--write', '.']));
