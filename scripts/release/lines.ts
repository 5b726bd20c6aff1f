/** Files of one JSON value a line, ended by a line feed: written with their sums, and read without being held in memory. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { json } from '../../src/data/copies/speech.ts';

export interface Sums {
  lines: number;
  bytes: number;
  sha256: string;
}

/** Signs, other than the line feed, at which some programs end a line; JSON may hold them as they are. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A new file that is written line by line. */
export class LineWriter {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #lines = 0;
  #bytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  write(value: unknown): void {
    const line = Buffer.from(json(value).replace(LINE_ENDS, escaped));
    for (let at = 0; at < line.length; ) at += writeSync(this.#file, line, at);
    this.#hash.update(line);
    this.#lines++;
    this.#bytes += line.length;
  }

  close(): void {
    closeSync(this.#file);
  }

  sums(): Sums {
    return { lines: this.#lines, bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') };
  }
}

/** The lines of a file without their line feeds; nothing else ends a line. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const [first = '', ...rest] = decoder.write(chunk).split('\n');
    pieces.push(first);
    for (const piece of rest) {
      yield pieces.join('');
      pieces = [piece];
    }
  }
  const last = pieces.join('') + decoder.end();
  if (last) yield last;
}
