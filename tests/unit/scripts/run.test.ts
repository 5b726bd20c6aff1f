import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { frugalFor, stampOf } from '../../../scripts/lib/bootstrap.mjs';
import { root } from '../../../scripts/lib/root.ts';

const lock = JSON.stringify({ packages: {} });
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'run-'));
  mkdirSync(join(project, 'scripts/lib'), { recursive: true });
  for (const name of ['scripts/run.mjs', 'scripts/lib/bootstrap.mjs']) cpSync(join(root, name), join(project, name));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ type: 'module', scripts: { start: '', probe: '', build: '' } }),
  );
});
afterEach(() => rmSync(project, { recursive: true }));

/** A finished installation, as the stamp says. */
function install(): void {
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'package-lock.json'), lock);
  writeFileSync(join(project, 'node_modules/.installed'), stampOf(lock, `${process.platform}-${process.arch}`));
}

function run(args: string[], env: Record<string, string> = {}) {
  const { INIT_CWD, ...inherited } = process.env;
  return spawnSync(process.execPath, [join(project, 'scripts/run.mjs'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
}

describe('run', () => {
  test('hands over arguments, streams, exit code and the folder of the caller', () => {
    install();
    writeFileSync(
      join(project, 'scripts/probe.ts'),
      `const said: string[] = [process.cwd(), process.env.INIT_CWD ?? '', ...process.argv.slice(2)];
       console.log(JSON.stringify(said));
       process.exit(7);`,
    );
    const { status, stdout, stderr } = run(['probe', '一 份', '--check']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([project, tmpdir(), '一 份', '--check']);
    expect(status).toBe(7);
  });

  test.each(['build', 'probe'])('starts %s with as little memory as it needs, unless told otherwise', (command) => {
    install();
    writeFileSync(
      join(project, `scripts/${command}.ts`),
      'console.log(JSON.stringify([process.execArgv.slice(1), process.env.MIMALLOC_PURGE_DELAY ?? null]));',
    );
    const { flags, env } = frugalFor(command);
    expect(JSON.parse(run([command]).stdout)).toEqual([flags, env.MIMALLOC_PURGE_DELAY ?? null]);
    expect(JSON.parse(run([command], { MIMALLOC_PURGE_DELAY: '5' }).stdout)).toEqual([flags, '5']);
  });

  test.each([
    ['an unknown command', ['nope'], () => install(), '没有“nope”这个命令：可用的有 start、probe、build。'],
    ['no lock file', ['start'], () => {}, '缺少 package-lock.json，无法安装依赖'],
    ['half a lock file', ['start'], () => spoil('{"packages"'), 'package-lock.json 不是完整的 JSON'],
    ['no npm to install with', ['start'], () => spoil(lock), '找不到 npm，无法安装依赖：请安装'],
  ])('%s is said on stderr, without a stack', (_case, args, arrange, message) => {
    arrange();
    const { status, stdout, stderr } = run(args, { PATH: project });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  test('ends its command when npm is told to end and only its shell does', async () => {
    install();
    writeFileSync(
      join(project, 'scripts/start.ts'),
      `import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(); });
       writeFileSync('began', '');
       setInterval(() => {}, 1000);`,
    );
    const command = `"${process.execPath}" "${join(project, 'scripts/run.mjs')}" start & wait`;
    const shell = spawn('sh', ['-c', command], {
      stdio: 'ignore',
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    const exists = (name: string) => () => expect(existsSync(join(project, name))).toBe(true);
    await vi.waitFor(exists('began'), { timeout: 60_000 });
    shell.kill('SIGKILL');
    await vi.waitFor(exists('ended'), { timeout: 60_000 });
  });
});

/** Writes a lock file and an installation that knows nothing of it. */
function spoil(content: string): void {
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'package-lock.json'), content);
}
