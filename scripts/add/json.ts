/** What `--json` prints about each file. */
import { redactionCount, textLength } from '../../src/data/summary.ts';
import type { Meta, OutlineEntry } from '../../src/text/speech.ts';
import type { Evidence, Finding } from '../normalize/types.ts';
import { checks } from './checks.ts';
import type { Likeness } from './overlap.ts';
import { filesOf, type Plan } from './plan.ts';

/** `added` is written, `proposed` is not, `held` was in the library before, `failed` can't be read. */
export type JsonEntry =
  | ({ file: string; status: 'added' | 'proposed' } & Details)
  | { file: string; status: 'held'; heldAs: string }
  | { file: string; status: 'failed'; error: string };

interface Details {
  id: string;
  /** Below the root: the copy and its `.yaml`. */
  paths: string[];
  format: string;
  encoding: string;
  /** Title, dates, place and the rest, with the proposed topics. */
  meta: Meta;
  evidence: { [field: string]: Evidence[] };
  outline: OutlineEntry[];
  /** Characters without spaces, paragraphs, redaction marks. */
  counts: { characters: number; paragraphs: number; redactions: number };
  findings: Finding[];
  similar: Likeness[];
  /** What a person should look at. */
  checks: string[];
}

export function entry(plan: Plan, status: 'added' | 'proposed'): JsonEntry {
  const { file, knowledge, record, similar } = plan;
  const { speech, document, evidence, findings } = record;
  return {
    file,
    status,
    id: knowledge.id,
    paths: filesOf(plan).map(({ path }) => path),
    format: document.format,
    encoding: document.encoding,
    meta: speech.meta,
    evidence,
    outline: speech.outline,
    counts: {
      characters: textLength(speech),
      paragraphs: speech.blocks.filter(({ kind }) => kind === 'paragraph').length,
      redactions: redactionCount(speech),
    },
    findings,
    similar,
    checks: checks(plan),
  };
}

export function failure(file: string, error: string): JsonEntry {
  return { file, status: 'failed', error };
}
