import { type Print, runNode } from './child.ts';
import { readConclusion, type Tally } from './reports.ts';

/**
 * Runs a proof and reads what it closes with.
 * @param script below the project's root
 * @param print where its words go; without it, they appear as they come
 */
export async function runProof(script: string, args: string[], print?: Print): Promise<Tally> {
  const said: string[] = [];
  const code = await runNode(script, args, {}, (text) => {
    if (print) print(text);
    else process.stdout.write(text);
    said.push(text);
  });
  return readConclusion(said.join(''), code);
}
