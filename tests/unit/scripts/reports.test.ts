import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import {
  conclude,
  failure,
  readConclusion,
  readPlaywright,
  readReport,
  readVitest,
  success,
  sum,
} from '../../../scripts/lib/reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const oneTest = { status: 'passed', assertionResults: [{}] };
const vitest = (numPassedTests: number, numTotalTests: number, testResults = [oneTest]) => ({
  numPassedTests,
  numTotalTests,
  testResults,
});
const playwright = (expected: number, unexpected: number, flaky = 0, skipped = 0, errors: unknown[] = []) => ({
  stats: { expected, unexpected, flaky, skipped },
  errors,
});

describe('readVitest', () => {
  test('counts what is neither passed nor failed as failed', () => {
    expect(readVitest(vitest(5, 8))).toEqual({ passed: 5, failed: 3, leftOut: [] });
  });
  test('counts a file that ran no test as failed', () => {
    const broken = { status: 'failed', assertionResults: [] };
    expect(readVitest(vitest(1, 1, [oneTest, broken]))).toEqual({ passed: 1, failed: 1, leftOut: [] });
  });
});

describe('readPlaywright', () => {
  test('counts skipped and flaky tests and errors outside of tests as failed', () => {
    expect(readPlaywright(playwright(7, 1, 1, 1, [{}]))).toEqual({ passed: 7, failed: 4, leftOut: [] });
  });
});

describe('readReport', () => {
  test('gives the numbers of the report', () => {
    expect(readReport(reportFile('good.json', vitest(3, 3)), 0, readVitest)).toEqual({
      passed: 3,
      failed: 0,
      leftOut: [],
    });
  });
  test('a missing report is a failure', () => {
    expect(readReport(join(folder, 'none.json'), 0, readVitest)).toEqual(failure);
  });
  test.each([
    ['half a report', '{"numPassedTests": 3'],
    ['something else', '{}'],
    ['a report without a test', vitest(0, 0, [])],
  ])('%s is a failure', (name, content) => {
    expect(readReport(reportFile(`${name}.json`, content), 0, readVitest)).toEqual(failure);
  });
  test('a runner that ended badly without a failed test has failed once', () => {
    const path = reportFile('ended-badly.json', playwright(4, 0));
    expect(readReport(path, 1, readPlaywright)).toEqual({ passed: 4, failed: 1, leftOut: [] });
  });
  test('a failed test is not counted twice', () => {
    const path = reportFile('failed.json', playwright(4, 2));
    expect(readReport(path, 1, readPlaywright)).toEqual({ passed: 4, failed: 2, leftOut: [] });
  });
});

describe('sum', () => {
  test('adds up, and says so in one line', () => {
    const total = sum([success, failure, { passed: 40, failed: 2, leftOut: ['字体: 没有'] }]);
    expect(total).toEqual({ passed: 41, failed: 3, leftOut: ['字体: 没有'], line: '41 passed, 3 failed' });
  });
});

describe('readConclusion', () => {
  test('reads what conclude says', () => {
    const said: string[] = ['先前说的 3 passed, 0 failed 不算'];
    const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    expect(conclude([success, { passed: 4, failed: 2, leftOut: ['甲: 没有乙'] }])).toBe(1);
    log.mockRestore();
    expect(readConclusion(`${said.join('\n')}\n`, 1)).toEqual({ passed: 5, failed: 2, leftOut: ['甲: 没有乙'] });
  });
  test('a run without its last line is a failure', () => {
    expect(readConclusion('3 passed, 0 failed\n然后断了\n', 0)).toEqual(failure);
    expect(readConclusion('', 0)).toEqual(failure);
  });
  test('a run that ended badly though it counts no failure has one', () => {
    expect(readConclusion('3 passed, 0 failed\n', 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
