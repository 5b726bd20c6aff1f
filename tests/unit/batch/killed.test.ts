/** Runs that are killed, and runs at the same time: real processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { Random } from '../../../scripts/bench/random.ts';
import { root as project } from '../../../scripts/lib/root.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';
import { derivedFiles } from './library.ts';

const DOCUMENTS = 60;
let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'));
  root = join(folder, 'library');
  mkdirSync(join(root, 'sources'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The same speeches with one paragraph that tells the edition. */
function publish(edition: string): void {
  for (let number = 1; number <= DOCUMENTS; number++) {
    const text = `在全市水利会议上的讲话\n同志们：\n第${number}条渠道要修好，${edition}。\n一、抓紧修渠\n水要引到田头。\n二、管好水价\n价格要公道。\n`;
    writeFileSync(join(root, `sources/water-${number}.txt`), text);
    writeFileSync(
      join(root, `sources/water-${number}.yaml`),
      `id: water-${number}\noriginalName: a.txt\nsha256: ${sha256(Buffer.from(text))}\nrights: 测试\n`,
    );
  }
}

function start(): { child: ChildProcess; ended: Promise<string> } {
  const child = spawn(process.execPath, [join(project, 'tests/support/normalize-folder.ts'), root]);
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += text;
  });
  return { child, ended: once(child, 'close').then(() => printed) };
}

/** Kills at the nth sign of life on disk, whatever is being done then; a run that is sooner done ends by itself. */
async function startAndKill(signs: number): Promise<void> {
  const { child, ended } = start();
  let seen = 0;
  const watchers = ['src/content/speeches', 'src/content/anchors', '.cache'].map((path) =>
    watch(join(root, path), () => {
      if (++seen === signs) child.kill('SIGKILL');
    }),
  );
  await ended;
  for (const watcher of watchers) watcher.close();
}

test('killed at any moment, every file is the old or the new one, and the next run mends and says so', async () => {
  publish('秋后动工');
  await normalizeAll({ root });
  const before = derivedFiles(root);
  publish('开春完工');
  cpSync(root, join(folder, 'clean'), { recursive: true });
  await normalizeAll({ root: join(folder, 'clean') });
  const after = derivedFiles(join(folder, 'clean'));
  const random = new Random(3);
  for (let time = 0; time < 6; time++) {
    await startAndKill(random.between(2, 60));
    for (const [path, content] of Object.entries(derivedFiles(root))) {
      if (!path.endsWith('.tmp')) expect([before[path], after[path]]).toContain(content);
    }
  }
  expect(existsSync(join(root, '.cache/normalize.pid'))).toBe(true);
  expect(await start().ended).toMatch(
    /上次规范化（进程 \d+）没有走完：补上 \d+ 个已写好的文件，清除 \d+ 个写到一半的文件/,
  );
  expect(derivedFiles(root)).toEqual(after);
});

test('of two at once the second waits and then finds all done', async () => {
  publish('秋后动工');
  mkdirSync(join(root, '.cache'));
  const first = start();
  const begun = new Promise<void>((done) => {
    const watcher = watch(join(root, '.cache'), () => {
      watcher.close();
      done();
    });
  });
  await begun;
  const second = start();
  expect(await first.ended).toContain(`${DOCUMENTS * 3} changed, 0 problems`);
  const printed = await second.ended;
  expect(printed).toContain(`另一次规范化（进程 ${first.child.pid}）正在进行，等它结束。`);
  expect(printed).toContain('0 changed, 0 problems');
  expect(readFileSync(join(root, '.cache/normalize.json'), 'utf8')).toContain('water-60.txt');
});
