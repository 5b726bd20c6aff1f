/**
 * `npm run proof:full [-- --moments 12 --documents 40 --seed 1]`: builds that find too little room on the disk, at random amounts of it.
 * What stands stays as it was, one sentence says why, and with room again the next build gives what a clean one gives.
 * Needs `unshare` and `mount` (Linux): the library stands on a small disk in memory that nobody else sees.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { whole } from './check-search.ts';
import { isCommand } from './lib/command.ts';
import { main } from './lib/problem.ts';
import { conclude } from './lib/reports.ts';
import { startBuild } from './proofs/kill/build.ts';
import { MishapLibrary, type Verdict, Verdicts } from './proofs/kill/library.ts';
import { snapshot, unlike } from './proofs/kill/site.ts';
import { seeded } from './proofs/random.ts';

/** Of the disk in memory, in MiB. */
const DISK = 1024;

interface Settings {
  moments: number;
  documents: number;
  seed: number;
}

/** Bytes that are free where the folder is. */
function freeAt(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Fills the disk up to `room` bytes. @returns makes room again */
function leaveOnly(room: number, disk: string): () => void {
  const filler = join(disk, 'filler');
  writeFileSync(filler, new Uint8Array(Math.max(0, freeAt(disk) - room)));
  return () => rmSync(filler);
}

/**
 * A build that remembers nothing, so that it writes all there is, with no more than `room` bytes to write in.
 * @returns null where that was enough
 */
async function builtWith(room: number, disk: string, library: MishapLibrary): Promise<Verdict | null> {
  const before = snapshot(library.site);
  library.change();
  rmSync(join(library.folder, '.cache'), { recursive: true });
  const makeRoom = leaveOnly(room, disk);
  const { code, said } = await startBuild(library.folder, library.site).ended;
  const after = snapshot(library.site);
  makeRoom();
  if (code === 0) return null;
  const verdict = await library.judge(`只剩 ${Math.round(room / 1024)} KB`, before);
  // The bundler of the pages may have spoken before.
  const plain = said.trimEnd().split('\n').at(-1)?.startsWith('磁盘已满');
  const faults = [
    ...(plain ? [] : [`没有用一句话说磁盘已满：\n${said}`]),
    ...unlike(before, after).map((file) => `磁盘已满，网站里的 ${file} 却变了`),
  ];
  return { ...verdict, faults: [...faults, ...verdict.faults] };
}

async function prove({ moments, documents, seed }: Settings, disk: string): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'proof-full-'));
  const verdicts = new Verdicts();
  try {
    const library = new MishapLibrary(disk, scratch, documents);
    const before = freeAt(disk);
    await library.begin();
    let enough = before - freeAt(disk);
    console.log(`${documents} 篇；一次构建写下 ${Math.round(enough / 1024)} KB。`);
    const random = seeded(seed);
    while (verdicts.count < moments) {
      const room = Math.floor(random() * enough);
      const verdict = await builtWith(room, disk, library);
      if (verdict) verdicts.add(verdict);
      else enough = room;
    }
    return conclude([verdicts.tally]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Starts this command again where it has a disk of its own, which goes when it ends. */
function onDiskOfItsOwn(args: string[]): number {
  const disk = mkdtempSync(join(tmpdir(), 'proof-full-disk-'));
  const apart = ['--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user']), 'sh', '-c'];
  const mount = `mount -t tmpfs -o size=${DISK}m tmpfs "$0"`;
  try {
    if (spawnSync('unshare', [...apart, mount, disk]).status !== 0)
      return conclude([{ passed: 0, failed: 0, leftOut: ['磁盘写满时的构建: 这台机器不让挂载临时的磁盘'] }]);
    const again = [process.execPath, fileURLToPath(import.meta.url), '--disk', disk, ...args];
    return spawnSync('unshare', [...apart, `${mount} && exec "$@"`, disk, ...again], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}

if (isCommand(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      moments: { type: 'string', default: '12' },
      documents: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      disk: { type: 'string' },
    },
  });
  const { disk, moments, documents, seed } = values;
  await main(async () => {
    if (!disk) return onDiskOfItsOwn(process.argv.slice(2));
    return prove({ moments: whole(moments), documents: whole(documents), seed: whole(seed) }, disk);
  });
}
