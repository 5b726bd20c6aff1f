/** Proves that what is published, with its account, gives back every copy: from the files on disk alone, without the rules. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Account, accountSchema, publishedText, rebuildSource } from '../../src/text/account.ts';
import { readSpeech } from '../../src/text/mdx/read.ts';
import type { Speech } from '../../src/text/speech.ts';
import { codePointCounter, lineAt, splitLines } from '../normalize/lines.ts';
import { read } from '../normalize/readers/index.ts';
import { sha256 } from './sources.ts';

export interface Verification {
  /** How many copies were looked at, and how many characters of theirs were rebuilt without a fault. */
  sources: number;
  characters: number;
  /** One line each, with the file that is at fault. */
  problems: string[];
}

/** Looks at every copy below `<root>/sources`, and at every speech and account. */
export async function verifyAll(root: string): Promise<Verification> {
  const result: Verification = { sources: 0, characters: 0, problems: [] };
  const copies = list(root, 'sources').filter((name) => extname(name) !== '.yaml');
  for (const name of copies) {
    result.sources++;
    try {
      result.characters += await verifySource(root, name);
    } catch (error) {
      result.problems.push((error as Error).message.replace(/[\r\n]+/g, '⏎'));
    }
  }
  const ids = new Set(copies.map(idOf));
  for (const [folder, ending] of [
    ['src/content/speeches', '.mdx'],
    ['src/content/accounts', '.json'],
  ] as const) {
    const orphans = list(root, folder).filter((name) => name.endsWith(ending) && !ids.has(idOf(name)));
    result.problems.push(...orphans.map((name) => `${folder}/${name} 没有对应的原文。`));
  }
  return result;
}

/**
 * @returns characters rebuilt
 * @throws Error with one sentence on what does not fit
 */
async function verifySource(root: string, name: string): Promise<number> {
  const path = `sources/${name}`;
  const bytes = readFileSync(join(root, path));
  const digest = sha256(bytes);
  const speechPath = `src/content/speeches/${idOf(name)}.mdx`;
  const accountPath = `src/content/accounts/${idOf(name)}.json`;
  const account = readAccount(content(root, accountPath), accountPath);
  const speech = readSpeech(content(root, speechPath), speechPath);
  if (account.source !== path) throw new Error(`${accountPath} 记的原文是 ${account.source}，不是 ${path}。`);
  for (const [file, recorded] of [
    [accountPath, account.sha256],
    [speechPath, speech.meta.source.sha256],
  ] as const) {
    if (recorded !== digest) throw new Error(`${file} 记录的 SHA-256 与 ${path} 不符：原文是 ${digest}。`);
  }
  const { text } = await read({ path, bytes });
  compare(rebuilt(speech, account, `${speechPath} 与 ${accountPath}`), text, path);
  checkFindings(account, text, accountPath);
  return codePointCounter(text)(text.length);
}

function readAccount(json: string, path: string): Account {
  const parsed = accountSchema.safeParse(parseJson(json, path));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path} 不合账目的格式：${issue?.path.join('.')}：${issue?.message}`);
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${path} 不是合格的 JSON：${(error as Error).message}`);
  }
}

function rebuilt(speech: Speech, account: Account, files: string): string {
  try {
    return rebuildSource(publishedText(speech), account.edits);
  } catch (error) {
    throw new Error(`${files}：${(error as Error).message}`);
  }
}

const SHOWN = 12;

/** @throws Error that names the first place where the two differ */
function compare(given: string, text: string, path: string): void {
  if (given === text) return;
  let at = 0;
  while (given[at] === text[at]) at++;
  const lines = splitLines(text);
  const line = lineAt(lines, at);
  const column = Array.from(text.slice(lines[line - 1]?.from, at)).length + 1;
  const around = (whole: string) => JSON.stringify(whole.slice(Math.max(0, at - SHOWN), at + SHOWN).toWellFormed());
  throw new Error(`${path}:${line}:${column} 还原不符：原文为 ${around(text)}，还原为 ${around(given)}`);
}

/** @throws Error for a finding that is not at its place, or a removal that the findings do not tell */
function checkFindings({ edits, findings }: Account, text: string, path: string): void {
  const points = Array.from(text);
  const astray = findings.find(({ at, text: told }) => points.slice(...at).join('') !== told);
  if (astray) throw new Error(`${path} 的发现 ${astray.code} 与原文第 ${astray.lines[0]} 行不符：“${astray.text}”`);
  const told = new Set(findings.map(({ code, at }) => `${code} ${at.join()}`));
  const untold = edits.find(({ kind, rule, at }) => kind === 'remove' && !told.has(`removed-${rule} ${at.join()}`));
  if (untold) throw new Error(`${path} 移出了“${untold.text}”，发现里却没有。`);
}

function content(root: string, path: string): string {
  if (!existsSync(join(root, path))) throw new Error(`${path} 不存在：请运行 npm run normalize。`);
  return readFileSync(join(root, path), 'utf8');
}

/** Names in a folder, sorted, without hidden ones; none where it does not exist. */
function list(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function idOf(name: string): string {
  return basename(name, extname(name));
}
