/**
 * What a server says along with each file: the one source for `_headers` and for the configurations in `deploy/`.
 * Paths are those below the site's base; `*` stands for any characters, slashes too.
 */
export interface Rule {
  id: string;
  paths: string[];
  headers: Record<string, string>;
  why: string;
}

const textCharset = 'charset=utf-8';

/** Media types by ending. Whatever is text says its encoding (`typeOf`). */
export const types: Record<string, string> = {
  atom: 'application/atom+xml',
  bib: 'application/x-bibtex',
  css: 'text/css',
  html: 'text/html',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  pagefind: 'application/octet-stream',
  pdf: 'application/pdf',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
  png: 'image/png',
  ris: 'application/x-research-info-systems',
  rss: 'application/rss+xml',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** Whether files of this media type are text: they are sent with their encoding, and compressed. */
export function isText(type: string): boolean {
  return /^text\/|[/+](xml|json)$|^application\/x-(bibtex|research-info-systems)$/.test(type);
}

/** `Content-Type` by the ending of a path; undefined where it is not known. */
export function typeOf(path: string): string | undefined {
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  return type && (isText(type) ? `${type};${textCharset}` : type);
}

/** Files that other sites' programs read. */
const open = ['json', 'md', 'txt', 'xml', 'atom', 'rss', 'bib', 'ris'];

export const rules: Rule[] = [
  {
    id: 'all',
    paths: ['/*'],
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy':
        'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    why: '类型不许猜；外站只得知来自本站，不得知哪一页；用不着的设备一概不问；别的窗口够不着本页',
  },
  {
    id: 'hashed',
    paths: ['/_astro/*', '/search/*.pf_index', '/search/*.pf_meta'],
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    why: '名字里有内容的摘要，内容一变名字就变',
  },
  {
    id: 'open',
    paths: [...open.map((ending) => `/*.${ending}`), '/embed.js'],
    headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
    why: '给程序读的文件，别的网站也可以取用',
  },
];

/** For all that no rule says otherwise: kept, and asked after each time, so that nobody reads an old text unawares. */
export const otherwise: Record<string, string> = { 'Cache-Control': 'no-cache' };

/** Files of the built folder that are for its server and not for readers. */
export const hidden = /^\/(_headers$|_deploy\/)/;

/** Regular expression for a whole path below `base` (`/` or `/repo/`). */
export function patternOf(path: string, base: string): string {
  const escaped = (base.slice(0, -1) + path).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return `^${escaped.replaceAll('*', '.*')}$`;
}
