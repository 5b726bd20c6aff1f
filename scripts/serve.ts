/** A small static file server with what a good static host does: folders, 404 page, compressed copies, ranges, `_headers`. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { hidden, otherwise, typeOf } from './deploy/headers.ts';
import { type HeaderBlock, headersOf, readHeadersFile } from './deploy/headers-file.ts';

export interface ServeOptions {
  /** Folder to serve. Its files are listed once, at the start. */
  dir: string;
  /** Path below which the site stands, `/` or `/repo/`; everything outside is not found. */
  base?: string;
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** Told of each request as it comes, and with the bytes on the wire, headers included, when it is answered or broken off. */
  watch?: (path: string) => (bytes: number) => void;
}

export interface Served {
  /** Address of the home page with base, e.g. `http://127.0.0.1:4321/repo/`. */
  url: string;
  /** Ends open connections too. */
  close: () => Promise<void>;
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

function readBlocks(folder: string): HeaderBlock[] {
  const file = join(folder, '_headers');
  return existsSync(file) ? readHeadersFile(readFileSync(file, 'utf8')) : [];
}

function measure(answered: (bytes: number) => void, res: ServerResponse): void {
  const { socket } = res;
  const before = socket?.bytesWritten ?? 0;
  // A reader who goes away leaves an answer that is never finished.
  res.once('close', () => answered((socket?.bytesWritten ?? 0) - before));
}

/** @throws the error of `listen`, e.g. with code `EADDRINUSE`. */
export async function serve({ dir, base = '/', port = 0, host = '127.0.0.1', watch }: ServeOptions): Promise<Served> {
  const folder = resolve(dir);
  const blocks = readBlocks(folder);
  const files = sirv(folder, { etag: true, gzip: true, brotli: true, setHeaders: describe });

  /** @param path of the file below the base, as the reader asked for it */
  function describe(res: ServerResponse, path: string): void {
    const headers = { ...otherwise, ...headersOf(blocks, base.slice(0, -1) + path) };
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    const type = typeOf(path);
    if (type) res.setHeader('Content-Type', type);
  }

  function notFound(req: IncomingMessage, res: ServerResponse): void {
    const page = join(folder, '404.html');
    describe(res, '/404.html');
    res.writeHead(404);
    res.end(req.method !== 'HEAD' && existsSync(page) ? readFileSync(page) : undefined);
  }

  function answer(req: IncomingMessage, res: ServerResponse): void {
    const [path = '/', query] = (req.url ?? '/').split(/\?(.*)/s);
    if (watch) measure(watch(path), res);
    const inside = path.startsWith(base) ? path.slice(base.length - 1) : null;
    const decoded = inside && decodePath(inside);
    // A part is one of the file itself, not of its compressed copy.
    if (req.headers.range) delete req.headers['accept-encoding'];
    if (!inside || !decoded || hidden.test(decoded)) {
      notFound(req, res);
    } else if (!inside.endsWith('/') && isFolder(folder, decoded)) {
      res.writeHead(301, { Location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
    } else {
      req.url = inside;
      files(req, res, () => notFound(req, res));
    }
  }

  const server = createServer(answer);
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
