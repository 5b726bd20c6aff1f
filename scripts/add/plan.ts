/** What adding one file would do: everything found, everything proposed, nothing written. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { stringify } from 'yaml';
import { sha256 } from '../lib/sources.ts';
import { normalizeDocument } from '../normalize/index.ts';
import { type Knowledge, knowledgeSchema } from '../normalize/knowledge.ts';
import { read } from '../normalize/readers/index.ts';
import { type RawDocument, type Record, SourceError } from '../normalize/types.ts';
import { proposeId } from './id.ts';
import type { Library } from './library.ts';
import { type Likeness, likenesses, runsOf } from './overlap.ts';
import { proposeTopics } from './topics.ts';

const RIGHTS = '网上公开流传的文本，权利归原作者与发布单位；本站仅作整理与索引，权利人可要求撤下。';

const ENDINGS: { [format in RawDocument['format']]: string } = {
  text: '.txt',
  html: '.html',
  docx: '.docx',
  pdf: '.pdf',
  markdown: '.md',
};

export interface Plan {
  /** As the editor named it. */
  file: string;
  bytes: Uint8Array;
  knowledge: Knowledge;
  record: Record;
  similar: Likeness[];
}

/** A file whose bytes the library holds already. */
export interface AlreadyHeld {
  file: string;
  heldAs: string;
}

/**
 * @param file relative to `folder`, or absolute
 * @throws SourceError with a message for a person
 */
export async function plan(file: string, folder: string, library: Library): Promise<Plan | AlreadyHeld> {
  const bytes = readBytes(file, resolve(folder, file));
  const digest = sha256(bytes);
  const heldAs = library.copies.get(digest);
  if (heldAs) return { file, heldAs };
  const document = await read({ path: file, bytes });
  const { speech } = normalizeDocument(document, file, null, digest);
  const topics = proposeTopics(speech);
  const knowledge = knowledgeSchema.parse({
    id: proposeId({ ...speech.meta, topics }, library.taken),
    originalName: basename(file),
    sha256: digest,
    rights: RIGHTS,
    topics,
  });
  return renamed(
    {
      file,
      bytes,
      knowledge,
      record: normalizeDocument(document, file, knowledge, digest),
      similar: likenesses(runsOf(speech), library.speeches),
    },
    knowledge.id,
  );
}

/** The same plan under another id. */
export function renamed(plan: Plan, id: string): Plan {
  const knowledge = { ...plan.knowledge, id };
  const { speech, document } = plan.record;
  const source = { ...speech.meta.source, file: `${id}${ENDINGS[document.format]}` };
  return {
    ...plan,
    knowledge,
    record: { ...plan.record, speech: { ...speech, meta: { ...speech.meta, id, source } } },
  };
}

/** The two files below the root: the copy byte for byte, and what is known about it. */
export function filesOf({ knowledge, record, bytes }: Plan): { path: string; content: string | Uint8Array }[] {
  const { overrides, redirects, ...known } = knowledge;
  return [
    { path: `sources/${knowledge.id}${ENDINGS[record.document.format]}`, content: bytes },
    { path: `sources/${knowledge.id}.yaml`, content: stringify(known, { lineWidth: 0, flowCollectionPadding: false }) },
  ];
}

function readBytes(file: string, path: string): Uint8Array {
  if (!existsSync(path)) throw new SourceError(`${file} 不存在：请核对路径。`);
  if (statSync(path).isDirectory()) throw new SourceError(`${file} 是文件夹：请指明其中的文件，例如 ${file}/*。`);
  return readFileSync(path);
}
