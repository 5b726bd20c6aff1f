import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of an index, by its path below the folder of the index. */
export interface IndexFile {
  path: string;
  content: string | Uint8Array;
}

export async function writeIndexFile(folder: string, { path, content }: IndexFile): Promise<void> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
