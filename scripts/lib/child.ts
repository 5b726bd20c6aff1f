import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** Some tools colour what nobody sees in colour. */
const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' };

/** Takes what a child prints, on either stream, as it comes. */
export type Print = (text: string) => void;

/**
 * Runs a JavaScript or TypeScript file of the project on this Node, in its root; gives the exit code.
 * @param print where the child's words go; without it, they go to our own streams
 */
export function runNode(
  script: string,
  args: string[] = [],
  env: Record<string, string> = {},
  print?: Print,
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
      cwd: root,
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', print ? 'pipe' : 'inherit', print ? 'pipe' : 'inherit'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => print?.(text));
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}
