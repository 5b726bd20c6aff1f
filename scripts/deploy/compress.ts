/** Compressed copies beside the files, so that a server has nothing to compute. Same input, same bytes. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeAnew } from '../lib/files.ts';
import { hidden, isText, types } from './headers.ts';

/** Below this many bytes a copy saves no packet. */
const SMALLEST = 1024;

/** Where gzip names the system that wrote the file; 255 is “unknown” (RFC 1952, 2.3.1). */
const GZIP_SYSTEM = 9;

/** Level of gzip of what is packed on the way to a store. */
const PACKED = 7;

/** How hard a file is compressed; see docs/decisions/0025-finishing.md for what each costs and saves. */
export interface Effort {
  /** 0 to 11. */
  brotli: number;
  /** How far back brotli looks, as a power of two, 10 to 24. */
  window: number;
  /** 1 to 9. */
  gzip: number;
}

interface EffortRule {
  id: string;
  paths: RegExp;
  /** null for no copies. */
  effort: Effort | null;
  why: string;
}

/** The first that fits a path below the built folder. */
export const efforts: EffortRule[] = [
  {
    id: 'traditional',
    paths: /^_astro\/traditional\./,
    effort: { brotli: 9, window: 22, gzip: 9 },
    why: '一百多万字节的字表，只有看繁体的读者才取；最高一档要两秒',
  },
  {
    id: 'shared',
    paths: /^(_astro\/|(embed|sw)\.js$)/,
    effort: { brotli: 11, window: 22, gzip: 9 },
    why: '每位读者都取，件数不随馆藏增加',
  },
  {
    id: 'search',
    paths: /^search\/[^/]+\.json$/,
    effort: { brotli: 10, window: 22, gzip: 9 },
    why: '一检索就取的目录，只有几件，随馆藏变长：比 11 大一成，快两倍',
  },
  {
    id: 'seldom',
    paths: /^speeches\/([^/]+\.(json|md|txt)$|[^/]+\/source\/)/,
    effort: null,
    why: '对照页、机器副本与原文每篇五件，多半从没有人取：有人取时由服务器现压',
  },
  {
    id: 'pages',
    paths: /./,
    effort: { brotli: 5, window: 16, gzip: 6 },
    why: '页面很多，各有人看；一页很少超过六万四千字节，往回看得再远也不更小，只更慢',
  },
];

export function effortFor(path: string): Effort | null {
  return (efforts.find(({ paths }) => paths.test(path)) as EffortRule).effort;
}

/** Copies of a file by ending; only those that are smaller than it. */
export function compressed(content: Uint8Array, { brotli, window, gzip }: Effort): Map<'br' | 'gz', Uint8Array> {
  if (content.length < SMALLEST) return new Map();
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: brotli,
    [constants.BROTLI_PARAM_LGWIN]: window,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const copies: ['br' | 'gz', Uint8Array][] = [
    ['gz', zipped(content, gzip)],
    ['br', brotliCompressSync(content, { params })],
  ];
  return new Map(copies.filter(([, copy]) => copy.length < content.length));
}

/** What a store keeps of a file that has no copies, which can not pack it when asked; null where nothing is saved. */
export function packed(content: Uint8Array): Uint8Array | null {
  const copy = content.length < SMALLEST ? content : zipped(content, PACKED);
  return copy.length < content.length ? copy : null;
}

function zipped(content: Uint8Array, level: number): Uint8Array {
  const copy = gzipSync(content, { level });
  copy[GZIP_SYSTEM] = 255;
  return copy;
}

/** Whether a file of the built site is text for readers, and gets copies. */
function isCompressible(path: string): boolean {
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  return type !== undefined && isText(type) && !hidden.test(`/${path}`);
}

const NONE: ReturnType<typeof compressed> = new Map();

/**
 * Writes the copies `<file>.br` and `<file>.gz` of one file.
 * @param path of the file below the folder of the site
 * @param content of the file, where it has been read already
 */
export function compressFile(dir: string, path: string, content?: Uint8Array): void {
  const effort = effortFor(path);
  const copies = effort ? compressed(content ?? readFileSync(join(dir, path)), effort) : NONE;
  for (const ending of ['br', 'gz'] as const) {
    const file = join(dir, `${path}.${ending}`);
    const copy = copies.get(ending);
    if (copy) writeAnew(file, copy);
    // Of what the file was before; a server would hand it out.
    else rmSync(file, { force: true });
  }
}

/** Paths of all text below the folder, with `/`. */
export function textsBelow(dir: string): string[] {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return paths.map((path) => path.replaceAll(sep, '/')).filter(isCompressible);
}

/** Writes the copies of all text below the folder. */
export function compressAll(dir: string): void {
  for (const path of textsBelow(dir)) compressFile(dir, path);
}
