/**
 * The order in which a site takes the place of another, object by object, so that at each moment every link of a page that can be reached
 * leads to something: what is new first, for nothing leads to it yet; then what has changed; what has gone last, for nothing leads to it
 * any more. A page comes after what it is shown with.
 *
 * An upload that breaks off leaves pages behind that nothing leads to, and that may lead to what is not there. The store keeps a note
 * of them for the next upload, which must not lead to them before they are whole.
 */
import { Problem } from '../lib/problem.ts';
import type { StoredFile } from './objects.ts';

/** Key of the note: a JSON list of keys. Not part of any site. */
export const NOTE = '_upload.json';

export interface Step {
  name: string;
  /** What the note has to say before anything else is done; null where it says so. */
  note: string[] | null;
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
 * @param noted keys that the note in the store names
 * @param again sends what has not changed too
 * @throws Problem where what stands there is not of a site like this one, and would be lost
 */
export function stepsFor(
  files: readonly StoredFile[],
  standing: ReadonlyMap<string, string>,
  { noted = [] as readonly string[], again = false } = {},
): Step[] {
  const keys = new Set(files.map(({ key }) => key));
  const gone = [...standing.keys()].filter((key) => !keys.has(key));
  if (gone.length > 0 && ![...standing.keys()].some((key) => key.startsWith('_astro/')))
    throw new Problem(
      `那里已有别的东西（例如 ${gone[0]}），上传会把它们清除，所以一件也没有送。请另指一个空的桶或目录。`,
    );
  const due = files.filter(({ key, md5 }) => again || standing.get(key) !== md5);
  const ordinary = due.filter(({ key }) => !lasting.test(key) && key !== FIRST);
  const begun = standing.has(FIRST);
  const unreached = new Set(begun ? noted.filter((key) => standing.has(key)) : [...standing.keys()].filter(isPage));
  const isFresh = ({ key }: StoredFile) => !standing.has(key) || unreached.has(key);
  const fresh = ordinary.filter(isFresh);
  const changed = ordinary.filter((file) => !isFresh(file) && file.key !== KEEPER);
  const freshPages = fresh.filter(({ key }) => isPage(key));
  // As long as there is no first page, nothing is reached: that needs no note.
  const before = begun ? [...unreached] : [...noted];
  const during = begun ? [...new Set([...unreached, ...freshPages.map(({ key }) => key)])] : before;
  const left = gone.filter((key) => unreached.has(key));
  const sending: [name: string, note: string[], send: StoredFile[]][] = [
    ['名字里有摘要的文件', before, due.filter(({ key }) => lasting.test(key))],
    ['新的文件', before, fresh.filter(({ key }) => !isPage(key))],
    ['新的页面', during, freshPages],
    ['变了的文件', left, changed.filter(({ key }) => !isPage(key))],
    ['变了的页面', left, changed.filter(({ key }) => isPage(key))],
    ['首页', left, due.filter(({ key }) => key === FIRST)],
    ['离线阅读的程序', left, due.filter(({ key }) => key === KEEPER && standing.has(key))],
  ];
  const gonePages = gone.filter(isPage);
  const removing: [name: string, note: string[], remove: string[]][] = [
    ['撤下的页面', gonePages, gonePages],
    ['不再用的文件', [], gone.filter((key) => !isPage(key))],
  ];
  const steps = [
    ...sending.map(([name, note, send]): Step => ({ name, note, send, remove: [] })),
    ...removing.map(([name, note, remove]): Step => ({ name, note, send: [], remove })),
  ].filter(({ send, remove }) => send.length + remove.length > 0);
  return noteChanges([...steps, { name: '善后', note: [], send: [], remove: [] }], noted);
}

/** Says only what the note does not say already. */
function noteChanges(steps: readonly Step[], noted: readonly string[]): Step[] {
  let said = [...noted].sort().join('\n');
  return steps
    .map((step) => {
      const says = [...(step.note ?? [])].sort().join('\n');
      const note = says === said ? null : step.note;
      said = says;
      return { ...step, note };
    })
    .filter(({ note, send, remove }) => note || send.length + remove.length > 0);
}

/** Files that the store is told the same of. */
export function sameHeaders(files: readonly StoredFile[]): StoredFile[][] {
  return [...Map.groupBy(files, ({ headers }) => JSON.stringify(headers)).values()];
}
