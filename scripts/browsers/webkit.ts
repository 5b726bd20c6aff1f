/** WebKitGTK over WebDriver, with Debian's driver and its small browser; on a display of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Driver, until } from './driver.ts';

/** @param paths of WebKitWebDriver, its MiniBrowser and Xvfb */
export async function startWebKit(paths: { driver: string; browser: string; display: string }): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const display = await startDisplay(paths.display);
  const port = 20_000 + (process.pid % 20_000);
  const env = { ...process.env, HOME: home, DISPLAY: display.name, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn(paths.driver, [`--port=${port}`], { stdio: 'ignore', env });
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const { value } = (await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json()) as { value: T };
    const { error, message } = (value ?? {}) as { error?: string; message?: string };
    if (error) throw new Error(`${path}: ${error} ${message}`);
    return value;
  };
  const options = { binary: paths.browser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  await untilListening(port, driver);
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  const driving: Driver = {
    async goto(url) {
      // The driver may answer before the new page has come; from an empty page the two can't be mistaken.
      for (const address of ['about:blank', url]) await call('POST', `${session}/url`, { url: address });
      await until(driving, `location.href !== 'about:blank' && document.readyState === 'complete'`);
    },
    async evaluate(expression) {
      const script = `const done = arguments[0]; (async () => JSON.stringify((await (${expression})) ?? null))().then(done)`;
      return JSON.parse(await call<string>('POST', `${session}/execute/async`, { script, args: [] }));
    },
    async press(keys) {
      const actions = [...keys].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async close() {
      await call('DELETE', session);
      for (const child of [driver, display.child]) await end(child);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return driving;
}

/** A display that Xvfb chooses itself, e.g. `:99`. */
async function startDisplay(path: string): Promise<{ name: string; child: ChildProcess }> {
  const args = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x900x24'];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((done, fail) => {
    child.stdio[3]?.on('data', (chunk) => done(String(chunk).trim()));
    child.once('exit', () => fail(new Error('Xvfb 没有起来')));
  });
  return { name: `:${number}`, child };
}

async function untilListening(port: number, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('WebKitWebDriver 没有起来');
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}
