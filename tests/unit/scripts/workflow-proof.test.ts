/** The machine on which `npm run proof:workflows` runs a workflow. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applies, evaluate, filled } from '../../../scripts/proofs/workflows/expressions.ts';
import { type Ran, runWorkflow } from '../../../scripts/proofs/workflows/run.ts';

/** An expression as it stands in a workflow. */
const of = (expression: string) => `\${{ ${expression} }}`;

describe('expressions', () => {
  const contexts = {
    vars: { PLACE: 'bucket', none: '' },
    inputs: { shards: 2 },
    steps: { a: { outputs: { list: '[1,2]' } } },
  };
  test.each<[string, unknown]>([
    ['vars.PLACE', 'bucket'],
    ['vars.unknown.further', ''],
    ["vars.unknown || 'Other'", 'Other'],
    ["vars.PLACE != '' && vars.none || vars.PLACE", 'bucket'],
    ["vars.PLACE == ''", false],
    ['fromJSON(steps.a.outputs.list)', [1, 2]],
    ["inputs.shards || (this is 'never' read)", 2],
  ])('%s', (text, value) => expect(evaluate(text, contexts)).toEqual(value));

  test('in a text, and as a condition; what is not known is refused', () => {
    expect(filled(`k/${of('inputs.shards')} in ${of('vars.PLACE')}`, contexts)).toBe('k/2 in bucket');
    expect([applies(undefined, contexts), applies('vars.none', contexts), applies(of('vars.PLACE'), contexts)]).toEqual(
      [true, false, true],
    );
    expect(() => evaluate('hashFiles(vars.PLACE)', contexts)).toThrow('hashFiles');
  });
});

describe('a workflow', () => {
  let scratch = '';
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'workflow-'));
  });
  afterEach(() => rmSync(scratch, { recursive: true }));

  const run = (jobs: object): Promise<Ran> => {
    const path = join(scratch, 'workflow.yml');
    writeFileSync(path, JSON.stringify({ jobs }));
    return runWorkflow(path, {
      scratch,
      contexts: { vars: { PLACE: '' } },
      env: { PATH: process.env.PATH ?? '' },
      artifacts: join(scratch, 'artifacts'),
      pages: {},
      checkOut: (folder) => mkdirSync(join(folder, '.cache')),
    });
  };
  const checkout = { uses: 'actions/checkout@1' };

  test('hands outputs, artifacts and matrices on', async () => {
    const { folders, commands } = await run({
      first: {
        outputs: { numbers: of('steps.count.outputs.numbers') },
        steps: [{ id: 'count', run: 'echo "numbers=[1,2]" >> "$GITHUB_OUTPUT"' }],
      },
      part: {
        needs: 'first',
        strategy: { matrix: { number: of('fromJSON(needs.first.outputs.numbers)') } },
        steps: [
          { run: 'echo part $NUMBER > part-$NUMBER', env: { NUMBER: of('matrix.number') } },
          {
            uses: 'actions/upload-artifact@1',
            with: { name: `part-${of('matrix.number')}`, path: `part-${of('matrix.number')}` },
          },
        ],
      },
      never: { if: "vars.PLACE != ''", steps: [{ run: 'false' }] },
      last: {
        needs: ['part'],
        steps: [
          { uses: 'actions/download-artifact@1', with: { pattern: 'part-*', path: 'parts' } },
          { if: 'vars.PLACE', run: 'false' },
          { run: 'cat parts/* > whole' },
        ],
      },
    });
    expect(readFileSync(join(folders.get('last') ?? '', 'whole'), 'utf8')).toBe('part 1\npart 2\n');
    expect(commands).toHaveLength(4);
  });

  test('stops at the first command that fails, and says which', async () => {
    const steps = [{ name: 'the step', run: 'echo why | cat; false | cat; echo on' }];
    await expect(run({ job: { steps } })).rejects.toThrow(/the step[\s\S]*why/);
  });

  test.each<[string, object, string]>([
    ['an artifact that would be left behind', { name: 'plan', path: '.cache' }, 'include-hidden-files'],
    ['a file that is not there', { name: 'plan', path: 'none' }, 'none'],
  ])('%s is noticed', async (_, settings, said) => {
    const steps = [checkout, { uses: 'actions/upload-artifact@1', with: settings }];
    await expect(run({ job: { steps } })).rejects.toThrow(said);
  });

  test('a job before the one that it needs, and an action that is not known', async () => {
    await expect(run({ last: { needs: 'first', steps: [] }, first: { steps: [] } })).rejects.toThrow('first');
    await expect(run({ job: { steps: [{ uses: 'actions/unheard-of@1' }] } })).rejects.toThrow('unheard-of');
  });
});
