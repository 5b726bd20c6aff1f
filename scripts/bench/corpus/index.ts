/** Sources as received, of speeches that nobody gave, with what is true of each: the same for the same seed, however many are made. */
import { createHash } from 'node:crypto';
import { Random } from '../random.ts';
import type { Truth } from '../score.ts';
import { encodings } from './encodings.ts';
import { type Manuscript, manuscript } from './manuscript.ts';
import { messOf } from './mess.ts';
import { Words } from './words.ts';

export interface Made {
  id: string;
  bytes: Uint8Array;
  yaml: string;
  truth: Truth & { characters: number; mess: string[] };
}

/** Characters of a document: lognormal between two bounds, this many on average. */
const MEDIAN = 2560;
const SPREAD = 0.72;
export const LEAST = 1000;
export const MOST = 40_000;

export class CorpusMaker {
  readonly #seed: number;
  readonly #words: Words;

  constructor(seed: number) {
    this.#seed = seed;
    this.#words = new Words(new Random(seed));
  }

  /** @param number from 1 */
  document(number: number): Made {
    const random = new Random(Math.imul(this.#seed + 1, 0x9e3779b1) + number);
    const text = manuscript(random, this.#words, lengthOf(random));
    const isCut = random.chance(0.06);
    const kept = isCut ? cut(text) : text;
    const { lines, mess } = messOf(kept.lines, random);
    const { name, encode } = weighed(random, encodings);
    const end = random.chance(0.2) ? '\r\n' : '\n';
    const bytes = encode(`${lines.join(end)}${isCut ? '' : end}`);
    const id = `made-${String(number).padStart(6, '0')}`;
    const harms = [...mess, ...(isCut ? ['cut-end'] : []), ...(end === '\n' ? [] : ['crlf']), name];
    return { id, bytes, yaml: yamlOf(id, bytes), truth: truthOf(id, kept, lines, harms) };
  }
}

function lengthOf(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.round(Math.min(MOST, Math.max(LEAST, MEDIAN * Math.exp(SPREAD * normal))));
}

/** Broken off in mid sentence, in the last paragraph. */
function cut(text: Manuscript): Manuscript {
  const last = text.lines.findLastIndex((line) => line.length > 60);
  const rest = (text.lines[last] ?? '').replace(/.{8}$/u, '').replace(/[，。]$/u, '');
  return { ...text, lines: [...text.lines.slice(0, last), rest] };
}

function weighed<T extends { share: number }>(random: Random, list: readonly T[]): T {
  let rest = random.next();
  for (const each of list) {
    if (rest < each.share) return each;
    rest -= each.share;
  }
  return list[0] as T;
}

function truthOf(id: string, text: Manuscript, lines: string[], mess: string[]): Made['truth'] {
  return {
    file: `../sources/${id}.txt`,
    title: text.title,
    titleInText: text.hasTitle,
    date: text.date,
    expected_top_headings: text.headings,
    characters: lines.reduce((sum, line) => sum + line.length, 0),
    mess,
  };
}

function yamlOf(id: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `id: ${id}\noriginalName: ${id}.txt\nsha256: ${digest}\nrights: 测量用的文字，由程序生成。\n`;
}
