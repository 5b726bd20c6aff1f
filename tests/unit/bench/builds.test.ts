import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { figures, phasesOf, ratios, reaches, slope } from '../../../scripts/bench/build/figures.ts';
import { plainMarkdown } from '../../../scripts/bench/build/markdown.ts';
import { phasesOf as phasesSeen } from '../../../scripts/bench/build/ours.ts';
import { type CpuProfile, summarize } from '../../../scripts/bench/build/profile.ts';
import { report, slopes } from '../../../scripts/bench/build/report.ts';
import { type Builder, type Result, Results, type Task } from '../../../scripts/bench/build/results.ts';
import { runWatched } from '../../../scripts/bench/build/watched.ts';
import { canMeasure } from '../../../scripts/bench/search/usage.ts';
import { readSpeeches } from '../../../scripts/lib/speeches.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = { documents: 1000, seed: 1, code: 'abc' };

function result(builder: Builder, task: Task, cpu: number, phases: Record<string, number> = {}): Result {
  const costs = Object.entries(phases).map(([name, each]) => ({ name, cpu: each, wall: each / 2, peak: each * 1e8 }));
  const pages = builder === 'ours' ? 2000 : 1000;
  return { builder, task, ...at, cpu, wall: cpu / 2, peak: 1e9, pages, phases: costs };
}

const measured = [
  result('ours', 'normalize', 9),
  result('ours', 'cold', 26, { start: 1, normalize: 1, pages: 8, search: 12, finish: 4 }),
  result('ours', 'unchanged', 6, { start: 1, normalize: 1, pages: 2, search: 1, finish: 1 }),
  result('ours', 'changed', 8, { start: 1, normalize: 1, pages: 3, search: 2, finish: 1 }),
  result('eleventy', 'cold', 2.5),
  result('eleventy', 'unchanged', 2.4),
  result('starlight', 'cold', 40),
  result('starlight', 'unchanged', 38),
];
const named = (name: string) => figures.find((figure) => figure.name === name)?.of(measured);

describe('figures', () => {
  test('the site without search is everything but normalizing and search; its peak is the highest of its phases', () => {
    expect(named('网站（不含检索），初次')).toEqual({ cpu: 13, wall: 6.5, peak: 8e8 });
    expect(named('检索索引，初次')?.cpu).toBe(12);
    expect(named('改一篇原文，全部')?.wall).toBe(4);
  });
  test('a phase that no build told is no figure', () => {
    expect(phasesOf(measured, 'cold', (name) => name === 'absent')).toBeNull();
    expect(phasesOf([], 'cold', () => true)).toBeNull();
  });
  test('a limit is reached only where all of it is', () => {
    const cost = { cpu: 12, wall: 3, peak: 1e9 };
    expect(reaches(cost, { cpu: 12 })).toBe(true);
    expect(reaches(cost, { cpu: 12, peak: 0.9e9 })).toBe(false);
    expect(reaches(cost, { wall: 2.9 })).toBe(false);
  });
  test('pages and speeches a CPU second leave normalizing out; an unchanged build counts whole', () => {
    const [pages, speeches, unchanged] = ratios(measured, 1000);
    expect(pages).toMatchObject({ ours: 80, other: 25, ratio: 3.2, isReached: true });
    expect(speeches).toMatchObject({ ours: 40, other: 25, ratio: 1.6, isReached: false });
    expect(unchanged).toMatchObject({ ratio: 2.5, isReached: true });
    expect(ratios(measured.slice(0, 4), 1000)).toEqual([]);
  });
});

describe('slopes', () => {
  const points = (seconds: number[]) =>
    [1000, 3000, 10_000].map((documents, index) => ({ documents, seconds: seconds[index] ?? 0 }));

  test('a straight line deviates by nothing, wherever it starts', () => {
    const { perDocument, deviation } = slope(points([15, 35, 105]));
    expect(perDocument).toEqual([10, 10]);
    expect(deviation).toBeCloseTo(0);
  });
  test('growth with the square is far from a line', () => {
    expect(slope(points([1, 9, 100])).deviation).toBeGreaterThan(0.3);
  });
  test('the table has a row a figure, with what lies between the sizes', () => {
    const bySize = new Map([
      [1000, measured],
      [3000, measured.map((each) => ({ ...each, cpu: each.cpu * 3 }))],
    ]);
    expect(slopes(bySize).split('\n')[1]).toMatch(/^规范化，初次，CPU 秒 +9\.00 +27\.0 +9\.00 +0\.0% ✓ +1\.00／1\.00$/);
  });
});

