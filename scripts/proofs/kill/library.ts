/** A library that goes on being worked on while its builds meet with mishaps, and what is held against its site after one. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from '../../bench/corpus/write.ts';
import { addSentence, changeable } from '../builds/change.ts';
import { copyProject } from '../builds/workshop.ts';
import { build, buildClean } from './build.ts';
import { type Snapshot, snapshot, unlike } from './site.ts';

/** What is held against the site after one mishap. */
export interface Verdict {
  name: string;
  faults: string[];
  /** What the next build said about it. */
  said: string[];
}

export class MishapLibrary {
  readonly folder: string;
  readonly site: string;
  readonly #twin: string;
  #ids: string[] = [];
  #changes = 0;

  /**
   * @param home folder for the library and its site
   * @param apart folder for the clean builds that it is compared with
   */
  constructor(home: string, apart: string, documents: number) {
    this.folder = join(home, 'workshop');
    this.site = join(home, 'site');
    this.#twin = join(apart, 'twin');
    copyProject(this.folder, { empty: true });
    writeCorpus(this.folder, documents, 1);
    copyProject(this.#twin, { empty: true });
  }

  /** @returns milliseconds that a build of one change takes here */
  async begin(): Promise<number> {
    await build(this.folder, this.site);
    this.#ids = changeable(this.folder).filter((id) => !this.#isCut(id));
    this.change();
    return (await build(this.folder, this.site)).milliseconds;
  }

  /** Where the copy is cut off, a sentence more would mend that, and an id would go: a person has to say so. */
  #isCut(id: string): boolean {
    const lock = JSON.parse(readFileSync(join(this.folder, `src/content/anchors/${id}.json`), 'utf8'));
    return Object.keys(lock.ids).some((anchor) => anchor.startsWith('o'));
  }

  /** A source that can be changed without a word from a person. */
  get source(): string {
    return join(this.folder, `sources/${this.#ids[0]}.txt`);
  }

  /** Changes the next source. */
  change(): void {
    const id = this.#ids[this.#changes % this.#ids.length] as string;
    this.#changes += 1;
    addSentence(this.folder, id, `这是第 ${this.#changes} 次为查验而添的句子。`);
  }

  /** @param before what stood when the mishap began; null where that has been spoilt on purpose */
  async judge(name: string, before: Snapshot | null): Promise<Verdict> {
    const after = snapshot(this.site);
    const { said } = await build(this.folder, this.site);
    const mended = snapshot(this.site);
    const clean = await this.#clean();
    const half = before && unlike(before, after).length > 0 && unlike(after, clean).length > 0;
    const faults = [
      ...(half ? ['中断之后的网站既不是原来的，也不是新的'] : []),
      ...unlike(mended, clean).map((file) => `再次构建之后，${file} 与从头构建的不同`),
    ];
    return { name, faults, said: said.split('\n').filter((line) => /没有走完|中断|损坏|清除/.test(line)) };
  }

  /** What somebody with the same sources and the same published texts gets who has never built before. */
  async #clean(): Promise<Snapshot> {
    for (const part of ['sources', 'src/content']) {
      rmSync(join(this.#twin, part), { recursive: true });
      cpSync(join(this.folder, part), join(this.#twin, part), { recursive: true });
    }
    const site = join(this.#twin, 'dist');
    await buildClean(this.#twin, site);
    return snapshot(site);
  }
}

/** Says how each mishap ended, and counts. */
export class Verdicts {
  readonly tally = { passed: 0, failed: 0, leftOut: [] as string[] };

  get count(): number {
    return this.tally.passed + this.tally.failed;
  }

  add({ name, faults, said }: Verdict): void {
    const good = faults.length === 0;
    if (good) this.tally.passed++;
    else this.tally.failed++;
    console.log(`${good ? '好' : '错'}  ${name}${said.length > 0 ? `（${said.join(' ')}）` : ''}`);
    for (const fault of faults.slice(0, 5)) console.error(`    ${fault}`);
  }
}
