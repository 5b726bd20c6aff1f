import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/lib/root.ts';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';
import { findEverywhere } from '../../../scripts/quote.ts';
import { textBlocks } from '../../../src/text/speech.ts';

function run(...args: string[]) {
  const env = { ...process.env, INIT_CWD: '', SITE_URL: 'https://example.org', BASE_PATH: '/' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/quote.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const speeches = await readSpeeches();
const [speech] = speeches;
const block = speech && textBlocks(speech).find(({ kind, text }) => kind === 'paragraph' && text.length > 80);
if (!speech || !block) throw new Error('no speech with a paragraph');
const words = block.text.slice(30, 70);

it('finds words exactly, nearly, and says how much was searched where they are nowhere', () => {
  const exact = run(words);
  expect([exact.status, exact.stdout]).toEqual([
    0,
    expect.stringMatching(/^逐字相同 .*https:\/\/example\.org\/speeches\//),
  ]);
  const near = run(`${words.slice(0, 20)}鸜${words.slice(21)}`);
  expect(near.status).toBe(1);
  expect(near.stdout).toContain(`[-鸜-]{+${words[20]}+}`);
  const nowhere = run('鸜鹆龘靐齉爩鱻麤');
  expect(nowhere.status).toBe(1);
  expect(nowhere.stdout).toMatch(new RegExp(`已核对 ${speeches.length} 篇讲话、\\d+ 字`));
  expect(run().stderr).toContain('用法');
});

it('checks a file, a line for each link with file and line, and fails where one is broken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quote-'));
  const file = join(folder, 'notes.md');
  const address = findEverywhere(speeches, words, 'https://example.org/')[0]?.address;
  try {
    writeFileSync(file, `[好](${address})\n`);
    expect(run('--file', file).status).toBe(0);
    writeFileSync(file, `[好](${address})\n\n[坏](https://example.org/speeches/${speech.meta.id}/#p9999)\n`);
    const broken = run('--file', file);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain(`${file}:3  没有这个编号（unknown）`);
    expect(JSON.parse(run('--json', '--file', file).stdout)).toMatchObject([
      { verdict: 'unchanged', line: 1 },
      { verdict: 'unknown', line: 3 },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
