/** Compressed copies beside the files, so that a server has nothing to compute. Same input, same bytes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { hidden, isText, types } from './headers.ts';

/** Below this many bytes a copy saves no packet. */
const SMALLEST = 1024;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Where gzip names the system that wrote the file; 255 is “unknown” (RFC 1952, 2.3.1). */
const GZIP_SYSTEM = 9;

/** Copies of a file by ending; only those that are smaller than it. */
export async function compressed(content: Uint8Array): Promise<Map<'br' | 'gz', Uint8Array>> {
  if (content.length < SMALLEST) return new Map();
  const zipped = await deflate(content, { level: 9 });
  zipped[GZIP_SYSTEM] = 255;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const copies = [['br', await brotli(content, { params })] as const, ['gz', zipped] as const];
  return new Map(copies.filter(([, copy]) => copy.length < content.length));
}

/** Whether a file of the built site is text for readers. */
function isCompressible(path: string): boolean {
  const type = types[path.slice(path.lastIndexOf('.') + 1)];
  return type !== undefined && isText(type) && !hidden.test(`/${path}`);
}

/** Writes the copies `<file>.br` and `<file>.gz` of all text below the folder. */
export async function compressAll(dir: string): Promise<void> {
  const paths = (await readdir(dir, { recursive: true })).filter(isCompressible);
  // A few at a time: zlib has four threads, and a large site more files than a process may open.
  const next = paths.values();
  const work = async () => {
    for (const path of next) {
      for (const [ending, copy] of await compressed(await readFile(join(dir, path))))
        await writeFile(join(dir, `${path}.${ending}`), copy);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}
