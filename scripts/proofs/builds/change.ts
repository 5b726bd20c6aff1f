/** Changes to a workshop's sources as a person would make them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { listSources, sha256 } from '../../lib/sources.ts';

/** No copy holds it. */
const SENTENCE = '这一句是为查验而添的。';

/** Ids of the copies that a sentence in UTF-8 can be added to, sorted. */
export function changeable(folder: string): string[] {
  return listSources(folder)
    .filter(({ name }) => name.endsWith('.txt') && isUtf8(readFileSync(join(folder, 'sources', name))))
    .map(({ id }) => id);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).length > 0;
  } catch {
    return false;
  }
}

/** Puts a sentence at the end of the first copy of a workshop that can take it, and gives its id. */
export function changeOne(folder: string): string {
  const [id] = changeable(folder);
  if (id === undefined) throw new Error('没有纯文本的原文可改。');
  addSentence(folder, id, SENTENCE);
  return id;
}

/** Adds a sentence as a paragraph at the end of a copy. */
export function addSentence(folder: string, id: string, sentence: string): void {
  const path = join(folder, `sources/${id}.txt`);
  const yaml = join(folder, `sources/${id}.yaml`);
  const bytes = Buffer.concat([readFileSync(path), Buffer.from(`\n　　${sentence}\n`)]);
  const document = parseDocument(readFileSync(yaml, 'utf8'));
  document.set('sha256', sha256(bytes));
  document.set('updated', '2025-01-02');
  writeFileSync(path, bytes);
  writeFileSync(yaml, document.toString({ lineWidth: 0 }));
}
