/** Releases of a small library with a past: the same bytes everywhere, sums and schemas that hold, and a change list that tells all. */

import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { normalizeAll } from '../../../scripts/batch/index.ts';
import { sha256 } from '../../../scripts/lib/sources.ts';
import { differences, filesBelow } from '../../../scripts/proofs/builds/compare.ts';
import { makeRelease, type Released } from '../../../scripts/release/index.ts';
import { LineWriter, readLines } from '../../../scripts/release/lines.ts';
import { readSums } from '../../../scripts/release/sums.ts';
import { publishAgain, publishFirst } from '../../support/former-library.ts';

let scratch: string;
/** The library after its first and after its second publication, and the second again, in a folder of its own. */
let first: string;
let second: string;
let twin: string;

async function library(name: string, ...publish: ((folder: string) => Promise<void>)[]): Promise<string> {
  const folder = join(scratch, name);
  mkdirSync(join(folder, 'sources'), { recursive: true });
  for (const each of publish) await each(folder);
  return folder;
}

function release(root: string, out: string, more: { date?: string; since?: string } = {}): Promise<Released> {
  const address = (path: string) => `https://example.test/some/base${path}`;
  return makeRelease({ root, out: join(scratch, out), date: more.date ?? null, since: more.since ?? null, address });
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'release-'));
  first = await library('first', publishFirst);
  second = await library('second', publishFirst, publishAgain);
  twin = await library('elsewhere/twin', publishFirst, publishAgain);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the same sources in two folders give the same bytes', async () => {
  const earlier = await release(first, 'same-first', { date: '2025-01-01' });
  const [one, other] = [
    await release(second, 'same-one', { since: earlier.folder }),
    await release(twin, 'same-other', { since: earlier.folder }),
  ];
  expect(filesBelow(one.folder).length).toBe(14);
  expect(differences(one.folder, other.folder)).toEqual([]);
});

test('the date is the last day on which a person noted a change; without any it has to be given', async () => {
  expect((await release(second, 'dated')).release.date).toBe('2025-03-04');
  await expect(release(first, 'undated')).rejects.toThrow('没有一篇写明 updated，定不出这一份的日期：请用 --date');
  expect(readdirSync(join(scratch, 'undated'))).toEqual([]);
});

test('all sums hold, and every line keeps to the schema that stands beside it', async () => {
  const { folder, release: made } = await release(second, 'sums');
  const sums = readSums(read(folder, 'SHA256SUMS'));
  expect([...sums.keys(), 'SHA256SUMS'].sort()).toEqual(filesBelow(folder).sort());
  for (const [path, sum] of sums) expect([path, sha256(readFileSync(join(folder, path)))]).toEqual([path, sum]);
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  const valid = (schema: string, value: unknown) => {
    const validate = ajv.getSchema(schema) ?? ajv.compile({ ...JSON.parse(read(folder, schema)), $id: schema });
    return validate(value) || validate.errors;
  };
  for (const { name, schema, lines, bytes } of made.files) {
    const values = read(folder, name).trimEnd().split('\n');
    expect([values.length, Buffer.byteLength(read(folder, name))]).toEqual([lines, bytes]);
    for (const value of values) expect(valid(schema, JSON.parse(value)), name).toBe(true);
  }
  for (const name of ['release.json', 'changes.json']) {
    const value = JSON.parse(read(folder, name));
    expect(valid(value.$schema, value), name).toBe(true);
  }
});

test('the lines are the speeches of the library, by id, with their accounts and all their ids', async () => {
  const { folder, release: made } = await release(second, 'lines');
  const values = (name: string) =>
    read(folder, name)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  expect(values('speeches.jsonl').map(({ meta }) => meta.id)).toEqual(['harbour', 'market', 'trees']);
  expect(values('departed.jsonl').map(({ id }) => id)).toEqual(['heating', 'market-draft', 'market-old']);
  const [harbour] = values('speeches.jsonl');
  expect(harbour.address).toBe('https://example.test/some/base/speeches/harbour/');
  expect(values('accounts.jsonl')[0]).toEqual({ id: 'harbour', version: harbour.version, ...harbour.account });
  expect(values('anchors.jsonl')[0]).toMatchObject({ id: 'harbour', version: harbour.version, former: harbour.former });
  expect(made).toMatchObject({ speeches: 3, departed: 3, since: null });
});

test('the change list tells what is new, changed, renamed and withdrawn, with every anchor touched', async () => {
  const earlier = await release(first, 'changes', { date: '2025-01-01' });
  expect(earlier.changes.new.map(({ id }) => id)).toEqual(['harbour', 'heating', 'market-old', 'trees']);
  const { folder, changes } = await release(second, 'changes', { since: earlier.folder });
  expect(changes.since).toEqual({ date: '2025-01-01', version: earlier.release.version });
  expect(changes.new).toEqual([]);
  expect(changes.unchanged).toBe(1);
  expect(changes.changed.map(({ id, fields, anchors }) => ({ id, fields, anchors }))).toEqual([
    {
      id: 'harbour',
      fields: ['account', 'blocks', 'former', 'meta', 'outline'],
      anchors: {
        added: ['p8'],
        changed: ['p3'],
        former: {
          p2: { removed: '是网站的上传说明，不是讲话的文字' },
          p4: { merged: 'p3', reason: '原为一段，误断为两段' },
          p6: { moved: 'p8' },
          p7: { merged: 'p6' },
          's2-2': { moved: 's2-1' },
        },
      },
    },
  ]);
  expect(changes.renamed.map(({ id, renamed, anchors }) => ({ id, renamed, anchors }))).toEqual([
    { id: 'market-old', renamed: 'market', anchors: { added: [], changed: [], former: {} } },
  ]);
  expect(changes.withdrawn).toEqual([
    { id: 'heating', title: '关于冬季供暖的讲话', reason: '权利人要求撤下', date: '2025-02-03' },
  ]);
  const told = read(folder, 'CHANGES.md');
  for (const each of [
    '## 改动 1 篇',
    '## 改名 1 篇',
    '## 撤下 1 篇',
    '`p4` 并入 `p3`（原为一段，误断为两段）',
    '`p6` 移到 `p8`',
  ])
    expect(told).toContain(each);
  expect(told).not.toContain('`trees`');
});

