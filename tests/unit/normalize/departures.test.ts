/** A speech that is renamed or withdrawn keeps its address. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';

const TEXT = '在全市样例会议上的讲话\n同志们：\n人工智能很重要，大家要抓紧。\n我们要发展物联网产业，建好平台。\n';
const OTHER = '关于养老服务的讲话\n同志们：\n社区食堂要办好，价格要公道。\n';
let root: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'departures-'));
  mkdirSync(join(root, 'sources'));
  put('first-name', TEXT);
  put('other-speech', OTHER);
  await normalizeAll({ root });
});
afterEach(() => rmSync(root, { recursive: true }));

function put(id: string, text: string, more = ''): void {
  writeFileSync(join(root, `sources/${id}.txt`), text);
  say(id, `originalName: a.txt\nsha256: ${sha256(Buffer.from(text))}\nrights: 测试\n${more}`);
}

function say(id: string, yaml: string): void {
  writeFileSync(join(root, `sources/${id}.yaml`), `id: ${id}\n${yaml}`);
}

/** What a person does to rename: the copy, its `.yaml`, and a word under the old id. */
function rename(from: string, to: string, text = TEXT, more = ''): void {
  renameSync(join(root, `sources/${from}.txt`), join(root, `sources/${to}.txt`));
  put(to, text, more);
  say(from, `renamed: ${to}\n`);
}

function json(folder: string, id: string) {
  return JSON.parse(readFileSync(join(root, `src/content/${folder}/${id}.json`), 'utf8'));
}

test('a renamed speech leaves its lock and a word where it went; check agrees with what was written', async () => {
  rename('first-name', 'second-name');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  const anchors = { title: true, salutation: true, p1: true, p2: true };
  expect(json('departed', 'first-name')).toEqual({
    id: 'first-name',
    renamed: 'second-name',
    withdrawn: null,
    anchors,
  });
  expect(json('anchors', 'second-name')).toEqual(json('anchors', 'first-name'));
  expect(existsSync(join(root, 'src/content/speeches/first-name.mdx'))).toBe(false);
  expect(await normalizeAll({ root, check: true })).toEqual({ changed: [], problems: [] });
});

test('a speech that is changed as it is renamed keeps the ids of its words, and owes a word on those it loses', async () => {
  const changed = TEXT.replace('人工智能很重要，大家要抓紧。\n', '');
  rename('first-name', 'second-name', changed);
  expect((await normalizeAll({ root })).problems.join()).toContain('编号 p1 已经公布');
  put('second-name', changed, 'redirects:\n  p1: { removed: 原文没有此段 }\n');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  expect(readFileSync(join(root, 'src/content/speeches/second-name.mdx'), 'utf8')).toContain('id="p2"');
  expect(json('departed', 'first-name').anchors).toMatchObject({ p1: true, p2: true });
});

test('two renamings lead to the end', async () => {
  rename('first-name', 'second-name');
  await normalizeAll({ root });
  rename('second-name', 'third-name');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  for (const id of ['first-name', 'second-name']) expect(json('departed', id)).toMatchObject({ renamed: 'third-name' });
});

test('an id whose words the other speech never had leads to none of its places', async () => {
  rmSync(join(root, 'sources/first-name.txt'));
  say('first-name', 'renamed: other-speech\n');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  expect(json('departed', 'first-name').anchors).toEqual({ title: false, salutation: true, p1: false, p2: false });
});

test('a withdrawn speech leaves the reason and the day; those renamed to it too', async () => {
  rename('first-name', 'second-name');
  await normalizeAll({ root });
  rmSync(join(root, 'sources/second-name.txt'));
  say('second-name', 'withdrawn: { reason: 权利人要求, date: "2025-03-02" }\n');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  for (const id of ['first-name', 'second-name']) {
    expect(json('departed', id)).toMatchObject({
      renamed: null,
      withdrawn: { reason: '权利人要求', date: '2025-03-02' },
    });
  }
  expect(existsSync(join(root, 'src/content/speeches/second-name.mdx'))).toBe(false);
});

test.each([
  ['never-there', 'renamed: other-speech\n', /never-there 从未公布过/],
  ['first-name', 'renamed: nowhere\n', /指向 nowhere，可是没有这篇讲话/],
  ['first-name', 'renamed: first-name\n', /绕回了自己/],
  ['first-name', 'rights: 测试\n', /没有对应的原文文件：.*renamed.*withdrawn/],
  ['first-name', 'withdrawn: { reason: 权利人要求 }\n', /first-name\.yaml 的 .*不对/],
  ['first-name', 'withdrawn: { reason: 权利人要求, date: "2025-03" }\n', /first-name\.yaml 的 .*不对/],
  ['first-name', 'renamed: other-speech\nwithdrawn: { reason: 权利人要求, date: "2025-03-02" }\n', /不对/],
])('%s with %j is a problem, and nothing is written', async (id, yaml, message) => {
  rmSync(join(root, `sources/${id}.txt`), { force: true });
  say(id, yaml);
  expect((await normalizeAll({ root })).problems.join('\n')).toMatch(message);
  expect(existsSync(join(root, 'src/content/departed'))).toBe(false);
  expect(existsSync(join(root, 'src/content/speeches/first-name.mdx'))).toBe(true);
});

test('the day of the last change is published; what is no day is a problem', async () => {
  put('first-name', TEXT, 'updated: "2025-03-02"\n');
  await normalizeAll({ root });
  expect(readFileSync(join(root, 'src/content/speeches/first-name.mdx'), 'utf8')).toContain("updated: '2025-03-02'");
  put('first-name', TEXT, 'updated: "2025-03"\n');
  expect((await normalizeAll({ root })).problems.join()).toContain('updated 不对');
});
