/** What is asked of rclone: what a store holds, to send, to remove, and to read and write the note. One listing for all, no question for each object. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { packed } from '../deploy/compress.ts';
import { freshFolder, linkOrCopy } from '../lib/files.ts';
import { Problem } from '../lib/problem.ts';
import { findProgram } from '../lib/programs.ts';
import { root } from '../lib/root.ts';
import type { StoredFile } from './objects.ts';

/** Exit code for a folder that is not there. */
const NOTHING_THERE = 3;

/** The bucket is made by people; a request with the sum of its bytes needs no question whether they came. */
const always = ['--transfers', '16', '--checkers', '16', '--s3-no-check-bucket', '--s3-no-head'];

/** rclone does not start where Amazon's own variable names the authorities to trust; it has a variable for that. */
function environment({ AWS_CA_BUNDLE: trusted, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return trusted ? { RCLONE_CA_CERT: trusted, ...env } : env;
}

let known: string | null = null;

/** Path of the program, looked for once. */
function program(): string {
  known ??= findProgram('rclone');
  if (known) return known;
  throw new Problem('找不到 rclone：请先安装（Debian、Ubuntu：apt install rclone；其他系统见 rclone.org）。');
}

/** @throws Problem with what rclone said, if it fails */
async function rclone(args: string[], { line = (_: string) => {}, mayMiss = false, input = '' } = {}): Promise<void> {
  const child = spawn(program(), [...args, ...always], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environment(process.env),
  });
  child.stdin.end(input);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)));
  for await (const each of createInterface(child.stdout)) line(each);
  const code = await ended;
  if (code !== 0 && !(mayMiss && code === NOTHING_THERE))
    throw new Problem(`rclone 没有做成（${args[0]}）；再运行一次，会从没做完的地方接着做。它说：\n${said.trim()}`);
}

/**
 * MD5 by key of all objects below a place; empty where the store does not know it.
 * @param place as rclone writes it: `remote:bucket/folder`
 */
export async function listed(place: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const format = ['--format', 'hp', '--separator', '\t', '--hash', 'MD5'];
  const line = (text: string) => {
    const at = text.indexOf('\t');
    found.set(text.slice(at + 1), text.slice(0, at));
  };
  await rclone(['lsf', place, '-R', '--files-only', '--fast-list', ...format], { line, mayMiss: true });
  return found;
}

/** Name of one object, as rclone writes it. */
function objectAt(place: string, key: string): string {
  return /[:/]$/.test(place) ? place + key : `${place}/${key}`;
}

/** The text of one object that is there. */
export async function read(place: string, key: string): Promise<string> {
  const lines: string[] = [];
  await rclone(['cat', objectAt(place, key)], { line: (text) => lines.push(text) });
  return lines.join('\n');
}

export async function write(place: string, key: string, text: string, headers: Record<string, string>): Promise<void> {
  await rclone(['rcat', objectAt(place, key), ...headerArguments(headers)], { input: text });
}

function headerArguments(headers: Record<string, string>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => ['--header-upload', `${name}: ${value}`]);
}

/** @param files of which the store is told the same */
export async function send(place: string, files: readonly StoredFile[]): Promise<void> {
  await inFolder(async (folder) => {
    for (const each of files) stage(each, join(folder, each.key));
    await rclone(['copy', folder, place, '--no-check-dest', ...headerArguments(files[0]?.headers ?? {})]);
  });
}

export async function remove(place: string, keys: readonly string[]): Promise<void> {
  await inFolder(async (folder) => {
    const list = join(folder, 'keys');
    writeFileSync(list, `${keys.join('\n')}\n`);
    await rclone(['delete', place, '--files-from-raw', list, '--no-traverse']);
  });
}

/** Under the name of its object; without a copy of its bytes where the file system allows. */
function stage({ file, packs }: StoredFile, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (packs) writeFileSync(path, packed(readFileSync(file)) as Uint8Array);
  else linkOrCopy(file, path);
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = freshFolder(join(root, '.cache'), 'upload');
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
