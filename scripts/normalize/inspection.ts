/** What `inspect` prints for one file: the contract with people and programs that check the normalizer. */
import type { Record } from './types.ts';

export function inspection(file: string, record: Record): object {
  const { meta, outline, blocks } = record.speech;
  const salutation = blocks.find((block) => block.kind === 'salutation');
  return {
    file,
    format: record.document.format,
    encoding: record.document.encoding,
    title: meta.title,
    subtitle: meta.subtitle,
    titleDerived: meta.titleDerived,
    delivered: meta.delivered,
    deliveredUntil: meta.deliveredUntil,
    issued: meta.issued,
    published: meta.published,
    place: meta.place,
    speaker: meta.speaker,
    issuer: meta.issuer,
    documentNumber: meta.documentNumber,
    event: meta.event,
    genre: meta.genre,
    sourceSite: meta.sourceSite,
    completeness: meta.completeness,
    salutation: salutation?.text ?? null,
    evidence: record.evidence,
    outline: outline.map((entry) => ({ ...entry, lines: record.outlinePlaces.get(entry)?.lines ?? null })),
    blocks: blocks.map((block) => ({
      ...block,
      text: block.kind === 'omission' ? '' : block.text,
      ...record.blockPlaces.get(block),
    })),
    findings: record.findings,
  };
}
