/**
 * `npm run check:search -- [--site DIR] [--queries 1000] [--absent 200] [--typed 100] [--seed 1]`: asks a real browser on the built site
 * and compares with a plain scan of the published text; ends at the first difference, with both sides.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { share } from './bench/search/statistics.ts';
import { ensureBrowser, noBrowser } from './lib/browser.ts';
import { runNode } from './lib/child.ts';
import { isCommand } from './lib/command.ts';
import { main, Problem } from './lib/problem.ts';
import { conclude, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';
import { seeded } from './proofs/random.ts';
import { Judge, type Places } from './proofs/search/judge.ts';
import { compare, publishedDocuments, type Scope, samplesOf } from './proofs/search/proof.ts';
import { agrees, type Compared, Score } from './proofs/search/score.ts';
import { serve } from './serve.ts';

async function checkSearch(siteDir: string, scope: Scope, seed: number): Promise<Tally> {
  const executablePath = ensureBrowser(console.error);
  if (!executablePath) throw new Problem(noBrowser);
  const judge = new Judge(publishedDocuments(siteDir));
  const samples = samplesOf(judge, scope, seeded(seed));
  const { url, close } = await serve({ dir: siteDir });
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const score = new Score();
    const different = await firstDifference(
      compare(browser, { url, dir: siteDir }, judge, samples, scope.typed),
      score,
    );
    print(score, judge.documents.length);
    if (different) printDifference(different);
    return { passed: score.compared - (different ? 1 : 0), failed: different ? 1 : 0, leftOut: [] };
  } finally {
    await browser.close();
    await close();
  }
}

async function firstDifference(comparisons: AsyncIterable<Compared>, score: Score): Promise<Compared | undefined> {
  for await (const compared of comparisons) {
    score.add(compared);
    if (!agrees(compared)) return compared;
  }
  return undefined;
}

function print(score: Score, documents: number): void {
  console.log(`${documents} 篇讲话；查了 ${score.compared - score.typed} 次，其中 ${score.typed} 次又在检索页上输入`);
  console.log(`  ${[...score.queries].map(([kind, count]) => `${kind} ${count}`).join('，')}`);
  console.log(`逐处对照 ${score.expected} 处：查全率 ${share(score.recall)}，查准率 ${share(score.precision)}`);
}

function printDifference({ sample, expected, shown, typed }: Compared): void {
  const asked = `${JSON.stringify(sample.query)}（${sample.kind}${sample.exactForms ? '，只认原字' : ''}）`;
  console.error(`不一致：${asked}${typed ? '，在检索页上' : ''}`);
  console.error(`  全文扫描：${list(expected)}\n  检索结果：${list(shown)}`);
  const places = [...new Set([...expected.keys(), ...shown.keys()])];
  for (const place of places.filter((each) => expected.get(each) !== shown.get(each)))
    console.error(`  ${place}：应有 ${expected.get(place) ?? 0} 处，得到 ${shown.get(place) ?? 0} 处`);
}

function list(places: Places): string {
  return [...places].map(([place, count]) => `${place} ${count}`).join('，') || '没有';
}

/** The folder that was named, or the site as committed. */
export async function siteOf(given: string | undefined): Promise<string> {
  const dir = given ? resolve(process.env.INIT_CWD ?? '', given) : join(root, '.cache/site');
  if (given && !existsSync(join(dir, 'search/index.html'))) throw new Problem(`${dir} 里没有构建好的网站。`);
  if (given) return dir;
  if ((await runNode('scripts/build.ts', ['--as-committed'], { OUT_DIR: dir })) !== 0)
    throw new Problem('网站没有构建成。');
  return dir;
}

/**
 * @param usual what goes without saying
 * @returns the exit code
 */
export async function fromArguments(usual: Scope): Promise<number> {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      queries: { type: 'string', default: String(usual.queries) },
      absent: { type: 'string', default: String(usual.absent) },
      typed: { type: 'string', default: String(usual.typed) },
      seed: { type: 'string', default: '1' },
    },
  });
  const [queries, absent, typed, seed] = [values.queries, values.absent, values.typed, values.seed].map(whole);
  return conclude([await checkSearch(await siteOf(values.site), { queries, absent, typed } as Scope, seed as number)]);
}

export function whole(value: string): number {
  if (!/^\d+$/.test(value)) throw new Problem(`要一个整数，得到“${value}”。`);
  return Number(value);
}

if (isCommand(import.meta.url)) await main(() => fromArguments({ queries: 1000, absent: 200, typed: 100 }));
