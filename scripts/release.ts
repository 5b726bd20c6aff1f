/**
 * `npm run release [-- --out DIR] [--date YYYY-MM-DD] [--since DIR]`: the whole library as a dated set of data, with the list of what
 * changed since an earlier one. `SITE_URL` and `BASE_PATH` say where its addresses lead.
 */
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesAt } from '../src/data/address.ts';
import { daySchema } from '../src/text/speech.ts';
import { isCommand } from './lib/command.ts';
import { main, Problem } from './lib/problem.ts';
import { root } from './lib/root.ts';
import { readSettings } from './lib/settings.ts';
import { datesBelow, makeRelease, type Released } from './release/index.ts';

const USAGE = '用法：npm run release -- [--out 目录] [--date YYYY-MM-DD] [--since 上一份的目录]';

const CAUSES: Record<string, string> = {
  ENOSPC: '磁盘已满，请腾出空间',
  EACCES: '没有写入的权限，请改正目录权限',
  EROFS: '那里只读，请另指一个目录',
  ENOTDIR: '路径里有一段是文件，请另指一个目录',
  EEXIST: '那里已有同名的文件，请另指一个目录',
};

function readOrder(): { out: string; date: string | null; since: string | null } {
  const options = { out: { type: 'string' }, date: { type: 'string' }, since: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const { out, date = null, since } = values;
  const given = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);
  if (date !== null && !isDay(date)) throw new Problem(`--date 无效：“${date}”。请写作 YYYY-MM-DD，例如 2025-03-04。`);
  return { out: out ? given(out) : join(root, 'release'), date, since: since ? given(since) : null };
}

/** Whether there is such a day: `2025-02-30` becomes another one on the way. */
function isDay(date: string): boolean {
  return daySchema.safeParse(date).success && new Date(date).toISOString().startsWith(date);
}

function report({ folder, written, release, changes }: Released): void {
  const { version, speeches, characters, since } = release;
  const where = relative(process.env.INIT_CWD ?? '.', folder) || '.';
  console.log(
    `${where}：${speeches} 篇，${characters} 字，馆藏版本 ${version}${written ? '。' : '；与已有的一份相同，没有改动。'}`,
  );
  if (since)
    console.log(
      `与 ${since.date} 相比：新收 ${changes.new.length}、改动 ${changes.changed.length}、改名 ${changes.renamed.length}、撤下 ${changes.withdrawn.length}、未变 ${changes.unchanged} 篇，见 CHANGES.md。`,
    );
}

async function release(): Promise<void> {
  const order = readOrder();
  const released = await makeRelease({ root, address: addressesAt(readSettings(process.env)), ...order });
  report(released);
  const earlier = datesBelow(order.out)
    .filter((date) => date < released.release.date)
    .sort();
  const last = earlier.at(-1);
  if (last && !order.since)
    console.error(`${order.out} 里有 ${last} 的一份：加 --since ${join(order.out, last)}，变动就与它相比。`);
}

if (isCommand(import.meta.url)) {
  await main(() =>
    release().catch((error) => {
      const code = String(error?.code);
      if (code.startsWith('ERR_PARSE_ARGS')) throw new Problem(USAGE);
      throw CAUSES[code]
        ? new Problem(`写不出这一份数据（${error.path ?? ''}）：${CAUSES[code]}，再发布一次。没有留下半份。`)
        : error;
    }),
  );
}
