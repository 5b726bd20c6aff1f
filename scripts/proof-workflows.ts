/**
 * `npm run proof:workflows [-- --documents 12 --shards 2]`: the workflows that publish are run on this machine, their commands by bash
 * word for word, on a library that is made up; the site that comes out is the one of a build in one piece.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ObjectStore, startObjectStore } from '../tests/support/object-store.ts';
import { writeCorpus } from './bench/corpus/write.ts';
import { whole } from './check-search.ts';
import { ensureApart } from './lib/apart.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { ensureProgram } from './lib/programs.ts';
import { conclude, failure, success, type Tally } from './lib/reports.ts';
import { root } from './lib/root.ts';
import { differences } from './proofs/builds/compare.ts';
import { buildIn, copyProject } from './proofs/builds/workshop.ts';
import { type Ran, runWorkflow } from './proofs/workflows/run.ts';
import { storedFiles } from './upload/objects.ts';

const settings = { SITE_URL: 'https://example.test', BASE_PATH: '/repo/' };
const folderOnStore = 'repo/';

/** A repository, and the site that it makes. */
function makeRepository(folder: string, documents: number): void {
  copyProject(folder, { empty: true });
  writeCorpus(folder, documents, 1);
  buildIn(folder, join(folder, 'dist'), settings);
}

/** Another machine has what is committed; the packages are linked instead of installed. */
function checkOut(repository: string, folder: string): void {
  copyProject(folder, { empty: true });
  for (const part of ['sources', 'src/content'])
    cpSync(join(repository, part), join(folder, part), { recursive: true });
}

/** What the machine of a workflow has and ours may not: here these do nothing, `npm` only for `ci`. */
function makeStandIns(folder: string): string {
  mkdirSync(folder);
  const npm = spawnSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
  for (const [name, script] of Object.entries({ sudo: '', npm: `[ "$1" = ci ] || exec '${npm}' "$@"` })) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

interface Trial {
  name: string;
  file: string;
  contexts: Record<string, unknown>;
  env?: Record<string, string>;
  /** The job in whose folder the site is. */
  built: string;
  /** What else must hold. */
  check: (dist: string) => Promise<string[]> | string[];
}

class Proof {
  readonly #scratch: string;
  readonly #repository: string;
  readonly #env: Record<string, string>;

  constructor(scratch: string, documents: number, programs: string[]) {
    this.#scratch = scratch;
    this.#repository = join(scratch, 'repository');
    makeRepository(this.#repository, documents);
    const folders = [
      makeStandIns(join(scratch, 'bin')),
      dirname(process.execPath),
      ...programs,
      process.env.PATH ?? '',
    ];
    this.#env = { PATH: folders.join(delimiter), HOME: scratch, CI: 'true', NO_COLOR: '1' };
  }

  async try({ name, file, contexts, env, built, check }: Trial): Promise<Tally> {
    const scratch = mkdtempSync(join(this.#scratch, 'run-'));
    const ran = await runWorkflow(join(root, '.github/workflows', file), {
      scratch,
      contexts: { github: { event_name: 'workflow_dispatch' }, ...contexts },
      env: { ...this.#env, ...env },
      artifacts: join(scratch, 'artifacts'),
      pages: { origin: settings.SITE_URL, base_path: '/repo' },
      checkOut: (folder) => checkOut(this.#repository, folder),
    });
    const faults = await this.#judge(ran, built, check);
    console.log(`${faults.length === 0 ? '好' : '错'}  ${file}，${name}：`);
    for (const command of ran.commands) console.log(`    ${command}`);
    for (const fault of faults) console.error(`  ${fault}`);
    rmSync(scratch, { recursive: true });
    return faults.length === 0 ? success : failure;
  }

  async #judge(ran: Ran, built: string, check: Trial['check']): Promise<string[]> {
    const dist = join(ran.folders.get(built) ?? '', 'dist');
    if (!existsSync(dist)) return [`${built} 里没有构建出网站。`];
    return [...differences(join(this.#repository, 'dist'), dist), ...(await check(dist))];
  }
}

/** Each file is on the store, and was sent once. */
async function onStore(store: ObjectStore, dist: string): Promise<string[]> {
  const files = storedFiles(dist);
  const missing: string[] = [];
  for (const { key } of files) {
    const { status } = await fetch(store.address(folderOnStore + key), { method: 'HEAD' });
    if (status !== 200) missing.push(`对象存储上没有 ${key}。`);
  }
  return store.writes.length === files.length ? missing : [...missing, `送了 ${store.writes.length} 次。`];
}

async function proveStore(proof: Proof, inputs: object): Promise<Tally> {
  const store = await startObjectStore(folderOnStore);
  try {
    return await proof.try({
      name: '上传到对象存储',
      file: 'shards.yml',
      contexts: {
        inputs,
        vars: {
          ...settings,
          S3_PLACE: store.place(folderOnStore).replace(/^store:/, ''),
          S3_ENDPOINT: store.env.RCLONE_CONFIG_STORE_ENDPOINT,
        },
        secrets: {
          S3_ACCESS_KEY_ID: store.env.RCLONE_CONFIG_STORE_ACCESS_KEY_ID,
          S3_SECRET_ACCESS_KEY: store.env.RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY,
        },
      },
      built: 'merge',
      check: (dist) => onStore(store, dist),
    });
  } finally {
    await store.stop();
  }
}

async function prove(documents: number, shards: number): Promise<number> {
  const rclone = ensureProgram('rclone', console.error);
  const scratch = mkdtempSync(join(tmpdir(), 'proof-workflows-'));
  try {
    const proof = new Proof(scratch, documents, rclone ? [dirname(rclone)] : []);
    const toPages = { name: '发布到 Pages', check: () => [] };
    const inputs = { shards };
    const tallies = [
      await proof.try({ ...toPages, file: 'pages.yml', contexts: {}, built: 'build' }),
      await proof.try({ ...toPages, file: 'shards.yml', contexts: { inputs }, built: 'merge' }),
      rclone && ensureApart('s3rver', console.error)
        ? await proveStore(proof, inputs)
        : { passed: 0, failed: 0, leftOut: ['上传到对象存储: 这台机器没有 rclone 或 s3rver，也没能取到'] },
    ];
    return conclude(tallies);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) {
  const { values } = parseArgs({
    options: { documents: { type: 'string', default: '12' }, shards: { type: 'string', default: '2' } },
  });
  await main(async () => prove(whole(values.documents), whole(values.shards)));
}
