/** A small static file server with what any static host does: folders, 404 page, compression, ranges. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

export interface ServeOptions {
  /** Folder to serve. Its files are listed once, at the start. */
  dir: string;
  /** Path below which the site stands, `/` or `/repo/`; everything outside is not found. */
  base?: string;
  /** 0 takes any free port. */
  port?: number;
  host?: string;
}

export interface Served {
  /** Address of the home page with base, e.g. `http://127.0.0.1:4321/repo/`. */
  url: string;
  /** Ends open connections too. */
  close: () => Promise<void>;
}

const charset = ';charset=utf-8';
const textTypes: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Text says its encoding; what no type is known for (the parts of the search index) is plain bytes. */
function setType(res: ServerResponse, pathname: string): void {
  const extension = extname(pathname);
  const type = textTypes[extension];
  if (type) res.setHeader('Content-Type', type + charset);
  else if (/^\.(pagefind|pf_\w+)$/.test(extension)) res.setHeader('Content-Type', 'application/octet-stream');
}

function isFolder(dir: string, pathname: string): boolean {
  const file = resolve(join(dir, pathname, 'index.html'));
  return file.startsWith(dir + sep) && existsSync(file);
}

/** null for what can't be a path of a file. */
function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes('\0') ? null : decoded;
  } catch {
    return null;
  }
}

/** @throws the error of `listen`, e.g. with code `EADDRINUSE`. */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const folder = resolve(dir);
  const files = sirv(folder, { etag: true, setHeaders: setType });
  const compress = compression({
    filter: (req, res) => !req.headers.range && compression.filter(req, res),
  }) as unknown as (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

  function notFound(req: IncomingMessage, res: ServerResponse): void {
    const page = join(folder, '404.html');
    res.writeHead(404, { 'Content-Type': `text/html${charset}` });
    res.end(req.method !== 'HEAD' && existsSync(page) ? readFileSync(page) : undefined);
  }

  function answer(req: IncomingMessage, res: ServerResponse): void {
    const [path = '/', query] = (req.url ?? '/').split(/\?(.*)/s);
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : null;
    const decoded = inside && decodePath(inside);
    if (!inside || !decoded) {
      notFound(req, res);
    } else if (!inside.endsWith('/') && isFolder(folder, decoded)) {
      res.writeHead(301, { Location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
    } else {
      req.url = inside;
      files(req, res, () => notFound(req, res));
    }
  }

  const server = createServer((req, res) => compress(req, res, () => answer(req, res)));
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
