/**
 * `npm run proof:kill [-- --moments 20 --documents 40 --seed 1 --kills-only]`: builds that are killed at random moments, caches that are
 * spoilt and sources that vanish in mid build. What stands is always a whole site, old or new, and the next build gives what a clean one gives.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus/write.ts';
import { whole } from './check-search.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { addSentence, changeable } from './proofs/builds/change.ts';
import { copyProject } from './proofs/builds/workshop.ts';
import { build, buildClean, startBuild } from './proofs/kill/build.ts';
import { snapshot, unlike } from './proofs/kill/site.ts';
import { seeded } from './proofs/random.ts';

interface Settings {
  moments: number;
  documents: number;
  seed: number;
  /** Leaves out the other mishaps. */
  killsOnly: boolean;
}

/** What is held against the site after one mishap. */
interface Verdict {
  name: string;
  faults: string[];
  /** What the next build said about it. */
  said: string[];
}

/** A library that goes on being worked on while its builds meet with mishaps. */
class Bench {
  readonly #folder: string;
  readonly #twin: string;
  readonly #site: string;
  #ids: string[] = [];
  #changes = 0;

  constructor(scratch: string, documents: number) {
    this.#folder = join(scratch, 'workshop');
    this.#twin = join(scratch, 'twin');
    this.#site = join(scratch, 'site');
    copyProject(this.#folder, { empty: true });
    writeCorpus(this.#folder, documents, 1);
    copyProject(this.#twin, { empty: true });
  }

  /** @returns milliseconds that a build of one change takes here */
  async begin(): Promise<number> {
    await build(this.#folder, this.#site);
    this.#ids = changeable(this.#folder).filter((id) => !this.#isCut(id));
    this.#change();
    return (await build(this.#folder, this.#site)).milliseconds;
  }

  /** Where the copy is cut off, a sentence more would mend that, and an id would go: a person has to say so. */
  #isCut(id: string): boolean {
    const lock = JSON.parse(readFileSync(join(this.#folder, `src/content/anchors/${id}.json`), 'utf8'));
    return Object.keys(lock.ids).some((anchor) => anchor.startsWith('o'));
  }

  #change(): void {
    const id = this.#ids[this.#changes % this.#ids.length] as string;
    this.#changes += 1;
    addSentence(this.#folder, id, `这是第 ${this.#changes} 次为查验而添的句子。`);
  }

  /** @returns null where the build had ended before */
  async killedAfter(milliseconds: number): Promise<Verdict | null> {
    const before = snapshot(this.#site);
    this.#change();
    const running = startBuild(this.#folder, this.#site);
    await Promise.race([setTimeout(milliseconds), running.ended]);
    running.kill();
    const { code } = await running.ended;
    if (code === 0) return null;
    return this.#judge(`${(milliseconds / 1000).toFixed(1)} 秒时中断`, before);
  }

  /** A source is taken away while the pages are being made, and put back afterwards. */
  async sourceVanishes(): Promise<Verdict> {
    const before = snapshot(this.#site);
    this.#change();
    const running = startBuild(this.#folder, this.#site);
    const cache = join(this.#folder, '.cache');
    const isMaking = () => existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('next-'));
    let ended = false;
    running.ended.then(() => {
      ended = true;
    });
    while (!isMaking() && !ended) await setTimeout(5);
    const id = this.#ids[0] as string;
    const path = join(this.#folder, `sources/${id}.txt`);
    renameSync(path, `${path}.gone`);
    await running.ended;
    renameSync(`${path}.gone`, path);
    return this.#judge('原文在构建中不见了', before);
  }

  /** @param spoil changes the bytes of a file of the cache, or of the site */
  async spoilt(name: string, path: string, spoil: (bytes: Buffer) => Buffer): Promise<Verdict> {
    const [inSite, file] = path.startsWith('site/')
      ? [true, join(this.#site, path.slice(5))]
      : [false, this.#find(path)];
    const bytes = spoil(readFileSync(file));
    // A file of the site may be shared with nothing else: what stands is the only copy.
    rmSync(file);
    writeFileSync(file, bytes);
    if (!inSite) this.#change();
    return this.#judge(name, null);
  }

  /** The first file below the workshop's cache whose path has these words. */
  #find(words: string): string {
    const cache = join(this.#folder, '.cache');
    const found = readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .sort()
      .findLast((name) => name.includes(words));
    if (!found) throw new Error(`缓存里没有 ${words}。`);
    return join(cache, found);
  }

  /** @param before what stood when it began; null where that has been spoilt on purpose */
  async #judge(name: string, before: ReturnType<typeof snapshot> | null): Promise<Verdict> {
    const after = snapshot(this.#site);
    const { said } = await build(this.#folder, this.#site);
    const mended = snapshot(this.#site);
    const clean = await this.#clean();
    const half = before && unlike(before, after).length > 0 && unlike(after, clean).length > 0;
    const faults = [
      ...(half ? ['中断之后的网站既不是原来的，也不是新的'] : []),
      ...unlike(mended, clean).map((file) => `再次构建之后，${file} 与从头构建的不同`),
    ];
    return { name, faults, said: said.split('\n').filter((line) => /没有走完|中断|损坏|清除/.test(line)) };
  }

  /** What somebody with the same sources and the same published texts gets who has never built before. */
  async #clean(): Promise<ReturnType<typeof snapshot>> {
    for (const part of ['sources', 'src/content']) {
      rmSync(join(this.#twin, part), { recursive: true });
      cpSync(join(this.#folder, part), join(this.#twin, part), { recursive: true });
    }
    const site = join(this.#twin, 'dist');
    await buildClean(this.#twin, site);
    return snapshot(site);
  }
}

const halved = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

async function prove({ moments, documents, seed, killsOnly }: Settings): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'proof-kill-'));
  let [passed, failed] = [0, 0];
  const count = ({ name, faults, said }: Verdict) => {
    if (faults.length === 0) passed++;
    else failed++;
    console.log(`${faults.length === 0 ? '好' : '错'}  ${name}${said.length > 0 ? `（${said.join(' ')}）` : ''}`);
    for (const fault of faults.slice(0, 5)) console.error(`    ${fault}`);
  };
  try {
    const bench = new Bench(scratch, documents);
    const lasts = await bench.begin();
    console.log(`${documents} 篇；改一篇后的构建历时 ${(lasts / 1000).toFixed(1)} 秒。`);
    const random = seeded(seed);
    for (let killed = 0; killed < moments; ) {
      const verdict = await bench.killedAfter(random() * lasts);
      if (!verdict) continue;
      killed++;
      count(verdict);
    }
    const tally = () => conclude([{ passed, failed, leftOut: [] }]);
    if (killsOnly) return tally();
    count(await bench.sourceVanishes());
    count(await bench.spoilt('计划损坏', 'plan.jsonl', halved));
    count(await bench.spoilt('构建记录损坏', 'standing.json', halved));
    count(await bench.spoilt('读过的讲话损坏', 'speeches/', halved));
    count(await bench.spoilt('网站里的一页被人改动', 'site/index.html', (bytes) => Buffer.concat([bytes, bytes])));
    return tally();
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
