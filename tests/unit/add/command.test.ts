/** The command itself, as a program calls it: nobody to ask, JSON on stdout, everything else on stderr. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/root.ts';

let inbox: string;

beforeAll(() => {
  inbox = mkdtempSync(join(tmpdir(), 'inbox-'));
  writeFileSync(join(inbox, 'a.txt'), '在全市样例推进会上的讲话\n同志们：\n今天的会议很重要，大家要抓紧落实。\n');
});
afterAll(() => rmSync(inbox, { recursive: true }));

function add(...args: string[]) {
  const env = { ...process.env, INIT_CWD: inbox };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/add.ts'), ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

test('without a terminal it has to be told whether to write', () => {
  for (const args of [['a.txt'], ['--json', 'a.txt']]) {
    const { status, stdout, stderr } = add(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/加 --yes 写入，或加 --dry-run 只看不写/);
  }
});

test('no file and an unknown option give the usage', () => {
  for (const args of [[], ['--colour', 'a.txt']]) {
    const { status, stderr } = add(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/用法：npm run add/);
  }
});

test('--json prints one array and nothing else; progress goes to stderr; one failure is exit code 1', () => {
  const { status, stdout, stderr } = add('--json', '--dry-run', 'a.txt', 'gone.txt');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { file: 'a.txt', status: 'proposed', format: 'text', meta: { title: '在全市样例推进会上的讲话' } },
    { file: 'gone.txt', status: 'failed', error: expect.stringContaining('不存在') },
  ]);
  expect(stderr).toContain('1/2 a.txt\n2/2 gone.txt\n');
});

test('a dry run says that nothing was written', () => {
  const { status, stdout } = add('--dry-run', 'a.txt');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^a\.txt：text/);
  expect(stdout).toMatch(/没有写入。\n\n$/);
});
