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

/** How hard a file is compressed; see docs/decisions/0025-finishing.md for what each costs and saves. */
export interface Effort {
  /** 0 to 11; null for no such copy. */
  brotli: number | null;
  /** 1 to 9; null for no such copy. */
  gzip: number | null;
}

interface EffortRule {
  id: string;
  paths: RegExp;
  effort: Effort;
  why: string;
}

/** The first that fits a path below the built folder. */
export const efforts: EffortRule[] = [
  {
    id: 'traditional',
    paths: /^_astro\/traditional\./,
    effort: { brotli: 9, gzip: 9 },
    why: '一百多万字节的字表，只有看繁体的读者才取；最高一档要两秒',
  },
  {
    id: 'shared',
    paths: /^(_astro\/|(embed|sw)\.js$)/,
    effort: { brotli: 11, gzip: 9 },
    why: '每位读者都取，件数不随馆藏增加',
  },
  {
    id: 'search',
    paths: /^search\/[^/]+\.json$/,
    effort: { brotli: 10, gzip: 9 },
    why: '一检索就取的目录，只有几件，随馆藏变长：比 11 大一成，快两倍',
  },
  {
    id: 'comparison',
    paths: /^speeches\/[^/]+\/source\/index\.html$/,
    effort: { brotli: null, gzip: 7 },
    why: '对照页少有人看，会取 br 的浏览器也都会取 gzip',
  },
  {
    id: 'machine',
    paths: /^speeches\/([^/]+\.(json|md|txt)$|[^/]+\/source\/)/,
    effort: { brotli: null, gzip: null },
    why: '机器副本与原文每篇四件，多半从没有人取：有人取时由服务器现压',
  },
  { id: 'pages', paths: /./, effort: { brotli: 5, gzip: 7 }, why: '页面很多，各有人看' },
];

export function effortFor(path: string): Effort {
  return (efforts.find(({ paths }) => paths.test(path)) as EffortRule).effort;
}

/** Copies of a file by ending; only those that are smaller than it. */
export function compressed(content: Uint8Array, effort: Effort): Map<'br' | 'gz', Uint8Array> {
  if (content.length < SMALLEST) return new Map();
  const copies: ['br' | 'gz', Uint8Array][] = [];
  if (effort.gzip !== null) copies.push(['gz', zipped(content, effort.gzip)]);
  if (effort.brotli !== null) {
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: effort.brotli,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    copies.push(['br', brotliCompressSync(content, { params })]);
  }
  return new Map(copies.filter(([, copy]) => copy.length < content.length));
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

/**
 * Writes the copies `<file>.br` and `<file>.gz` of one file.
 * @param path of the file below the folder of the site
 * @param content of the file, where it has been read already
 */
export function compressFile(dir: string, path: string, content: Uint8Array = readFileSync(join(dir, path))): void {
  const copies = compressed(content, effortFor(path));
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
