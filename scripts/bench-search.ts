/**
 * `npm run bench:search -- --documents 2000 [--queries 500] [--absent 100] [--engine pagefind|postings] [--site DIR] [--seed 1]`: makes a library,
 * builds its index and measures search in a real browser; up to 2,000 documents beside Pagefind as it comes. Progress goes to stderr.
 * Exits 1 where anything that search found differs from a plain scan of the texts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import type { Catalogue } from '../src/search/library.ts';
import { Random } from './bench/random.ts';
import { madeSpeeches } from './bench/search/builder.ts';
import { judgeComplete, measureFirst, timeComplete } from './bench/search/measure.ts';
import { Meter } from './bench/search/meter.ts';
import { classes, piecesOf, type Query, queriesOf } from './bench/search/queries.ts';
import { type Measured, type MeasuredWhole, reportFirst, reportWhole } from './bench/search/report.ts';
import { Scan } from './bench/search/scan.ts';
import { buildWatched, emptySite, sizeOf } from './bench/search/site.ts';
import { ours, pagefind, type Served, type Subject } from './bench/search/subject.ts';
import { canMeasure } from './bench/search/usage.ts';
import { siteOf, whole } from './check-search.ts';
import { ensureBrowser, noBrowser } from './lib/browser.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { serve } from './serve.ts';

/** Of more, one index as it comes takes more memory than a machine has. */
const MOST_FOR_PAGEFIND = 2000;
/** Pieces of text from which queries are chosen. */
const PIECES = 30_000;

interface Settings {
  documents: number;
  queries: number;
  absent: number;
  seed: number;
  engine: string;
  built: string;
}

await main(async () => {
  const executablePath = ensureBrowser(console.error);
  if (!executablePath) throw new Problem(noBrowser);
  const settings = await settingsOf();
  const { scan, queries } = await libraryOf(settings);
  console.log(
    `造出 ${scan.documents} 篇，平均 ${Math.round(scan.characters / scan.documents)} 字：从馆藏各句中取三分之一，其余由造出的词连成。\n` +
      `查询 ${queries.length} 个：${classes.map((name) => `${name} ${queries.filter((query) => query.class === name).length}`).join('，')}。前一数为中位，后一数为第 95 百分位。`,
  );
  if (!canMeasure) console.log('left out: 构建所用的 CPU 与内存: 这台机器没有 /proc');
  const args = ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    return (await measureAll(browser, settings, scan, queries)) ? 0 : 1;
  } finally {
    await browser.close();
  }
});

async function settingsOf(): Promise<Settings> {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string', default: '2000' },
      queries: { type: 'string', default: '500' },
      absent: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      engine: { type: 'string', default: '' },
      site: { type: 'string' },
    },
  });
  if (!['', 'pagefind', 'postings'].includes(values.engine)) throw new Problem('--engine 是 pagefind 或 postings。');
  return {
    documents: whole(values.documents),
    queries: whole(values.queries),
    absent: whole(values.absent),
    seed: whole(values.seed),
    engine: values.engine,
    built: await siteOf(values.site),
  };
}

async function libraryOf({ documents, queries, absent, seed }: Settings): Promise<{ scan: Scan; queries: Query[] }> {
  const scan = new Scan();
  const random = new Random(seed + 1);
  const pieces: string[] = [];
  for (const speech of await madeSpeeches(documents, seed)) {
    scan.add(speech);
    pieces.push(...piecesOf(speech, Math.ceil(PIECES / documents), random));
  }
  console.error(`造出 ${documents} 篇，正在挑选查询`);
  return { scan, queries: queriesOf(pieces, scan, { present: queries, absent }, random) };
}

/** Ours first. @returns whether it found what the scan finds */
async function measureAll(browser: Browser, settings: Settings, scan: Scan, queries: Query[]): Promise<boolean> {
  const { documents, seed, engine } = settings;
  const target = join(root, `.cache/bench-search/${documents}/site`);
  emptySite(settings.built, target);
  const built = [await buildWatched(['ours', target, String(documents), String(seed), engine])];
  console.error('索引已建成');
  const besidePagefind = documents <= MOST_FOR_PAGEFIND;
  if (besidePagefind) built.push(await buildWatched(['pagefind', target, String(documents), String(seed), '']));
  const meter = new Meter();
  const { url: site, close } = await serve({ dir: target, watch: meter.watch });
  const served: Served = { site, siteDir: target };
  const subjects: [Subject, folder: string][] = [[ours(served, engineOf(target)), 'search']];
  if (besidePagefind)
    subjects.push([pagefind(served, JSON.parse(readFileSync(join(target, '../pagefind.json'), 'utf8'))), 'pagefind']);
  const firsts: Measured[] = [];
  for (const [number, [subject, folder]] of subjects.entries()) {
    const first = await measureFirst(browser, subject, site, queries, meter);
    const index = sizeOf(join(target, folder));
    firsts.push({ name: subject.name, index, build: built[number] ?? null, first });
  }
  console.log(reportFirst(firsts));
  console.log(
    '\n查完：括号里是查询个数。“从头查完”的读者事先什么也没有载入；全部查询在同一页里逐个查完、与全文扫描逐处对照，读过的原文都留在内存里（页面平时只留 32 MB）。',
  );
  const wholes: MeasuredWhole[] = [];
  for (const [subject] of subjects) {
    const cold = await timeComplete(browser, subject, site, queries, meter);
    const judged = await judgeComplete(browser, subject, site, queries, { scan, meter });
    wholes.push({ name: subject.name, cold, judged });
  }
  await close();
  console.log(reportWhole(wholes));
  return wholes[0]?.judged.byCount?.different === 0;
}

function engineOf(site: string): string {
  const { index } = JSON.parse(readFileSync(join(site, 'search/catalogue.json'), 'utf8')) as Catalogue;
  return `本站（${index.engine}）`;
}
