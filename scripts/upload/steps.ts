/**
 * The order in which a site takes the place of another, object by object, so that at each moment every link of a page that can be reached
 * leads to something: what is new first, for nothing leads to it yet; then what has changed; what has gone last, for nothing leads to it
 * any more. A page comes after what it is shown with.
 */
import { Problem } from '../lib/problem.ts';
import type { StoredFile } from './objects.ts';

export interface Step {
  name: string;
  send: StoredFile[];
  /** Keys. */
  remove: string[];
}

/** By the content of their names: new ones never take the place of old ones. */
const lasting = /^_astro\/|\.pf_(index|meta)$/;

/** Nothing is reached but through the first page. */
const FIRST = 'index.html';

/** The program that keeps pages for offline reading fetches them as soon as it has changed itself. */
const KEEPER = 'sw.js';

const isPage = (key: string) => key.endsWith('.html');

/**
 * The steps that have something to do, in their order.
 * @param standing MD5 by key of what the store holds
 * @param again sends what has not changed too
 * @throws Problem where what stands there is not of a site like this one, and would be lost
 */
export function stepsFor(
  files: readonly StoredFile[],
  standing: ReadonlyMap<string, string>,
  { again = false } = {},
): Step[] {
  const keys = new Set(files.map(({ key }) => key));
  const gone = [...standing.keys()].filter((key) => !keys.has(key));
  if (gone.length > 0 && ![...standing.keys()].some((key) => key.startsWith('_astro/')))
    throw new Problem(
      `那里已有别的东西（例如 ${gone[0]}），上传会把它们清除，所以一件也没有送。请另指一个空的桶或目录。`,
    );
  const due = files.filter(({ key, md5 }) => again || standing.get(key) !== md5);
  const ordinary = due.filter(({ key }) => !lasting.test(key) && key !== FIRST);
  const fresh = ordinary.filter(({ key }) => !standing.has(key));
  const changed = ordinary.filter(({ key }) => standing.has(key) && key !== KEEPER);
  const sending: [name: string, send: StoredFile[]][] = [
    ['名字里有摘要的文件', due.filter(({ key }) => lasting.test(key))],
    ['新的文件', fresh.filter(({ key }) => !isPage(key))],
    ['新的页面', fresh.filter(({ key }) => isPage(key))],
    ['变了的文件', changed.filter(({ key }) => !isPage(key))],
    ['变了的页面', changed.filter(({ key }) => isPage(key))],
    ['首页', due.filter(({ key }) => key === FIRST)],
    ['离线阅读的程序', due.filter(({ key }) => key === KEEPER && standing.has(key))],
  ];
  const removing: [name: string, remove: string[]][] = [
    ['撤下的页面', gone.filter(isPage)],
    ['不再用的文件', gone.filter((key) => !isPage(key))],
  ];
  const steps = [
    ...sending.map(([name, send]): Step => ({ name, send, remove: [] })),
    ...removing.map(([name, remove]): Step => ({ name, send: [], remove })),
  ];
  return steps.filter(({ send, remove }) => send.length + remove.length > 0);
}

/** Files that the store is told the same of. */
export function sameHeaders(files: readonly StoredFile[]): StoredFile[][] {
  return [...Map.groupBy(files, ({ headers }) => JSON.stringify(headers)).values()];
}