test('the report says what is asked, what was reached and what stands beside it', () => {
  const lines = report(measured, 1000).split('\n');
  const line = (start: string) => lines.find((each) => each.startsWith(start)) ?? '';
  expect(line('规范化，初次')).toMatch(/≤ 10 CPU 秒 +9\.00 CPU 秒，1\.00 GB，4\.50 秒 ✓$/);
  expect(line('网站（不含检索），初次')).toMatch(/≤ 12 CPU 秒，0\.9 GB +13\.0 CPU 秒，0\.80 GB，6\.50 秒 ✗$/);
  expect(line('策略与压缩副本')).toMatch(/4\.00 CPU 秒.+1\.00 CPU 秒/);
  expect(line('Starlight（连同检索）')).toMatch(/40\.0 CPU 秒.+38\.0 CPU 秒/);
  expect(report(measured, 300)).not.toContain('≤ 10 CPU 秒');
});

test('what was measured is found again under the same circumstances alone, the last of each, complete', () => {
  const path = join(folder, 'results.jsonl');
  const results = new Results(path);
  expect(results.find('ours', ['cold'], at)).toBeNull();
  for (const each of [result('ours', 'cold', 1), result('ours', 'unchanged', 2), result('ours', 'cold', 3)])
    results.add(each);
  expect(results.find('ours', ['cold', 'unchanged'], at)?.map(({ cpu }) => cpu)).toEqual([3, 2]);
  expect(results.find('ours', ['cold', 'changed'], at)).toBeNull();
  expect(results.find('ours', ['cold'], { ...at, code: 'def' })).toBeNull();
  writeFileSync(path, '{"cut', { flag: 'a' });
  expect(results.find('ours', ['cold'], at)).not.toBeNull();
});

test('the memory of a phase is the highest that was seen in its time', () => {
  const laps = [
    { name: 'pages', cpu: 2, wall: 1, ended: 2000 },
    { name: 'search', cpu: 2, wall: 1, ended: 3000 },
  ];
  const looks = [
    { at: 900, memory: 9 },
    { at: 1500, memory: 3 },
    { at: 1900, memory: 2 },
    { at: 2500, memory: 5 },
  ];
  expect(phasesSeen(laps, looks).map(({ name, peak }) => [name, peak])).toEqual([
    ['pages', 3],
    ['search', 5],
  ]);
});

test.runIf(canMeasure)('a child is measured with its children, and one that fails shows its last words', async () => {
  const burn = 'const from = process.cpuUsage(); while (process.cpuUsage(from).user < 150_000);';
  const args = [
    '-e',
    `${burn} require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}])`,
  ];
  const { cpu, peak, wall } = await runWatched({ command: process.execPath, args, cwd: folder }, () => {});
  expect(cpu).toBeGreaterThanOrEqual(0.3);
  expect(peak).toBeGreaterThan(1e7);
  expect(wall).toBeGreaterThan(0);
  const failing = {
    command: process.execPath,
    args: ['-e', 'console.error("no sources"); process.exit(3)'],
    cwd: folder,
  };
  await expect(runWatched(failing, () => {})).rejects.toThrow(/没有成功（3）：\nno sources/);
});

test('a profile: time by function with and without what it calls, and by package; waiting is left out', () => {
  const frame = (functionName: string, url = '', lineNumber = 0) => ({ functionName, url, lineNumber });
  const profile: CpuProfile = {
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 5] },
      { id: 2, callFrame: frame('build', 'file:///site/scripts/build.ts', 9), children: [3] },
      {
        id: 3,
        callFrame: frame('parse', 'file:///elsewhere/node_modules/@scope/html/dist/index.js', 4),
        children: [4],
      },
      { id: 4, callFrame: frame('parse', 'file:///elsewhere/node_modules/@scope/html/dist/index.js', 4) },
      { id: 5, callFrame: frame('(idle)') },
    ],
    samples: [2, 3, 4, 5],
    timeDeltas: [1e6, 2e6, 3e6, 50e6],
  };
  const { seconds, self, total, packages } = summarize([profile, profile], '/site');
  expect(seconds).toBe(12);
  expect(self).toEqual([
    ['parse @scope/html/dist/index.js:5', 10],
    ['build scripts/build.ts:10', 2],
  ]);
  expect(total).toEqual([
    ['build scripts/build.ts:10', 12],
    ['parse @scope/html/dist/index.js:5', 10],
  ]);
  expect(packages).toEqual([
    ['@scope/html', 10],
    ['scripts/build.ts', 2],
  ]);
});

test('a speech as plain Markdown keeps all words of its blocks, and a title that looks like a date stays words', async () => {
  const [speech] = await readSpeeches();
  if (!speech) throw new Error('no speech');
  const meta = { ...speech.meta, title: '2024-01-02' };
  const block = { id: 'p1', section: null, kind: 'paragraph' as const, text: '1. 数据 {x} <b> **强** 增长', marks: [] };
  const markdown = plainMarkdown({ ...speech, meta, blocks: [block] });
  expect(markdown).toMatch(/^---\ntitle: "2024-01-02"\n/);
  expect(markdown).toContain('1\\. 数据 {x} \\<b> \\*\\*强\\*\\* 增长');
});
