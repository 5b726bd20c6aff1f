import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { derivedFiles, fill } from './library.ts';

let root: string;
let told: string[];
const tell = (text: string) => void told.push(text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'batch-'));
  told = [];
});
afterEach(() => rmSync(root, { recursive: true }));

/** Names of the sources that a run works on. */
async function workedOn(): Promise<string[]> {
  const names: string[] = [];
  await normalizeAll({ root, tell, step: (_done, _total, name) => names.push(name) });
  return names;
}

test('several threads write what one writes, in the same order, with the same warnings', async () => {
  const run = async (threads: number) => {
    fill(root, 50);
    const warnings: string[] = [];
    const outcome = await normalizeAll({ root, threads, warn: (text) => warnings.push(text) });
    const files = derivedFiles(root);
    rmSync(join(root, 'src'), { recursive: true });
    rmSync(join(root, '.cache'), { recursive: true });
    return { outcome, warnings, files };
  };
  const one = await run(1);
  expect(one.outcome.changed).toHaveLength(150);
  expect(await run(2)).toEqual(one);
});

test('only what changed is done: a source, its .yaml, or a file made of it; check looks at all', async () => {
  fill(root, 4);
  expect(await workedOn()).toHaveLength(4);
  expect(await workedOn()).toEqual([]);
  const yaml = join(root, 'sources/made-000002.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('测量用的文字', '测试用的文字'));
  rmSync(join(root, 'src/content/accounts/made-000003.json'));
  const anchors = join(root, 'src/content/anchors/made-000004.json');
  writeFileSync(anchors, `${readFileSync(anchors, 'utf8')}\n`);
  expect(await workedOn()).toEqual(['made-000002.txt', 'made-000003.txt', 'made-000004.txt']);
  expect(await workedOn()).toEqual([]);
  const looked: string[] = [];
  await normalizeAll({ root, check: true, onAnchors: (id) => looked.push(id) });
  expect(looked).toHaveLength(4);
});

test.each([
  ['missing', () => rmSync(join(root, '.cache/normalize.json')), '没有上次的记录'],
  ['cut off', () => writeFileSync(join(root, '.cache/normalize.json'), '{"rules":"a'), '已损坏'],
  ['of another shape', () => writeFileSync(join(root, '.cache/normalize.json'), '[]'), '已损坏'],
  ['of other rules', () => writeFileSync(join(root, '.cache/normalize.json'), '{"rules":"a","states":{}}'), '有改动'],
])('a record that is %s costs time and nothing else', async (_, spoil, why) => {
  fill(root, 2);
  await workedOn();
  const files = derivedFiles(root);
  spoil();
  told = [];
  expect(await workedOn()).toHaveLength(2);
  expect(told).toEqual([expect.stringContaining(why)]);
  expect(derivedFiles(root)).toEqual(files);
});

test('a source that goes in mid run is named, the others are written', async () => {
  fill(root, 3);
  const step = () => rmSync(join(root, 'sources/made-000003.txt'), { force: true });
  const { changed, problems } = await normalizeAll({ root, threads: 1, step });
  expect(problems).toEqual(['sources/made-000003.txt 在运行中不见了：请放回原文，再运行一次。']);
  expect(changed).toHaveLength(6);
  expect(readdirSync(join(root, 'src/content/speeches'))).toEqual(['made-000001.mdx', 'made-000002.mdx']);
});

test('a source that is wrong is named among many that threads work on, and is tried again', async () => {
  fill(root, 50);
  writeFileSync(join(root, 'sources/made-000007.txt'), '不是这些字节');
  const { changed, problems } = await normalizeAll({ root, threads: 2 });
  expect(problems).toEqual([expect.stringMatching(/^sources\/made-000007\.txt 与 .*SHA-256 不符/)]);
  expect(changed).toHaveLength(49 * 3);
  expect(await workedOn()).toEqual(['made-000007.txt']);
});

test('where the disk is full there is one sentence, and every file is the old or the new one', async () => {
  fill(root, 12);
  const { size } = new Set((await normalizeAll({ root })).changed);
  const files = derivedFiles(root);
  rmSync(join(root, 'src'), { recursive: true });
  let room = size - 10;
  const write = (path: string, content: string) => {
    if (room-- <= 0) {
      writeFileSync(path, content.slice(0, 10));
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    writeFileSync(path, content);
  };
  await expect(normalizeAll({ root, write })).rejects.toThrow(
    /^磁盘已满，写不下 .*(?:src\/content|journal).*：已写好的文件都是完整的，其余保持原样；请腾出空间，再运行一次。$/,
  );
  const left = derivedFiles(root);
  expect(Object.keys(left).length).toBeGreaterThan(0);
  for (const [path, content] of Object.entries(left)) expect(files[path]).toBe(content);
  expect(existsSync(join(root, '.cache/normalize.pid'))).toBe(false);
  await normalizeAll({ root });
  expect(derivedFiles(root)).toEqual(files);
});

test('what a person has to say about the whole library comes before anything is written', async () => {
  fill(root, 2);
  writeFileSync(join(root, 'sources/gone.yaml'), 'id: gone\nrenamed: made-000001\n');
  const { changed, problems } = await normalizeAll({ root });
  expect(problems.join()).toContain('gone 从未公布过');
  expect(changed).toEqual([]);
  expect(existsSync(join(root, 'src'))).toBe(false);
});
