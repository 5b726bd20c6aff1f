/** The corpus to measure with: the same for the same seed, as long as real texts, and true. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gb18030 } from '../../../scripts/bench/corpus/encodings.ts';
import { CorpusMaker, type Made, MOST } from '../../../scripts/bench/corpus/index.ts';
import { breakages } from '../../../scripts/bench/corpus/mess.ts';
import { root } from '../../../scripts/lib/root.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, [join(root, 'scripts', script), ...args], { encoding: 'utf8' });
}

const made = (count: number, seed = 1): Made[] => {
  const maker = new CorpusMaker(seed);
  return Array.from({ length: count }, (_, index) => maker.document(index + 1));
};

test('the same seed gives the same bytes, however many are made; another seed others', () => {
  const [few, many] = [made(3), made(5)];
  expect(many.slice(0, 3)).toEqual(few);
  expect(made(3, 2)[0]?.bytes).not.toEqual(few[0]?.bytes);
});

test('lengths are those of a real library, and every kind of mess is there', () => {
  const all = made(800);
  const lengths = all.map(({ truth }) => truth.characters).sort((a, b) => a - b);
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  expect(Math.abs(mean - 3300)).toBeLessThan(200);
  expect(lengths[0]).toBeGreaterThan(900);
  expect(lengths.at(-1)).toBeLessThan(MOST * 1.1);
  expect(lengths[720]).toBeGreaterThan(2 * (lengths[400] ?? 0));
  const mess = new Set(all.flatMap(({ truth }) => truth.mess));
  for (const id of [...breakages.map((each) => each.id), 'cut-end', 'crlf', 'gb18030', 'utf-16be'])
    expect(mess).toContain(id);
});

test('bytes of GB 18030 are read as they were written', () => {
  const text = '在全市会议上的讲话（2024年3月5日）A1+，——……①ⅠⅡ㈠';
  expect(new TextDecoder('gb18030').decode(gb18030(text))).toBe(text);
});

test('fifty of them can be scored, and the normalizer finds what is true', () => {
  const out = join(folder, 'out');
  expect(run('bench-corpus-make.ts', '--documents', '50', '--out', out)).toMatch(/^已造 50 份，平均 \d+ 字/);
  expect(readdirSync(join(out, 'sources'))).toHaveLength(100);
  const total = run('bench-corpus.ts', join(out, 'truth')).trim().split('\n').at(-1) ?? '';
  const [, title, f1, dates, all, conserved] =
    /标题 (\d+)\/50.* F1 (\S+)，日期 (\d+)\/(\d+)，守恒 (\d+)\/50/.exec(total) ?? [];
  expect(Number(title)).toBeGreaterThanOrEqual(43);
  expect(Number(f1)).toBeGreaterThan(0.95);
  expect(Number(dates) / Number(all)).toBeGreaterThan(0.85);
  expect(Number(conserved)).toBe(50);
  expect(JSON.parse(readFileSync(join(out, 'truth/made-000001.meta.json'), 'utf8'))).toHaveProperty(
    'expected_top_headings',
  );
});

test('a folder that holds something is left alone', () => {
  const out = join(folder, 'out');
  run('bench-corpus-make.ts', '--documents', '1', '--out', out);
  expect(() => run('bench-corpus-make.ts', '--documents', '1', '--out', out)).toThrow(/不是空文件夹/);
});
