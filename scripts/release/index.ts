/** A dated release of the library as data: read one speech at a time, written beside, put in place when it is whole. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from '../../src/data/address.ts';
import { publishedSchema } from '../../src/data/copies/schemas.ts';
import { anchorsEntry, speechCopy } from '../../src/data/copies/speech.ts';
import { textLength } from '../../src/data/summary.ts';
import { libraryVersion, speechVersion } from '../../src/data/version.ts';
import { freshFolder, swapIn } from '../lib/files.ts';
import { Problem } from '../lib/problem.ts';
import { sha256 } from '../lib/sources.ts';
import { type ChangeLists, Comparison } from './compare.ts';
import { type Held, heldIds, readDepartures, readHeld } from './library.ts';
import { LineWriter } from './lines.ts';
import { nothing, openPrevious } from './previous.ts';
import {
  type AnchorsLine,
  type Before,
  type Changes,
  type LineFileName,
  lineFiles,
  type ReleaseFile,
  type ReleaseSchema,
  releaseSchemas,
  schemaFile,
} from './schemas.ts';
import { stateOf } from './state.ts';
import { SUMS, writeSums } from './sums.ts';
import { changesMarkdown } from './words.ts';

export interface Order {
  /** Folder of the project whose library it is. */
  root: string;
  /** Folder that the release goes below, under its date. */
  out: string;
  /** null: the latest day that a speech names as its last change, or on which one was withdrawn. */
  date: string | null;
  /** Folder of an earlier release, or a file in it; null compares with nothing. */
  since: string | null;
  address: Address;
}

export interface Released {
  folder: string;
  /** false: the very same release stood there already. */
  written: boolean;
  release: ReleaseFile;
  changes: Changes;
}

/** @throws Problem for what a person can mend; nothing is left behind then */
export async function makeRelease(order: Order): Promise<Released> {
  mkdirSync(order.out, { recursive: true });
  const stage = freshFolder(order.out, '.release');
  try {
    const made = await writeRelease(stage, order);
    const folder = join(order.out, made.release.date);
    return { ...made, folder, written: put(stage, folder) };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Puts a finished release in its place. What has been published under a date stays: @throws Problem where another stands there */
function put(stage: string, folder: string): boolean {
  if (!existsSync(folder)) {
    swapIn(stage, folder);
    return true;
  }
  const sums = (where: string) => (existsSync(join(where, SUMS)) ? readFileSync(join(where, SUMS), 'utf8') : '');
  if (sums(stage) === sums(folder)) return false;
  throw new Problem(`${folder} 已有另一份：公布过的不改，请以 --date 写另一天；还没有公布的，删去它，再发布一次。`);
}

async function writeRelease(stage: string, order: Order): Promise<Pick<Released, 'release' | 'changes'>> {
  const previous = order.since === null ? null : await openPrevious(order.since);
  const written = await writeLines(stage, order, previous?.states ?? nothing());
  const date = dateOf(order, written.days, previous);
  const version = libraryVersion(written.versions);
  const since = previous && { date: previous.date, version: previous.version };
  const release: ReleaseFile = {
    $schema: schemaFile('release-1'),
    ...{ date, version, speeches: written.versions.length },
    ...{ characters: written.characters, departed: written.departed, since, files: written.files },
  };
  const changes: Changes = { $schema: schemaFile('changes-1'), date, version, since, ...written.changes };
  writeRest(stage, release, changes);
  return { release, changes };
}

interface Written extends Pick<ReleaseFile, 'characters' | 'departed' | 'files'> {
  versions: string[];
  /** Days of changes and withdrawals. */
  days: string[];
  changes: ChangeLists;
}

async function writeLines(
  stage: string,
  { root, address }: Order,
  before: ConstructorParameters<typeof Comparison>[0],
): Promise<Written> {
  const names = Object.keys(lineFiles) as LineFileName[];
  const writers = new Map(names.map((name) => [name, new LineWriter(join(stage, name))]));
  const write = (name: LineFileName, value: unknown) => writers.get(name)?.write(value);
  try {
    const departures = readDepartures(root);
    const comparison = new Comparison(before, departures);
    const days = departures.flatMap(({ withdrawn }) => withdrawn?.date ?? []);
    const versions: string[] = [];
    let characters = 0;
    for (const departure of departures) write('departed.jsonl', departure);
    for (const id of heldIds(root)) {
      const held = readHeld(root, id);
      const { copy, anchors, account } = linesOf(held, address);
      write('speeches.jsonl', copy);
      write('anchors.jsonl', anchors);
      write('accounts.jsonl', account);
      await comparison.add(stateOf(copy, anchors));
      versions.push(copy.version);
      days.push(...(copy.updated ? [copy.updated] : []));
      characters += textLength(held.speech);
    }
    const changes = await comparison.end();
    const files = [...writers].map(([name, writer]) => ({
      name,
      schema: schemaFile(lineFiles[name]),
      ...writer.sums(),
    }));
    return { versions, days, characters, departed: departures.length, changes, files };
  } finally {
    for (const writer of writers.values()) writer.close();
  }
}

function linesOf({ speech, account, lock }: Held, address: Address) {
  const { id, updated = null } = speech.meta;
  const version = speechVersion(speech);
  const anchors: AnchorsLine = { id, ...anchorsEntry(speech, lock, version) };
  return {
    copy: speechCopy(speech, account, { version, updated }, address),
    anchors,
    account: { id, version, ...account },
  };
}

function dateOf({ date, out }: Order, days: readonly string[], previous: Before | null): string {
  const chosen = date ?? days.toSorted().at(-1);
  if (!chosen) throw new Problem('没有一篇写明 updated，定不出这一份的日期：请用 --date YYYY-MM-DD 写明。');
  if (!previous || previous.date < chosen) return chosen;
  throw new Problem(
    `这一份的日期 ${chosen} 不晚于 --since 那一份的 ${previous.date}：请用 --date 写更晚的一天（数据写在 ${out} 之下）。`,
  );
}

/** Everything but the lines, the sums last. */
function writeRest(stage: string, release: ReleaseFile, changes: Changes): void {
  const sums = new Map(release.files.map(({ name, sha256 }) => [name, sha256]));
  const write = (name: string, text: string) => {
    writeFileSync(join(stage, name), text);
    sums.set(name, sha256(Buffer.from(text)));
  };
  mkdirSync(join(stage, 'schemas'));
  for (const [name, schema] of Object.entries(releaseSchemas) as [ReleaseSchema, (typeof releaseSchemas)['speech-1']][])
    write(schemaFile(name), indented(publishedSchema(schema, name, schemaFile(name))));
  write('release.json', indented(release));
  write('changes.json', indented(changes));
  write('CHANGES.md', changesMarkdown(changes));
  writeFileSync(join(stage, SUMS), writeSums(sums));
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The dates of the releases below a folder. */
export function datesBelow(out: string): string[] {
  return existsSync(out)
    ? readdirSync(out).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && existsSync(join(out, name, SUMS)))
    : [];
}
