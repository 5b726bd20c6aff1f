/** The normalizer: one copy in, one Record out. Pure: no disk, no clock, no network. */
import { topics } from '../../src/data/topics.ts';
import type { Block, OutlineEntry, Speech } from '../../src/text/speech.ts';
import type { Knowledge } from './knowledge.ts';
import { sourceRange } from './passage.ts';
import { read } from './readers/index.ts';
import { Reporter } from './report.ts';
import { account } from './stages/account.ts';
import { buildBlocks, type PlacedBlock } from './stages/blocks.ts';
import { findCandidates, inOrder } from './stages/candidates.ts';
import { unchunk } from './stages/chunks.ts';
import { clean } from './stages/clean.ts';
import { takeContents } from './stages/contents.ts';
import { findDocuments, packHead } from './stages/documents.ts';
import { takeHead } from './stages/head.ts';
import { setTablesAside } from './stages/head-tables.ts';
import { joinLines } from './stages/join.ts';
import { findMeta } from './stages/meta.ts';
import { tieNotes } from './stages/notes.ts';
import { numberParts } from './stages/number.ts';
import { buildOutline, type Part } from './stages/outline.ts';
import { applyOverrides, knownHeadings } from './stages/overrides.ts';
import type { Piece } from './stages/pieces.ts';
import { setAside } from './stages/roles.ts';
import { gatherTables } from './stages/tables.ts';
import { findTopics } from './stages/topics.ts';
import { findUnnumbered, joinAnnexTitles } from './stages/unnumbered.ts';
import { restoreWidth } from './stages/width.ts';
import {
  type Note,
  type RawDocument,
  type Record,
  type Removal,
  type Source,
  SourceError,
  type Step,
} from './types.ts';

/** Stands in for a person's knowledge where there is none, as for a file that is only inspected. */
const UNKNOWN = { id: 'unknown', topics: [], rights: '未注明' };

/**
 * @param knowledge what the `.yaml` says; null leaves it out
 * @param sha256 of the bytes, hex
 * @throws SourceError with a message for a person
 */
export async function normalize(source: Source, knowledge: Knowledge | null, sha256: string): Promise<Record> {
  return normalizeDocument(await read(source), source.path, knowledge, sha256);
}

/** The same for a copy that has been read. */
export function normalizeDocument(
  document: RawDocument,
  path: string,
  knowledge: Knowledge | null,
  sha256: string,
): Record {
  const removals: Removal[] = [];
  const notes: Note[] = [];
  const take = <T>(step: Step<T>): T => {
    for (const removal of step.removals) removals.push(removal);
    for (const note of step.notes) notes.push(note);
    return step.value;
  };

  const text = restoreWidth(document.text);
  const cleaned = take(clean(text, document.hints));
  const lines = gatherTables(text, cleaned.pieces, document.hints);
  const { pieces, contents } = take(takeContents(take(unchunk(lines, cleaned.fileNames))));
  const stated = cleaned.fields.find(({ field, value }) => field === 'title' && value !== '')?.value ?? null;
  const top = setTablesAside(joinAnnexTitles(joinLines(pieces)));
  const packed = packHead(top.pieces);
  const head = take(takeHead(top.pieces.slice(0, packed ?? undefined), stated));
  if (packed !== null) head.body.push(...top.pieces.slice(packed));
  const { units: told, ties } = tieNotes(
    head.blocks.map(({ passage }) => passage),
    head.body,
  );
  const body = setAside(told);
  const documents = findDocuments(body, packed !== null);
  const numbered = findTopics(body, findCandidates(body, knownHeadings(knowledge)));
  const candidates = findUnnumbered(body, [...documents, ...numbered].sort(inOrder));
  const parts = buildOutline(body, candidates, contents);
  const ids = numberParts(parts);
  const placed = buildBlocks([...head.blocks, ...top.tables], body, ties, parts, ids);
  const next = parts.find(({ kind }) => kind === 'document');
  const end = next ? partPlace(next, body).from : document.text.length;
  const own = placed.filter(({ at }) => at.from < end);
  const found = findMeta(cleaned, placed, own, parts);
  for (const note of [
    found.notes,
    doubtfulHeadings(parts, body),
    severalDocuments(parts, body),
    omissionNotes(placed),
  ].flat())
    notes.push(note);
  let meta = found.meta;
  if (knowledge) {
    const overridden = applyOverrides(meta, knowledge, (words) => findWords(placed, words));
    meta = overridden.meta;
    notes.push(...overridden.notes);
    checkTopics(knowledge, placed);
  }

  const outline = parts.map((part, index): OutlineEntry => {
    const { level, marker, heading, form, place } = part;
    return { id: ids[index] as string, level, marker, heading, kind: form, present: place !== null };
  });
  const speech: Speech = {
    meta: {
      id: knowledge?.id ?? UNKNOWN.id,
      ...meta,
      topics: knowledge?.topics ?? UNKNOWN.topics,
      source: {
        file: path.split('/').at(-1) ?? path,
        originalName: knowledge?.originalName ?? path.split('/').at(-1) ?? path,
        sha256,
        rights: knowledge?.rights ?? UNKNOWN.rights,
      },
      ...(knowledge?.updated && { updated: knowledge.updated }),
    },
    outline,
    former: {},
    blocks: placed.map(({ block }) => block),
  };
  const report = new Reporter(document.text);
  const edits = account(
    document.text,
    placed.flatMap(({ passage }) => (passage ? [passage] : [])),
    removals,
  );
  return {
    speech,
    document,
    edits,
    findings: report.findings(edits, notes),
    blockPlaces: new Map<Block, ReturnType<Reporter['place']>>(
      placed.map(({ block, at }) => [block, report.place(at)]),
    ),
    outlinePlaces: new Map(outline.map((entry, index) => [entry, report.place(partPlace(parts[index] as Part, body))])),
    evidence: report.evidence(found.clues),
  };
}

