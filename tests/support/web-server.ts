/** Real web servers over a built site, with the configurations as shipped: on loopback, a free port, and stopped by their process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBrotliModule, findProgram, type ProgramName } from '../../scripts/lib/programs.ts';
import { root } from '../../scripts/lib/root.ts';
import type { BuiltSite } from '../site/built.ts';

export interface WebServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  origin: string;
  /** What it has written about errors. */
  errors: () => string;
  stop: () => Promise<void>;
}

/** A folder in which the site stands below its base, as the configurations ask for. */
function placeSite(folder: string, { dir, base }: BuiltSite): string {
  const root = join(folder, 'root');
  if (base === '/') symlinkSync(dir, root);
  else {
    mkdirSync(dirname(join(root, base.slice(0, -1))), { recursive: true });
    symlinkSync(dir, join(root, base.slice(0, -1)));
  }
  return root;
}

/** @throws where the shipped configuration no longer holds what is to be replaced */
function adapt(shipped: string, changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The shipped configuration does not hold “${from}”`);
    return text.replaceAll(from, to);
  }, shipped);
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

async function start(name: ProgramName, args: string[], origin: string, folder: string): Promise<WebServer> {
  const command = findProgram(name);
  if (!command) throw new Error(`${name} is not installed`);
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const errorLog = join(folder, 'error.log');
  const errors = () => (existsSync(errorLog) ? readFileSync(errorLog, 'utf8') : '');
  await untilAnswering(origin, child, () => said + errors());
  return {
    origin,
    errors,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again and again until the server answers; its end is the only reason to give up. */
async function untilAnswering(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  while (!ended) {
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`The server ended: ${said()}`);
}

const brotliModule = findBrotliModule();

/** Whether nginx can hand out Brotli copies here. */
export const nginxHasBrotli = brotliModule !== null;

/** nginx with `deploy/nginx.conf`. */
export async function startNginx(site: BuiltSite): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const place = placeSite(folder, site);
  const port = await freePort();
  const shipped = adapt(readFileSync(join(root, 'deploy/nginx.conf'), 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['/srv/jianghua/_deploy', `${site.dir}/_deploy`],
    ['/srv/jianghua', place],
    ...(nginxHasBrotli ? [['# brotli_static on;', 'brotli_static on;'] as [string, string]] : []),
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder};`);
  const main = [
    ...(nginxHasBrotli ? [`load_module ${brotliModule};`] : []),
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; worker_processes 1;`,
    'events { worker_connections 1024; }',
    `http { access_log off; ${temporary.join(' ')}\n${shipped}\n}`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), main.join('\n'));
  return start(
    'nginx',
    ['-c', join(folder, 'nginx.conf'), '-e', `${folder}/error.log`],
    `http://127.0.0.1:${port}`,
    folder,
  );
}

/** Caddy with `deploy/Caddyfile`, without certificates. */
export async function startCaddy(site: BuiltSite): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
  const place = placeSite(folder, site);
  const port = await freePort();
  const shipped = adapt(readFileSync(join(root, 'deploy/Caddyfile'), 'utf8'), [
    ['example.org {', `http://127.0.0.1:${port} {\n\tbind 127.0.0.1`],
    ['/srv/jianghua/_deploy', `${site.dir}/_deploy`],
    ['/srv/jianghua', place],
    ['rewrite * /404.html', `rewrite * ${site.base}404.html`],
  ]);
  const path = join(folder, 'Caddyfile');
  writeFileSync(path, `{\n\tadmin off\n\tauto_https off\n}\n\n${shipped}`);
  return start('caddy', ['run', '--adapter', 'caddyfile', '--config', path], `http://127.0.0.1:${port}`, folder);
}