test('one new speech and nothing else', async () => {
  const more = await library('more', publishFirst);
  const earlier = await release(more, 'one-new', { date: '2025-01-01' });
  const bytes = Buffer.from('在修桥动员会上的讲话\n同志们：\n桥要修得结实，路要铺得平整。\n');
  writeFileSync(join(more, 'sources/bridge.txt'), bytes);
  writeFileSync(
    join(more, 'sources/bridge.yaml'),
    `id: bridge\noriginalName: a.txt\nsha256: ${sha256(bytes)}\nrights: 测试用\n`,
  );
  await normalizeAll({ root: more });
  const { changes } = await release(more, 'one-new', {
    date: '2025-01-02',
    since: join(earlier.folder, 'changes.json'),
  });
  expect(changes).toMatchObject({ changed: [], renamed: [], withdrawn: [], unchanged: 4 });
  expect(changes.new.map(({ id }) => id)).toEqual(['bridge']);
});

test('what has been published under a date stays; the same once more is no change', async () => {
  const once = await release(second, 'twice');
  expect([once.written, (await release(twin, 'twice')).written]).toEqual([true, false]);
  await expect(release(first, 'twice', { date: '2025-03-04' })).rejects.toThrow('已有另一份：公布过的不改');
  expect(read(once.folder, 'SHA256SUMS')).toBe(read((await release(second, 'again')).folder, 'SHA256SUMS'));
  expect(readdirSync(join(scratch, 'twice'))).toEqual(['2025-03-04']);
});

test('an earlier release that is not as it was, or not earlier, is refused', async () => {
  const earlier = await release(first, 'refused', { date: '2025-03-04' });
  await expect(release(second, 'refused', { since: earlier.folder })).rejects.toThrow(
    '不晚于 --since 那一份的 2025-03-04',
  );
  appendFileSync(join(earlier.folder, 'anchors.jsonl'), '\n');
  const since = earlier.folder;
  await expect(release(second, 'refused', { since, date: '2025-04-01' })).rejects.toThrow(
    'anchors.jsonl 不是发布时的样子',
  );
  await expect(release(second, 'refused', { since: join(scratch, 'nowhere') })).rejects.toThrow('不存在');
  await expect(release(second, 'refused', { since: second })).rejects.toThrow('里没有 SHA256SUMS');
  expect(readdirSync(join(scratch, 'refused'))).toEqual(['2025-03-04']);
});

test('a speech that is gone without a word, and a file that is spoilt, stop the release', async () => {
  const broken = await library('broken', publishFirst);
  const earlier = await release(broken, 'stopped', { date: '2025-01-01' });
  rmSync(join(broken, 'src/content/speeches/trees.mdx'));
  const next = { date: '2025-01-02', since: earlier.folder };
  await expect(release(broken, 'stopped', next)).rejects.toThrow('上一份里有 trees《在植树动员会上的讲话》，现在没有');
  writeFileSync(join(broken, 'src/content/accounts/harbour.json'), '{"source":');
  await expect(release(broken, 'stopped', next)).rejects.toThrow('src/content/accounts/harbour.json 读不出来');
  rmSync(join(broken, 'src/content/accounts/harbour.json'));
  await expect(release(broken, 'stopped', next)).rejects.toThrow('src/content/accounts/harbour.json 不存在：请运行');
  expect(readdirSync(join(scratch, 'stopped'))).toEqual(['2025-01-01']);
});

test('a line ends with a line feed and with nothing else, wherever the reading is interrupted', async () => {
  const path = join(scratch, 'lines.jsonl');
  const lines = ['一\u2028二\u2029三\r四', '五'.repeat(70_000), '', '六'];
  writeFileSync(path, `${lines.join('\n')}\n`);
  expect(await Array.fromAsync(readLines(path))).toEqual(lines);
});

test('a line stays whole for programs that end lines elsewhere too, and holds the same value', async () => {
  const path = join(scratch, 'written.jsonl');
  const values = [{ text: '一\u2028二\u2029三\u0085四\r\n五' }, { text: '𠮷' }];
  const writer = new LineWriter(path);
  for (const value of values) writer.write(value);
  writer.close();
  const lines = readFileSync(path, 'utf8').split(/[\r\n\v\f\x85\u2028\u2029]/);
  expect(lines.map((line) => line && JSON.parse(line))).toEqual([...values, '']);
  expect(writer.sums()).toEqual({ lines: 2, bytes: readFileSync(path).length, sha256: sha256(readFileSync(path)) });
});
