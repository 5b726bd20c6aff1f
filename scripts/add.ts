/** `npm run add -- FILE… [--dry-run] [--yes] [--json]`: shows what the normalizer makes of new copies and puts them into `sources/`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Ask, askOnTerminal } from './add/ask.ts';
import { entry, failure, type JsonEntry } from './add/json.ts';
import { hold, type Library, readLibrary } from './add/library.ts';
import { filesOf, type Plan, plan, renamed } from './add/plan.ts';
import { show } from './add/show.ts';
import { isCommand } from './lib/command.ts';
import { writeAtomic } from './lib/files.ts';
import { main, Problem } from './lib/problem.ts';
import { progress } from './lib/progress.ts';
import { root as projectRoot } from './lib/root.ts';
import { SourceError } from './normalize/types.ts';

export interface Options {
  /** Folder that the names of files are relative to. */
  folder: string;
  /** Gives the id to write under; null leaves the file out. */
  ask: Ask;
  /** Told the report on each file, or why it can't be read. */
  print: (text: string) => void;
  /** Told how far it is. */
  step?: (done: number, total: number, name: string) => void;
}

/** Goes through the files one by one; one that fails does not stop the others. */
export async function addFiles(files: string[], library: Library, options: Options): Promise<JsonEntry[]> {
  const entries: JsonEntry[] = [];
  for (const [index, file] of files.entries()) {
    options.step?.(index + 1, files.length, file);
    entries.push(await addFile(file, library, options));
  }
  return entries;
}

async function addFile(file: string, library: Library, { folder, ask, print }: Options): Promise<JsonEntry> {
  try {
    const proposed = await plan(file, folder, library);
    if ('heldAs' in proposed) {
      print(`${file} 已经收入：${proposed.heldAs} 与它一字节不差，不再添加。\n`);
      return { file, status: 'held', heldAs: proposed.heldAs };
    }
    print(show(proposed));
    const id = await ask(proposed.knowledge.id, library.taken);
    if (id === null) print('没有写入。\n');
    return id === null ? entry(proposed, 'proposed') : entry(write(renamed(proposed, id), library, print), 'added');
  } catch (error) {
    const message = error instanceof SourceError ? error.message : `无法读取 ${file}：${(error as Error).message}`;
    print(`错误：${message}\n`);
    return failure(file, message);
  }
}

/** Writes both files, the copy first: a copy without `.yaml` is noticed by `npm run normalize`. */
function write(plan: Plan, library: Library, print: Options['print']): Plan {
  const { knowledge, record } = plan;
  const files = filesOf(plan);
  for (const { path, content } of files) writeAtomic(join(library.root, path), content);
  hold(library, knowledge.id, files[0]?.path ?? '', knowledge.sha256, record.speech);
  print(`已写入 ${files.map(({ path }) => path).join('、')}\n`);
  return plan;
}

/** Reading a library of more speeches takes a while, and is told at each `STRIDE`. */
const MANY = 500;
const STRIDE = 100;

const NEXT = `下一步
  npm run normalize    生成 src/content/ 里的三个文件，再说一遍疑点
  npm run dev          在浏览器里通读
  npm test             通过后，把 sources/ 与 src/content/ 里新增的文件一并提交`;

function readArguments(): { files: string[]; json: boolean; ask: Ask } {
  const options = { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals: files } = parseOrExplain(() => parseArgs({ options, allowPositionals: true }));
  const json = values.json ?? false;
  if (files.length === 0) throw new Problem(USAGE);
  if (values['dry-run']) return { files, json, ask: async () => null };
  if (values.yes) return { files, json, ask: async (id) => id };
  if (json || !process.stdin.isTTY) throw new Problem('这里没有人可以询问：加 --yes 写入，或加 --dry-run 只看不写。');
  return { files, json, ask: askOnTerminal };
}

const USAGE = '用法：npm run add -- 文件… [--dry-run 只看不写] [--yes 不问就写] [--json 以 JSON 打印]';

function parseOrExplain<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new Problem(USAGE);
  }
}

if (isCommand(import.meta.url)) {
  await main(async () => {
    const { files, json, ask } = readArguments();
    const bar = progress(process.stderr);
    const print = (text: string) => {
      bar.clear();
      if (!json) console.log(text);
    };
    const library = await readLibrary(projectRoot, (done, total) => {
      if (total > MANY && done % STRIDE === 0) bar.step(done, total, '已收的讲话');
    });
    const entries = await addFiles(files, library, {
      folder: process.env.INIT_CWD ?? '.',
      ask,
      print,
      ...(files.length > 1 && { step: bar.step }),
    });
    bar.clear();
    if (json) process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
    else if (entries.some(({ status }) => status === 'added')) console.log(NEXT);
    return entries.some(({ status }) => status === 'failed') ? 1 : 0;
  });
}
