/** Reads `_headers` as the hosts do that know it, so that our own server sends what they send. */
import { patternOf } from './headers.ts';

export interface HeaderBlock {
  pattern: RegExp;
  headers: Record<string, string>;
}

export function readHeadersFile(text: string): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name && value) Object.assign(blocks.at(-1)?.headers ?? {}, { [name]: value });
    else if (line.startsWith('/')) blocks.push({ pattern: new RegExp(patternOf(line, '/')), headers: {} });
  }
  return blocks;
}

/** What is sent with the file at a path: the headers of all blocks that name it. */
export function headersOf(blocks: HeaderBlock[], path: string): Record<string, string> {
  return Object.assign({}, ...blocks.filter(({ pattern }) => pattern.test(path)).map(({ headers }) => headers));
}
