import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/root.ts';
import { readPort, readSettings } from '../../../scripts/lib/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('readSettings', () => {
  test('builds for this machine into dist where nothing is said', () => {
    expect(readSettings({ SITE_URL: '', BASE_PATH: '', OUT_DIR: '' })).toEqual({
      origin: null,
      base: '/',
      outDir: join(root, 'dist'),
    });
  });

  test.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/', 'https://example.org'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('SITE_URL %s is the origin %s', (SITE_URL, origin) => {
    expect(readSettings({ SITE_URL }).origin).toBe(origin);
  });
  test.each([
    'example.org',
    'ftp://example.org',
    'https://example.org/repo/',
    'https://example.org?a',
    'https://me@example.org',
  ])('SITE_URL %s is refused with an example', (SITE_URL) => {
    expect(() => readSettings({ SITE_URL })).toThrow(
      `SITE_URL 无效：“${SITE_URL}”。请写网站的起点，不带路径，例如 https://example.org。`,
    );
  });

  test.each([
    ['repo', '/repo/'],
    ['/repo', '/repo/'],
    ['/a/b/', '/a/b/'],
    ['/', '/'],
  ])('BASE_PATH %s is the path %s', (BASE_PATH, base) => {
    expect(readSettings({ BASE_PATH }).base).toBe(base);
  });
  test.each(['/../x/', '/a b/', 'https://example.org/', '/文库/', '/a?b/'])('BASE_PATH %s is refused', (BASE_PATH) => {
    expect(() => readSettings({ BASE_PATH })).toThrow(`BASE_PATH 无效：“${BASE_PATH}”。请写`);
  });

  test.each(['.', '..', 'src', 'sources/old', '/'])('OUT_DIR %s is the project itself', (OUT_DIR) => {
    expect(() => readSettings({ OUT_DIR })).toThrow(`OUT_DIR 无效：“${OUT_DIR}”是项目自己的目录。`);
  });
  test('OUT_DIR may be new, empty or an earlier build, and nothing else', () => {
    expect(readSettings({ OUT_DIR: join(folder, 'new') }).outDir).toBe(join(folder, 'new'));
    expect(readSettings({ OUT_DIR: folder }).outDir).toBe(folder);
    writeFileSync(join(folder, 'index.html'), '');
    expect(() => readSettings({ OUT_DIR: folder })).toThrow('里有别的文件，构建会把它们清除。请另指一个空目录。');
    writeFileSync(join(folder, '404.html'), '');
    expect(readSettings({ OUT_DIR: folder }).outDir).toBe(folder);
  });
});

describe('readPort', () => {
  test('is 4321 where nothing is said', () => {
    expect(readPort({})).toBe(4321);
  });
  test('takes a port', () => {
    expect(readPort({ PORT: '8080' })).toBe(8080);
  });
  test.each(['0', '65536', '-1', '80.5', 'http', '0x50', ' '])('%j is refused with an example', (PORT) => {
    expect(() => readPort({ PORT })).toThrow(`PORT 无效：“${PORT}”。请写 1 到 65535 之间的整数，例如 4321。`);
  });
});
