/** `npm run proof:search`: `check:search` with ten times as many queries; the same options. */
import { fromArguments } from './check-search.ts';
import { main } from './lib/problem.ts';

await main(() => fromArguments({ queries: 10_000, absent: 2000, typed: 300 }));
