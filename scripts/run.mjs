/**
 * Runs `scripts/<command>.ts` on a machine that may have nothing installed yet: `node scripts/run.mjs <command> [arguments]`.
 * Brings `node_modules` to the lock file when it is not, picks a Node that is new enough, and hands over.
 * Node built-ins only. Speaks on stderr; stdout belongs to the command.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  agreesWithLock,
  explainInstallFailure,
  frugalFor,
  isNodeNewEnough,
  messages,
  stampOf,
} from './lib/bootstrap.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const binaries = join(modules, '.bin');
const stampFile = join(modules, '.installed');
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const platform = `${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';
/** npm, told to end, ends the shell between it and us, which does not tell us. Who starts us without npm may leave us alone. */
const parent = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid;
const broughtNode = join(binaries, windows ? 'node.cmd' : 'node');

function stop(message) {
  console.error(message);
  process.exit(1);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Node that runs the commands: this one if it is new enough, else the one among the dependencies; null if neither. */
function chooseNode() {
  if (isNodeNewEnough(process.versions.node)) return process.execPath;
  return existsSync(broughtNode) ? broughtNode : null;
}

function isInstalled(lock, stamp) {
  if (!existsSync(modules) || !chooseNode()) return false;
  if (read(stampFile) === stamp) return true;
  if (!agreesWithLock(lock, read(join(modules, '.package-lock.json')))) return false;
  writeFileSync(stampFile, stamp);
  return true;
}

/** Starts a child that ends when we are told to end; gives its exit code and what it printed, if that is piped. */
function run(command, args, options) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, ...options });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    let stopped = false;
    const pass = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    for (const signal of stopSignals) process.on(signal, pass);
    const watch = setInterval(() => {
      if (parent !== undefined && process.ppid !== parent) pass('SIGTERM');
    }, 500);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      for (const name of stopSignals) process.off(name, pass);
      done({ code: code ?? 128 + constants.signals[signal], stopped, output: output.join('') });
    });
  });
}

/** `npm ci` empties node_modules first, so it must not run on the Node that lies there. */
async function install(stamp) {
  console.error(messages.installing);
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binaries);
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  const { code, stopped, output } = await run(
    'npm',
    ['ci', '--include=dev', '--include=optional', '--prefer-offline', ...quiet],
    {
      env: { ...process.env, PATH: path.join(delimiter) },
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  ).catch(() => stop(messages.noNpm));
  if (stopped) process.exit(code || 1);
  if (code !== 0) stop(explainInstallFailure(output));
  writeFileSync(stampFile, stamp);
  console.error(messages.installed);
}

function isJson(text) {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

async function prepare() {
  const lock = read(join(root, 'package-lock.json'));
  if (lock === null) stop(messages.noLock);
  if (!isJson(lock)) stop(messages.badLock);
  const stamp = stampOf(lock, platform);
  if (!isInstalled(lock, stamp)) await install(stamp);
}

/** Hands over: same streams, same exit code, signals passed on so that servers can close. */
async function hand(node, command, args) {
  const { flags, env } = frugalFor(command);
  const script = join(root, 'scripts', `${command.replaceAll(':', '-')}.ts`);
  const { code } = await run(node, ['--disable-warning=ExperimentalWarning', ...flags, script, ...args], {
    env: {
      ...env,
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}`,
    },
    shell: windows && node.endsWith('.cmd'),
    stdio: 'inherit',
  });
  process.exitCode = code;
}

const [command = '', ...args] = process.argv.slice(2);
const known = Object.keys(JSON.parse(read(join(root, 'package.json'))).scripts);
if (Number.parseInt(process.versions.node, 10) < 18) stop(messages.nodeTooOld(process.versions.node));
if (!known.includes(command)) stop(messages.unknownCommand(command, known));
await prepare();
const node = chooseNode();
if (node) await hand(node, command, args);
else stop(messages.noNode(platform, process.versions.node));
