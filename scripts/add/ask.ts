/** Asks on the terminal whether and under which id a file is added. */
import { createInterface } from 'node:readline/promises';
import { metaSchema } from '../../src/text/speech.ts';

/** The id to write under; null for no. */
export type Ask = (proposed: string, taken: ReadonlySet<string>) => Promise<string | null>;

export const askOnTerminal: Ask = async (proposed, taken) => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  terminal.once('SIGINT', () => process.exit(130));
  // The end of the input, as by Ctrl+D, means no.
  const ended = new Promise<string>((done) => terminal.once('close', () => done('n')));
  try {
    for (let question = `写入？回车用编号 ${proposed}，n 不写，或另写一个编号：`; ; ) {
      const answer = decide(await Promise.race([terminal.question(question), ended]), proposed, taken);
      if ('id' in answer) return answer.id;
      question = answer.again;
    }
  } finally {
    terminal.close();
  }
};

/** What an answer means: an id, null for no, or the next question. */
export function decide(
  answer: string,
  proposed: string,
  taken: ReadonlySet<string>,
): { id: string | null } | { again: string } {
  const word = answer.trim();
  if (word === '' || word === 'y') return { id: proposed };
  if (word === 'n') return { id: null };
  if (!metaSchema.shape.id.safeParse(word).success)
    return { again: '编号只用小写字母、数字和连字符，例如 iot-industry-cluster：' };
  if (taken.has(word)) return { again: `编号 ${word} 已经用过，请另写一个：` };
  return { id: word };
}
