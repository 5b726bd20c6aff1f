import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { ensureBrowser, findBrowser, noBrowser } from '../../../scripts/lib/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, exitCode: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('findBrowser', () => {
  test('takes what CHROMIUM_PATH names before all', () => {
    const path = program('named', 0);
    program('chromium', 0);
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CHROMIUM_PATH', path);
    expect(findBrowser()).toBe(path);
  });
  test('takes the first on PATH that can say its version', () => {
    program('chromium', 127);
    const working = program('google-chrome', 0);
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('PATH', folder);
    expect(findBrowser()).toBe(working);
  });
});

test('one without windows comes before one with', () => {
  program('chromium', 0);
  const windowless = program('chromium-headless-shell', 0);
  vi.stubEnv('CHROMIUM_PATH', '');
  vi.stubEnv('PATH', folder);
  expect(findBrowser()).toBe(windowless);
  rmSync(windowless);
});

describe('ensureBrowser', () => {
  test('installs nothing where CHROMIUM_PATH names none that works', () => {
    const said: string[] = [];
    vi.stubEnv('CHROMIUM_PATH', join(folder, 'none'));
    expect(ensureBrowser((line) => said.push(line))).toBeNull();
    expect(said).toEqual([]);
  });
  test('has one sentence for a machine without one', () => {
    expect(noBrowser).toMatch(/^[^\n]*请装好 Chromium[^\n]*CHROMIUM_PATH[^\n]*。$/);
  });
});
