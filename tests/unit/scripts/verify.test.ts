/** Rebuilding the copies from what is published: whatever is changed by one character is noticed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';
import { verifyAll } from '../../../scripts/lib/verify.ts';

const COPY =
  '浏览量：180 | 发布时间：2024-10-09\n在全市样例会议上的讲话\n同志们：\n人工智能很重要,大家要抓\n紧。\n我们要发展物联网产业，建好平台。\n';
const MDX = 'src/content/speeches/sample.mdx';
const ACCOUNT = 'src/content/accounts/sample.json';
let root: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'verify-'));
  mkdirSync(join(root, 'sources'));
  const bytes = new TextEncoder().encode(COPY);
  writeFileSync(join(root, 'sources/sample.txt'), bytes);
  writeFileSync(
    join(root, 'sources/sample.yaml'),
    `id: sample\noriginalName: a.txt\nsha256: ${sha256(bytes)}\nrights: 测试\n`,
  );
  await normalizeAll({ root });
});
afterEach(() => rmSync(root, { recursive: true }));

function edit(path: string, change: (content: string) => string): void {
  const content = readFileSync(join(root, path), 'utf8');
  const changed = change(content);
  expect(changed).not.toBe(content);
  writeFileSync(join(root, path), changed);
}

async function problems(): Promise<string> {
  return (await verifyAll(root)).problems.join('\n');
}

test('an untouched library gives back every character', async () => {
  expect(await verifyAll(root)).toEqual({ sources: 1, characters: [...COPY].length, problems: [] });
});

test('every Chinese character of the speech, changed or left out, is noticed', async () => {
  const mdx = readFileSync(join(root, MDX), 'utf8');
  const body = mdx.indexOf('---', 3);
  const places = [...mdx.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index).filter((index) => index > body);
  expect(places.length).toBeGreaterThan(20);
  for (const at of places) {
    for (const other of ['错', '']) {
      writeFileSync(join(root, MDX), mdx.slice(0, at) + other + mdx.slice(at + 1));
      expect(await problems(), mdx.slice(at, at + 5)).not.toBe('');
    }
  }
});

test('every character of what the account says stood in the copy, changed, is noticed', async () => {
  const json = readFileSync(join(root, ACCOUNT), 'utf8');
  const texts = [...json.matchAll(/"text":"((?:[^"\\]|\\.)+)"/g)];
  const places = texts.flatMap(({ index, 1: text = '' }) =>
    Array.from({ length: text.length }, (_, offset) => index + '"text":"'.length + offset),
  );
  expect(places.length).toBeGreaterThan(40);
  for (const at of places) {
    writeFileSync(join(root, ACCOUNT), `${json.slice(0, at)}错${json.slice(at + 1)}`);
    expect(await problems(), json.slice(at, at + 10)).not.toBe('');
  }
});

test('the sentence names the place and both texts', async () => {
  edit(MDX, (mdx) => mdx.replace('建好平台', '建好站台'));
  expect(await problems()).toMatch(/^sources\/sample\.txt:6:14 还原不符：原文为 ".*平台.*"，还原为 ".*站台.*"$/);
});

test('a copy that is not the one recorded, in the account and in the speech', async () => {
  edit('sources/sample.txt', (text) => `${text}\n`);
  expect(await problems()).toMatch(/^src\/content\/accounts\/sample\.json 记录的 SHA-256 与 sources\/sample\.txt 不符/);
  const digest = sha256(readFileSync(join(root, 'sources/sample.txt')));
  edit(ACCOUNT, (json) => json.replace(/"sha256": "\w+"/, `"sha256": "${digest}"`));
  expect(await problems()).toMatch(/^src\/content\/speeches\/sample\.mdx 记录的 SHA-256/);
});

test('a removal that no finding tells', async () => {
  edit(ACCOUNT, (json) => json.replace(/"findings": \[[\s\S]*\]/, '"findings": []'));
  expect(await problems()).toMatch(/移出了“浏览量.*”，发现里却没有/);
});

test('missing, broken and superfluous files, each in one sentence', async () => {
  writeFileSync(join(root, 'src/content/accounts/gone.json'), '{}');
  expect(await problems()).toBe('src/content/accounts/gone.json 没有对应的原文。');
  rmSync(join(root, 'src/content/accounts/gone.json'));
  edit(ACCOUNT, (json) => json.slice(1));
  expect(await problems()).toMatch(/sample\.json 不是合格的 JSON/);
  writeFileSync(join(root, ACCOUNT), '{"source": 1}');
  expect(await problems()).toMatch(/sample\.json 不合账目的格式：source/);
  rmSync(join(root, ACCOUNT));
  expect(await problems()).toBe(`${ACCOUNT} 不存在：请运行 npm run normalize。`);
});

test('a problem is one line, whatever stands in the text', async () => {
  edit(ACCOUNT, (json) => json.replace('"kind":"join"', '"kind":"remove"'));
  expect(await problems()).toMatch(/^.*移出了“⏎”，发现里却没有。$/);
});

test('normalize tells the warnings of what changed, and only of that', async () => {
  const told: string[] = [];
  const warn = (text: string) => told.push(text);
  await normalizeAll({ root, warn });
  expect(told).toEqual([]);
  const bytes = new TextEncoder().encode(
    `${COPY}下面，我讲三点意见。\n一、认清形势\n形势喜人。\n二、抓好落实\n落实到位。\n`,
  );
  writeFileSync(join(root, 'sources/sample.txt'), bytes);
  edit('sources/sample.yaml', (yaml) => yaml.replace(/sha256: .*/, `sha256: ${sha256(bytes)}`));
  await normalizeAll({ root, check: true, warn });
  expect(told.join('\n')).toMatch(
    /^sources\/sample\.txt:7:5 警告 announced-parts-missing：.*\n {2}7 │ 下面，我讲三点意见。\n {4}│ {7,}\^+\n/m,
  );
});
