/** The anchor file of a speech: every id ever published with the hash and the beginning of its text. Appended to, never rewritten. */
import { createHash } from 'node:crypto';
import type { Speech } from '../../src/text/speech.ts';

export interface AnchorFile {
  ids: { [id: string]: { hash: string; text: string } };
}

const BEGINNING = 12;

/** Every id of the speech with its text: blocks, run-in headings, and parts that are absent. */
export function anchorsOf(speech: Speech): AnchorFile {
  const texts = new Map<string, string>();
  const absent = new Map(
    speech.outline.filter((each) => !each.present).map((each) => [each.id, each.marker + each.heading]),
  );
  for (const block of speech.blocks) {
    if (block.kind === 'omission') {
      texts.set(block.id, '');
      for (const id of block.absent) texts.set(id, absent.get(id) ?? '');
      continue;
    }
    texts.set(block.id, block.text);
    for (const mark of block.marks) if (mark.kind === 'runin') texts.set(mark.id, block.text.slice(mark.from, mark.to));
  }
  const entries = [...texts].map(([id, text]) => [
    id,
    { hash: hashOf(text), text: [...text].slice(0, BEGINNING).join('') },
  ]);
  return { ids: Object.fromEntries(entries) };
}

/** First 8 hex digits of the SHA-256 of a text. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The old file with new ids appended, and the ids that the speech no longer has. */
export function mergeAnchors(old: AnchorFile | null, now: AnchorFile): { file: AnchorFile; vanished: string[] } {
  const vanished = Object.keys(old?.ids ?? {}).filter((id) => !(id in now.ids));
  const added = Object.fromEntries(Object.entries(now.ids).filter(([id]) => !(id in (old?.ids ?? {}))));
  return { file: { ...old, ids: { ...old?.ids, ...added } }, vanished };
}
