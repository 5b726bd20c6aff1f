/** Numbers from the runners' own reports. What a report does not say for certain counts as failed. */
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
  /** `what: why`, for what this machine lacks; in neither number. */
  leftOut: string[];
}

export const success: Tally = { passed: 1, failed: 0, leftOut: [] };
export const failure: Tally = { passed: 0, failed: 1, leftOut: [] };

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Skipped and todo tests count as failed, and so does a file that ran no test. */
export function readVitest({ numPassedTests, numTotalTests, testResults }: VitestReport): Tally {
  const withoutTests = testResults.filter(({ assertionResults }) => assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests + withoutTests, leftOut: [] };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Skipped and flaky tests count as failed, and so does an error outside of any test. */
export function readPlaywright({ stats, errors }: PlaywrightReport): Tally {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed, leftOut: [] };
}

/**
 * The tally of one runner. A missing or broken report, one without a test, and a runner that ended badly though it
 * reports no failure are each one failure.
 * @param exitCode of the runner.
 */
export function readReport<Report>(path: string, exitCode: number, read: (report: Report) => Tally): Tally {
  if (!existsSync(path)) return failure;
  try {
    const tally = read(JSON.parse(readFileSync(path, 'utf8')));
    const isNumber = Number.isInteger(tally.passed) && Number.isInteger(tally.failed);
    if (!isNumber || tally.passed + tally.failed === 0) return failure;
    return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch {
    return failure;
  }
}

/** Sum of all, and the last line of a test run: `N passed, N failed`. */
export function sum(tallies: Tally[]): Tally & { line: string } {
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0);
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0);
  return {
    passed,
    failed,
    leftOut: tallies.flatMap(({ leftOut }) => leftOut),
    line: `${passed} passed, ${failed} failed`,
  };
}

/** Ends a run: prints what was left out and the last line, and gives the exit code. `readConclusion` reads it back. */
export function conclude(tallies: Tally[]): number {
  const { failed, leftOut, line } = sum(tallies);
  for (const what of leftOut) console.log(`left out: ${what}`);
  console.log(line);
  return failed > 0 ? 1 : 0;
}

/**
 * The tally of a command that closes with `conclude`. One that did not come so far is one failure, and so is one that ended badly
 * though it counts none.
 * @param output all that it printed
 */
export function readConclusion(output: string, exitCode: number): Tally {
  const last = /(?:^|\n)(\d+) passed, (\d+) failed\s*$/.exec(output);
  if (!last) return failure;
  const [passed, failed] = [Number(last[1]), Number(last[2])];
  const leftOut = [...output.matchAll(/^left out: (.+)$/gm)].map(([, what = '']) => what);
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed, leftOut };
}