/** Where a part stands in the reader's text: in the body or, if absent there, in the table of contents. */
function partPlace(part: Part, units: Piece[]): { from: number; to: number } {
  const unit = part.place ? units[part.place.unit] : null;
  if (part.place && unit?.kind === 'text') return sourceRange(unit.passage, part.place.offset, part.place.end);
  return part.contents ? sourceRange(part.contents.passage) : { from: 0, to: 0 };
}

/** A heading that runs into the text without a mark: its end is a guess and says so. */
function doubtfulHeadings(parts: Part[], units: Piece[]): Note[] {
  return parts
    .filter((part) => part.place?.unsure)
    .map((part) => ({
      code: 'doubt-fused-heading',
      severity: 'warning',
      ...partPlace(part, units),
      message: `标题“${part.marker}${part.heading}”与正文之间没有标点，止于何处不能断定：请在 .yaml 里写明。`,
    }));
}

/** Documents that each should have an address of their own. */
function severalDocuments(parts: Part[], units: Piece[]): Note[] {
  return parts
    .filter(({ kind }) => kind === 'document')
    .map((part) => ({
      code: 'several-documents',
      severity: 'warning',
      ...partPlace(part, units),
      message: `“${part.heading}”像是另一份文件：一个文件里有几份，各自成为一个部分。要分开收录，请拆成几个文件。`,
    }));
}

/** Missing text that no notice of the copy announces. */
function omissionNotes(placed: PlacedBlock[]): Note[] {
  return placed.flatMap(({ block, at }) =>
    block.kind === 'omission' && block.cause === 'cut'
      ? [
          {
            code: 'text-cut',
            severity: 'warning' as const,
            ...at,
            message: '文本在此中断，缺多少不详：请寻找完整的来源。',
          },
        ]
      : [],
  );
}

function findWords(placed: PlacedBlock[], words: string): { from: number; to: number } | null {
  for (const { passage } of placed) {
    const at = passage?.text.indexOf(words) ?? -1;
    if (passage && at >= 0) return sourceRange(passage, at, at + words.length);
  }
  return null;
}

/** @throws SourceError for a topic that is not in the list or that the text does not show */
function checkTopics(knowledge: Knowledge, placed: PlacedBlock[]): void {
  for (const id of knowledge.topics) {
    const topic = topics.find((each) => each.id === id);
    if (!topic) throw new SourceError(`sources/${knowledge.id}.yaml 的主题 ${id} 不在主题表里。`);
    if (!topic.words.some((word) => findWords(placed, word))) {
      throw new SourceError(
        `sources/${knowledge.id}.yaml 的主题 ${id}（${topic.name}）在正文里没有字样：${topic.words.join('、')}。`,
      );
    }
  }
}
