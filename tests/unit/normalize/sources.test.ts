/** What goes wrong with the files of an editor: a sentence that names the file, nothing of it written, and the others go on. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';

const GOOD = '在全市样例会议上的讲话\n同志们：\n人工智能很重要，大家要抓紧。\n我们要发展物联网产业，建好平台。\n';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(root, 'sources'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(name: string, content: string | Uint8Array, more = ''): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  writeFileSync(join(root, 'sources', name), bytes);
  const id = name.replace(/\.[a-z]+$/, '');
  writeFileSync(
    join(root, 'sources', `${id}.yaml`),
    `id: ${id}\noriginalName: a.txt\nsha256: ${sha256(bytes)}\nrights: 测试\n${more}`,
  );
}

async function problemsOf(): Promise<string> {
  const { problems } = await normalizeAll({ root });
  expect(existsSync(join(root, 'src'))).toBe(false);
  return problems.join('\n');
}

test('a good source becomes three files, and the second run changes nothing', async () => {
  put('good-speech.txt', GOOD);
  const first = await normalizeAll({ root });
  expect(first).toEqual({
    changed: ['speeches/good-speech.mdx', 'accounts/good-speech.json', 'anchors/good-speech.json'].map(
      (name) => `src/content/${name}`,
    ),
    problems: [],
  });
  expect(await normalizeAll({ root })).toEqual({ changed: [], problems: [] });
  expect(await normalizeAll({ root, check: true })).toEqual({ changed: [], problems: [] });
});

test('check sees one changed character and a file too many, and writes nothing', async () => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  const mdx = join(root, 'src/content/speeches/good-speech.mdx');
  const spoilt = readFileSync(mdx, 'utf8').replace('抓紧', '抓松');
  writeFileSync(mdx, spoilt);
  writeFileSync(join(root, 'src/content/accounts/gone.json'), '{}');
  const { changed } = await normalizeAll({ root, check: true });
  expect(changed).toEqual(['src/content/speeches/good-speech.mdx', 'src/content/accounts/gone.json']);
  expect(readFileSync(mdx, 'utf8')).toBe(spoilt);
  await normalizeAll({ root });
  expect(readdirSync(join(root, 'src/content/accounts'))).toEqual(['good-speech.json']);
});

test('a speech that was published and has lost its source is a problem, and its files stay', async () => {
  put('good-speech.txt', GOOD);
  put('other-speech.txt', `${GOOD}再说一遍。\n`);
  await normalizeAll({ root });
  for (const name of ['txt', 'yaml']) rmSync(join(root, 'sources', `other-speech.${name}`));
  for (const check of [true, false]) {
    expect((await normalizeAll({ root, check })).problems.join()).toMatch(/anchors\/other-speech\.json .*没有这篇原文/);
  }
  expect(existsSync(join(root, 'src/content/speeches/other-speech.mdx'))).toBe(true);
});

test('what a killed run left behind is gone after the next', async () => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  const accounts = join(root, 'src/content/accounts');
  writeFileSync(join(accounts, '.good-speech.json.4194305.tmp'), '{');
  rmSync(join(accounts, 'good-speech.json'));
  await normalizeAll({ root });
  expect(readdirSync(accounts)).toEqual(['good-speech.json']);
});

test('a published id without text is a problem until a person has said what became of it', async () => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  put('good-speech.txt', GOOD.replace(/我们要发展.*\n/, ''));
  const { problems } = await normalizeAll({ root });
  expect(problems.join()).toContain('编号 p2 已经公布，现在没有文字，也没有写明去向');
  expect(problems.join()).toContain('redirects:\n  p2: { removed: 在此写明缘由 }');
  put('good-speech.txt', GOOD.replace(/我们要发展.*\n/, ''), 'redirects:\n  p2: { removed: 原文没有此段 }\n');
  expect((await normalizeAll({ root })).problems).toEqual([]);
  expect(readFileSync(join(root, 'src/content/speeches/good-speech.mdx'), 'utf8')).toContain('原文没有此段');
});

test.each([
  ['redirects:\n  p9: { moved: p1 }\n', 'p9 从未公布过'],
  ['redirects:\n  p1: { moved: p2 }\n', 'p1 还在文中'],
])('an entry that can not be right is a problem: %j', async (redirects, message) => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  put('good-speech.txt', GOOD, redirects);
  expect((await normalizeAll({ root })).problems.join()).toContain(message);
});

test('a spoilt lock is a problem that names it', async () => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  writeFileSync(join(root, 'src/content/anchors/good-speech.json'), '{"ids": {"p1": "x"}}');
  expect((await normalizeAll({ root })).problems.join()).toMatch(/anchors\/good-speech\.json 不是完好的编号锁/);
});

test('text that changes seats keeps its id, and the lock is only appended to', async () => {
  put('good-speech.txt', GOOD);
  await normalizeAll({ root });
  const lock = () => JSON.parse(readFileSync(join(root, 'src/content/anchors/good-speech.json'), 'utf8')).ids;
  const before = lock();
  put('good-speech.txt', `${GOOD.replace('要抓紧', '要抓得更紧')}再说一遍，平台要建好。\n`);
  await normalizeAll({ root });
  expect(Object.keys(lock())).toEqual([...Object.keys(before), 'p3']);
  for (const [id, states] of Object.entries<string[]>(before))
    expect(lock()[id].slice(0, states.length)).toEqual(states);
  expect(lock().p1).toHaveLength(2);
});

test.each([
  ['empty', new Uint8Array(), /empty-one\.txt 是空文件/],
  ['binary', new Uint8Array([0x89, 0x50, 0, 0, 1, 2]), /empty-one\.txt 不是文本文件/],
  ['without Chinese', 'only English here', /empty-one\.txt 里没有中文/],
  ['a broken PDF', '%PDF-1.7 中文', /empty-one\.txt .*PDF/],
  ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /empty-one\.txt 是旧版 Word.*另存为 \.docx/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /empty-one\.txt 是图片文件.*OCR/],
])('%s: one sentence with the name of the file, and the others are written', async (_, content, message) => {
  put('empty-one.txt', content);
  put('good-speech.txt', GOOD);
  const { changed, problems } = await normalizeAll({ root });
  expect(problems).toEqual([expect.stringMatching(message)]);
  expect(changed.map((path) => path.replace(/.*\//, ''))).toEqual([
    'good-speech.mdx',
    'good-speech.json',
    'good-speech.json',
  ]);
  for (const path of changed) expect(existsSync(join(root, path))).toBe(true);
});

test('an id twice', async () => {
  put('good-speech.txt', GOOD);
  writeFileSync(join(root, 'sources', 'good-speech.md'), GOOD);
  expect(await problemsOf()).toMatch(/两份 good-speech：good-speech\.md、good-speech\.txt/);
});

test('a copy without .yaml, a .yaml without copy, and changed bytes', async () => {
  writeFileSync(join(root, 'sources', 'lonely.txt'), GOOD);
  expect(await problemsOf()).toMatch(/lonely\.txt 缺少/);
  rmSync(join(root, 'sources', 'lonely.txt'));
  writeFileSync(join(root, 'sources', 'orphan.yaml'), 'id: orphan\n');
  expect(await problemsOf()).toMatch(/orphan\.yaml 没有对应/);
  rmSync(join(root, 'sources', 'orphan.yaml'));
  put('good-speech.txt', GOOD);
  writeFileSync(join(root, 'sources', 'good-speech.txt'), `${GOOD}改`);
  expect(await problemsOf()).toMatch(/good-speech\.txt 与 .*SHA-256 不符/);
});

test.each([
  ['a topic that the text does not show', 'topics: [robotics]\n', /主题 robotics（机器人）在正文里没有字样/],
  ['a topic that is not in the list', 'topics: [cooking]\n', /主题 cooking 不在主题表里/],
  [
    'an override without its evidence',
    'overrides:\n  - {field: event, value: 某会, evidence: 正文里没有的话, reason: 测试}\n',
    /更正 event 不再成立/,
  ],
  [
    'a second title',
    'overrides:\n  - {field: title, value: 建好平台, evidence: 建好平台, reason: 测试}\n',
    /原文已有标题/,
  ],
  [
    'a place that is not in the list',
    'overrides:\n  - {field: place, value: 某省, evidence: 建好平台, reason: 测试}\n',
    /地名表里没有“某省”/,
  ],
  ['broken YAML', 'topics: [a\n', /good-speech\.yaml 不是合格的 YAML/],
  ['an unknown field', 'colour: red\n', /good-speech\.yaml 的 内容 不对/],
])('%s', async (_, more, message) => {
  put('good-speech.txt', GOOD, more);
  expect(await problemsOf()).toMatch(message);
});
