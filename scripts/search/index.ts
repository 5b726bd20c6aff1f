/** The search index: made in parts (`indexParts`), joined into the folder that a browser reads (`joinParts`). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formsOf } from '../../src/search/forms.ts';
import type { Catalogue } from '../../src/search/library.ts';
import { allForms } from './forms.ts';
import { type JoinOptions, joinParts } from './join.ts';
import { type Indexed, writePart } from './part.ts';

export { type Engine, joinParts } from './join.ts';
export { partOf, partsFor } from './partition.ts';
export { indexParts } from './parts.ts';

/** Documents that are held in memory at a time. */
const AT_ONCE = 200;

/** A library of documents that nothing is remembered of: its parts are made for this one time. They are read once, a few at a time. */
export async function writeLibrary(
  folder: string,
  documents: Iterable<Indexed>,
  options?: JoinOptions,
): Promise<Catalogue> {
  const parts = mkdtempSync(join(tmpdir(), 'search-parts-'));
  const forms = formsOf(allForms);
  const paths: string[] = [];
  try {
    for (const some of groups(documents, AT_ONCE)) {
      const path = join(parts, String(paths.length));
      writePart(path, some, forms, '');
      paths.push(path);
    }
    return await joinParts(paths, folder, options);
  } finally {
    rmSync(parts, { recursive: true });
  }
}

function* groups<T>(values: Iterable<T>, size: number): Generator<T[]> {
  let group: T[] = [];
  for (const value of values) {
    group.push(value);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
