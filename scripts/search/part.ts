/**
 * A part of the index: everything about some documents that takes time to make, as one file that joins need nothing else for.
 *
 * The file is the signature, the number of bytes of the head (32 bits, least part first), the head (`Head` as JSON in UTF-8), of each
 * document its record as published and its folded text in UTF-16, the stretches of entries (`PostingsMaker`), and the CRC-32 of all that.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { crc32, gunzipSync, gzipSync } from 'node:zlib';
import { speechVersion } from '../../src/data/version.ts';
import type { Forms } from '../../src/search/forms.ts';
import { countCharacters } from '../../src/search/match.ts';
import { newestFirst, type SearchRecord } from '../../src/search/record.ts';
import { speechRecord } from '../../src/search/speech-record.ts';
import type { Speech } from '../../src/text/speech.ts';
import { writeAtomic } from '../lib/files.ts';
import { PostingsMaker } from './postings.ts';

const SIGNATURE = Buffer.from('search part\n');
const FOREMOST = SIGNATURE.length + 4;
const SUM = 4;
/** Stands between the folded texts of blocks; folding leaves none inside of them. */
const BETWEEN = '\n';

export interface Indexed {
  record: SearchRecord;
  /** As in `speechVersion`; empty where documents have none. */
  version: string;
}

export interface HeldDocument {
  id: string;
  date: string | null;
  version: string;
  /** Characters of all blocks, spaces not counted. */
  characters: number;
  /** CRC-32 of the record, as gzip closes with it. */
  sum: number;
  /** Bytes of the record and of the folded text. */
  sizes: [record: number, folded: number];
}

export function indexed(speech: Speech): Indexed {
  return { record: speechRecord(speech), version: speechVersion(speech) };
}

interface Head {
  /** `digestOfMaker` of what made the part. */
  maker: string;
  /** Newest first, as the entries number them. */
  documents: HeldDocument[];
  /** All characters that stand in the texts, sorted. */
  present: string;
  postings: number;
  /** Bytes of each stretch of entries. */
  stretches: number[];
}

export function writePart(path: string, indexed: readonly Indexed[], forms: Forms, maker: string): void {
  const postings = new PostingsMaker((folded) => forms.key(folded));
  const present = new Set<string>();
  const contents: Uint8Array[] = [];
  const documents = indexed
    .toSorted((a, b) => newestFirst(a.record, b.record))
    .map(({ record, version }): HeldDocument => {
      const packed = pack(record);
      const folded = Buffer.from(postings.add(record).join(BETWEEN), 'utf16le');
      contents.push(packed, folded);
      for (const { text } of record.blocks) for (const character of text) present.add(character);
      return {
        id: record.id,
        date: record.date,
        version,
        characters: record.blocks.reduce((sum, { text }) => sum + countCharacters(text), 0),
        sum: packed.readUInt32LE(packed.length - 8),
        sizes: [packed.length, folded.length],
      };
    });
  const stretches = postings.stretches();
  const head: Head = {
    maker,
    documents,
    present: [...present].sort().join(''),
    postings: postings.length,
    stretches: stretches.map(({ length }) => length),
  };
  const bytes = Buffer.from(JSON.stringify(head));
  const whole = Buffer.concat([SIGNATURE, number(bytes.length), bytes, ...contents, ...stretches]);
  writeAtomic(path, Buffer.concat([whole, number(crc32(whole))]));
}

/** A part as it lies on disk. */
export class Part {
  readonly head: Head;
  readonly #path: string;
  /** Where each document begins with its record and its folded text; behind the last the stretches do. */
  readonly #starts: number[];

  /** @throws Error where the file is not whole */
  constructor(path: string) {
    const bytes = readFileSync(path);
    const body = bytes.subarray(0, -SUM);
    if (!body.subarray(0, SIGNATURE.length).equals(SIGNATURE) || crc32(body) !== bytes.readUInt32LE(body.length))
      throw new Error(`${path} is torn`);
    const begin = FOREMOST + bytes.readUInt32LE(SIGNATURE.length);
    this.head = JSON.parse(bytes.toString('utf8', FOREMOST, begin));
    this.#path = path;
    this.#starts = [begin];
    for (const { sizes } of this.head.documents)
      this.#starts.push((this.#starts.at(-1) as number) + sizes[0] + sizes[1]);
  }

  /** One record, without reading the others. */
  record(document: number): SearchRecord {
    const [size = 0] = this.head.documents[document]?.sizes ?? [];
    return JSON.parse(gunzipSync(readAt(this.#path, this.#starts[document] as number, size)).toString('utf16le'));
  }

  /** Each record as it is published, and the folded text of each of its blocks. */
  *contents(): Generator<{ id: string; packed: Uint8Array; folded: string[] }> {
    const bytes = readFileSync(this.#path);
    for (const [number, { id, sizes }] of this.head.documents.entries()) {
      const start = this.#starts[number] as number;
      const middle = start + sizes[0];
      const folded = bytes.toString('utf16le', middle, middle + sizes[1]).split(BETWEEN);
      yield { id, packed: bytes.subarray(start, middle), folded };
    }
  }

  /** Entries by the hash of their terms. */
  *stretches(): Generator<Uint8Array> {
    let at = this.#starts.at(-1) as number;
    for (const size of this.head.stretches) {
      yield readAt(this.#path, at, size);
      at += size;
    }
  }
}

/** JSON, two bytes a character: that suits Chinese text, 7 % smaller than UTF-8 once compressed. */
export function pack(value: unknown): Buffer {
  return gzipSync(Buffer.from(JSON.stringify(value), 'utf16le'), { level: 9 });
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A folder of parts may hold more files than a process may keep open. */
function readAt(path: string, from: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, bytes, 0, size, from) < size) throw new Error(`${path} is torn`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
