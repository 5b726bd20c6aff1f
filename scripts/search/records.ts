import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { files } from '../../src/search/library.ts';
import type { SearchRecord } from '../../src/search/record.ts';

/** Records by number, each read from its file when asked for. */
export interface Records {
  length: number;
  at(number: number): SearchRecord | undefined;
}

/** The records of a folder of which the texts are written. */
export function writtenRecords(folder: string, ids: readonly string[]): Records {
  const read = (id: string) => JSON.parse(gunzipSync(readFileSync(join(folder, files.record(id)))).toString('utf16le'));
  return {
    length: ids.length,
    at: (number) => {
      const id = ids[number];
      return id === undefined ? undefined : (read(id) as SearchRecord);
    },
  };
}

export function* each(records: Records): Generator<SearchRecord> {
  for (let number = 0; number < records.length; number++) yield records.at(number) as SearchRecord;
}
