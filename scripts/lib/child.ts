import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** Some tools colour what nobody sees in colour. */
const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' };

/** Runs a JavaScript or TypeScript file of the project on this Node, in its root, on our streams; gives the exit code. */
export function runNode(script: string, args: string[] = [], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
      cwd: root,
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', fail);
    child.on('exit', (code) => done(code ?? 1));
  });
}
