import { describe, expect, test } from 'vitest';
import {
  agreesWithLock,
  explainInstallFailure,
  frugalFor,
  isNodeNewEnough,
  messages,
  stampOf,
} from '../../../scripts/lib/bootstrap.mjs';

describe('isNodeNewEnough', () => {
  test.each(['22.18.0', '22.20.1', '23.6.0', '24.0.0', '26.1.0'])('%s runs the project', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });
  test.each(['18.20.0', '20.20.2', '21.9.0', '22.12.0', '22.17.9', '23.5.0'])('%s does not', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });
});

test('frugalFor: only what holds a whole library is kept small', () => {
  for (const command of ['build', 'merge', 'start']) expect(frugalFor(command)).toEqual(frugalFor('build'));
  expect(frugalFor('build').flags).not.toEqual([]);
  expect(frugalFor('normalize')).toEqual({ flags: [], env: {} });
});

describe('stampOf', () => {
  const stamp = stampOf('{}', 'linux-x64');
  test('stays the same for the same lock file on the same platform', () => {
    expect(stampOf('{}', 'linux-x64')).toBe(stamp);
  });
  test('changes with the lock file and with the platform', () => {
    expect(stampOf('{ }', 'linux-x64')).not.toBe(stamp);
    expect(stampOf('{}', 'darwin-arm64')).not.toBe(stamp);
  });
});

describe('agreesWithLock', () => {
  const lock = JSON.stringify({
    packages: {
      '': { name: 'project' },
      'node_modules/one': { integrity: 'sha512-one' },
      'node_modules/other-platform': { integrity: 'sha512-other', optional: true },
    },
  });
  const hidden = (packages: Record<string, { integrity: string }>) => JSON.stringify({ packages });

  test('takes what npm brought to the lock file by itself', () => {
    expect(agreesWithLock(lock, hidden({ 'node_modules/one': { integrity: 'sha512-one' } }))).toBe(true);
  });
  test.each([
    ['nothing is installed', null],
    ['a package is missing', hidden({})],
    ['a package is another one', hidden({ 'node_modules/one': { integrity: 'sha512-else' } })],
    [
      'an optional package is another one',
      hidden({
        'node_modules/one': { integrity: 'sha512-one' },
        'node_modules/other-platform': { integrity: 'sha512-else' },
      }),
    ],
  ])('does not where %s', (_case, hiddenText) => {
    expect(agreesWithLock(lock, hiddenText)).toBe(false);
  });
});

describe('explainInstallFailure', () => {
  test.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', '连不上软件包仓库'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install when in sync', '不一致'],
    ['npm error code ENOSPC', '磁盘已满'],
    ['npm error code EACCES', '没有写入项目目录的权限'],
    ['npm error code EINTEGRITY', '校验值不符'],
    ['npm error code E999\nnpm error something new', '（something new）'],
    ['npm error code E999', '（code E999）'],
    ['', '原因不明'],
  ])('%j is one sentence with the remedy', (output, part) => {
    const message = explainInstallFailure(output);
    expect(message).toContain(part);
    expect(message).toMatch(/^[^\n]*请[^\n]*。$/);
  });
});

test('each message of something missing says what to do', () => {
  const missing = [
    messages.nodeTooOld('16.0.0'),
    messages.noNode('linux-ppc64', '20.0.0'),
    messages.noLock,
    messages.badLock,
    messages.noNpm,
  ];
  for (const message of missing) expect(message).toMatch(/^[^\n]*请[^\n]*。$/);
  expect(messages.noNode('linux-ppc64', '20.0.0')).toBe(
    '没有适用于 linux-ppc64 的随附 Node.js，现有的 20.0.0 又太旧：请安装 Node.js 24 后再试。',
  );
});
