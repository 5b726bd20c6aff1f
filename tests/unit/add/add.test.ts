/** Adding copies to a library of one's own: what is written, what is not, and what is said. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ask } from '../../../scripts/add/ask.ts';
import { decide } from '../../../scripts/add/ask.ts';
import { readLibrary } from '../../../scripts/add/library.ts';
import { tree } from '../../../scripts/add/tree.ts';
import { addFiles } from '../../../scripts/add.ts';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { progress } from '../../../scripts/lib/progress.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';

const SPEECH = `在全市机器人产业推进会上的讲话
同志们：
机器人是制造业的明珠。今天的会议只有一个主题，就是把机器人产业抓紧抓实。
一、认清形势
机器人走进车间，走进家庭，机器人的应用越来越广。
二、抓住重点
要引进企业，培养队伍，办好展会，让更多的人看到它们。
`;
const yes: Ask = async (id) => id;
const no: Ask = async () => null;
let root: string;
let inbox: string;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'library-'));
  inbox = mkdtempSync(join(tmpdir(), 'inbox-'));
  mkdirSync(join(root, 'sources'));
  said = [];
});
afterEach(() => {
  for (const folder of [root, inbox]) rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(inbox, name), content);
  return name;
}

async function add(files: string[], ask: Ask = yes) {
  const print = (text: string) => said.push(text);
  return addFiles(files, await readLibrary(root), { folder: inbox, ask, print });
}

test('a copy becomes two files that normalize accepts, byte for byte', async () => {
  const bytes = new TextEncoder().encode(`\ufeff${SPEECH.replaceAll('\n', '\r\n')}`);
  const [entry] = await add([put('讲话 稿.text', bytes)]);
  expect(entry).toMatchObject({ status: 'added', id: 'robotics-industry', format: 'text' });
  expect(readdirSync(join(root, 'sources'))).toEqual(['robotics-industry.txt', 'robotics-industry.yaml']);
  expect(new Uint8Array(readFileSync(join(root, 'sources/robotics-industry.txt')))).toEqual(bytes);
  expect(parse(readFileSync(join(root, 'sources/robotics-industry.yaml'), 'utf8'))).toEqual({
    id: 'robotics-industry',
    originalName: '讲话 稿.text',
    sha256: sha256(bytes),
    rights: expect.stringContaining('权利归原作者'),
    topics: ['robotics'],
  });
  expect((await normalizeAll({ root })).problems).toEqual([]);
});

test('the report shows what was found, what is proposed and what to look at', async () => {
  await add([put('a.txt', `浏览量：180\n${SPEECH}三、`)], no);
  const report = said.join('\n');
  for (const line of [
    /^a\.txt：text，utf-8，\d+ 字，\d+ 段，隐去 0 处$/m,
    /^ {2}题目 {6}在全市机器人产业推进会上的讲话\n +据第 2 行“在全市/m,
    /^ {2}讲话日期 {2}未注明$/m,
    /^ {2}├─ 一、认清形势$/m,
    /^ {2}└─ 二、抓住重点$/m,
    /^发现：错误 \d+，警告 \d+，提示 \d+$/m,
    /^提示 removed-\S+ 1 处（第 1 行）：移出正文/m,
    /^ {2}编号 {6}robotics-industry$/m,
    /^ {2}1\. /m,
    /没有写入/,
  ]) {
    expect(report).toMatch(line);
  }
});

test('a made-up title is marked', async () => {
  await add([put('a.txt', SPEECH.slice(SPEECH.indexOf('\n') + 1))], no);
  expect(said.join('\n')).toMatch(/题目 .*（拟题）/);
});

test('who says no, or only looks, finds nothing written', async () => {
  expect(await add([put('a.txt', SPEECH)], no)).toMatchObject([{ status: 'proposed', id: 'robotics-industry' }]);
  expect(readdirSync(join(root, 'sources'))).toEqual([]);
});

test('another id is written, and the next copy knows of it', async () => {
  const entries = await add([put('a.txt', SPEECH), put('b.txt', `${SPEECH}谢谢大家。\n`)], async (proposed) =>
    proposed === 'robotics-industry' && !existsSync(join(root, 'sources/chosen.txt')) ? 'chosen' : proposed,
  );
  expect(entries).toMatchObject([
    { id: 'chosen', paths: ['sources/chosen.txt', 'sources/chosen.yaml'], meta: { id: 'chosen' } },
    { id: 'robotics-industry', similar: [{ id: 'chosen', ofHeld: 1 }] },
  ]);
});

test('the same bytes are not added twice, neither from before nor within one run', async () => {
  expect((await add([put('a.txt', SPEECH), put('b.txt', SPEECH)])).map(({ status }) => status)).toEqual([
    'added',
    'held',
  ]);
  expect(await add(['b.txt'])).toEqual([{ file: 'b.txt', status: 'held', heldAs: 'sources/robotics-industry.txt' }]);
  expect(said.at(-1)).toMatch(/b\.txt 已经收入：sources\/robotics-industry\.txt/);
});

test('a speech that is held in other words around it is named with its overlap', async () => {
  await add([put('a.txt', SPEECH)]);
  await normalizeAll({ root });
  const entries = await add([put('b.txt', `您的位置：样例网>>正文\n${SPEECH}`)], no);
  expect(entries).toMatchObject([{ id: 'robotics-industry-2', similar: [{ id: 'robotics-industry', ofHeld: 1 }] }]);
  expect(said.at(-2)).toMatch(/新见于旧 {2}旧见于新 {2}编号 +题目\n +\d+% +100% +robotics-industry {2}在全市/);
});

test('an id that was published once is never proposed again', async () => {
  mkdirSync(join(root, 'src/content/anchors'), { recursive: true });
  writeFileSync(join(root, 'src/content/anchors/robotics-industry.json'), '{"ids":{}}');
  expect(await add([put('a.txt', SPEECH)])).toMatchObject([{ id: 'robotics-industry-2' }]);
});

test('files that can’t be read do not stop the others', async () => {
  const files = ['gone.txt', '.', put('empty.txt', ''), put('a.txt', SPEECH)];
  const entries = await add(files);
  expect(entries.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'added']);
  expect(entries.slice(0, 3)).toMatchObject([
    { error: expect.stringContaining('gone.txt 不存在') },
    { error: expect.stringContaining('是文件夹') },
    { error: expect.stringContaining('empty.txt 是空文件') },
  ]);
});

test('a broken speech in the library is no hindrance', async () => {
  mkdirSync(join(root, 'src/content/speeches'), { recursive: true });
  writeFileSync(join(root, 'sources/broken.txt'), SPEECH.replace('家庭', '学校'));
  writeFileSync(join(root, 'src/content/speeches/broken.mdx'), 'no front matter');
  expect(await add([put('a.txt', SPEECH)])).toMatchObject([{ status: 'added', similar: [] }]);
});

test.each([
  ['', { id: 'proposed' }],
  ['y', { id: 'proposed' }],
  [' n ', { id: null }],
  ['my-own-2', { id: 'my-own-2' }],
  ['Not Good', { again: expect.stringContaining('小写字母') }],
  ['../x', { again: expect.stringContaining('小写字母') }],
  ['taken', { again: expect.stringContaining('已经用过') }],
])('the answer %j', (answer, meant) => {
  expect(decide(answer, 'proposed', new Set(['taken']))).toEqual(meant);
});

test('progress: lines where nobody looks, one bar that goes away on a terminal', () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  progress({ write }).step(1, 2, 'a.txt');
  expect(written).toEqual(['1/2 a.txt\n']);
  written.length = 0;
  const bar = progress({ write, isTTY: true });
  bar.step(1, 2, 'a.txt');
  bar.step(2, 2, 'b.txt');
  bar.clear();
  bar.clear();
  const away = '\r\u001b[2K';
  expect(written).toEqual([
    `[${'#'.repeat(12)}${'.'.repeat(12)}] 1/2 a.txt`,
    away,
    `[${'#'.repeat(24)}] 2/2 b.txt`,
    away,
  ]);
});

test('an outline as a tree, levels left out included', () => {
  const entries = [1, 2, 3, 2, 1, 3, 1].map((level, index) => ({
    id: `s${index}`,
    level,
    marker: '',
    heading: String(index),
    kind: 'heading' as const,
    present: index !== 3,
  }));
  expect(tree(entries)).toEqual(['├─ 0', '│  ├─ 1', '│  │  └─ 2', '│  └─ 3（正文缺）', '├─ 4', '│     └─ 5', '└─ 6']);
});
