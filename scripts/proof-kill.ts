/**
 * `npm run proof:kill [-- --moments 20 --documents 40 --seed 1 --kills-only]`: builds that are killed at random moments, caches that are
 * spoilt and sources that vanish in mid build. What stands is always a whole site, old or new, and the next build gives what a clean one gives.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { whole } from './check-search.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { startBuild } from './proofs/kill/build.ts';
import { MishapLibrary, type Verdict, Verdicts } from './proofs/kill/library.ts';
import { snapshot } from './proofs/kill/site.ts';
import { seeded } from './proofs/random.ts';

interface Settings {
  moments: number;
  documents: number;
  seed: number;
  /** Leaves out the other mishaps. */
  killsOnly: boolean;
}

/** @returns null where the build had ended before */
async function killedAfter(library: MishapLibrary, milliseconds: number): Promise<Verdict | null> {
  const before = snapshot(library.site);
  library.change();
  const running = startBuild(library.folder, library.site);
  await Promise.race([setTimeout(milliseconds), running.ended]);
  running.kill();
  const { code } = await running.ended;
  if (code === 0) return null;
  return library.judge(`${(milliseconds / 1000).toFixed(1)} 秒时中断`, before);
}

/** A source is taken away while the pages are being made, and put back afterwards. */
async function sourceVanishes(library: MishapLibrary): Promise<Verdict> {
  const before = snapshot(library.site);
  library.change();
  const running = startBuild(library.folder, library.site);
  const cache = join(library.folder, '.cache');
  const isMaking = () => existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('next-'));
  let ended = false;
  running.ended.then(() => {
    ended = true;
  });
  while (!isMaking() && !ended) await setTimeout(5);
  renameSync(library.source, `${library.source}.gone`);
  await running.ended;
  renameSync(`${library.source}.gone`, library.source);
  return library.judge('原文在构建中不见了', before);
}

/** @param spoil changes the bytes of the file */
async function cacheSpoilt(
  library: MishapLibrary,
  name: string,
  words: string,
  spoil: (bytes: Buffer) => Buffer,
): Promise<Verdict> {
  spoilFile(findCached(library.folder, words), spoil);
  library.change();
  return library.judge(name, null);
}

async function siteSpoilt(library: MishapLibrary, name: string, path: string, spoil: (bytes: Buffer) => Buffer) {
  spoilFile(join(library.site, path), spoil);
  return library.judge(name, null);
}

/** The file is a new one: other names of the old one keep what they have. */
function spoilFile(file: string, spoil: (bytes: Buffer) => Buffer): void {
  const bytes = spoil(readFileSync(file));
  rmSync(file);
  writeFileSync(file, bytes);
}

/** The last file below the workshop's cache whose path has these words. */
function findCached(folder: string, words: string): string {
  const cache = join(folder, '.cache');
  const found = readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .sort()
    .findLast((name) => name.includes(words));
  if (!found) throw new Error(`缓存里没有 ${words}。`);
  return join(cache, found);
}

const halved = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);
const doubled = (bytes: Buffer) => Buffer.concat([bytes, bytes]);

async function prove({ moments, documents, seed, killsOnly }: Settings): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'proof-kill-'));
  const verdicts = new Verdicts();
  try {
    const library = new MishapLibrary(scratch, scratch, documents);
    const lasts = await library.begin();
    console.log(`${documents} 篇；改一篇后的构建历时 ${(lasts / 1000).toFixed(1)} 秒。`);
    const random = seeded(seed);
    for (let killed = 0; killed < moments; ) {
      const verdict = await killedAfter(library, random() * lasts);
      if (!verdict) continue;
      killed++;
      verdicts.add(verdict);
    }
    if (!killsOnly) {
      verdicts.add(await sourceVanishes(library));
      verdicts.add(await cacheSpoilt(library, '计划损坏', 'plan.jsonl', halved));
      verdicts.add(await cacheSpoilt(library, '构建记录损坏', 'standing.json', halved));
      verdicts.add(await cacheSpoilt(library, '读过的讲话损坏', 'speeches/', halved));
      verdicts.add(await siteSpoilt(library, '网站里的一页被人改动', 'index.html', doubled));
    }
    return conclude([verdicts.tally]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      moments: { type: 'string', default: '20' },
      documents: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      'kills-only': { type: 'boolean', default: false },
    },
  });
  await main(() =>
    prove({
      moments: whole(values.moments),
      documents: whole(values.documents),
      seed: whole(values.seed),
      killsOnly: values['kills-only'],
    }),
  );
}
