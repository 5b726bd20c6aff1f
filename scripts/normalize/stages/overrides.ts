/** What a person knows, applied visibly: each override is a finding, and fails where its evidence is gone. */

import { genres } from '../../../src/data/genres.ts';
import { placeByName } from '../../../src/data/places/index.ts';
import type { Knowledge, Override } from '../knowledge.ts';
import { type Note, SourceError } from '../types.ts';
import type { KnownHeading } from './candidates.ts';
import type { FoundMeta } from './meta.ts';

/** What each field is called in a message. */
const fieldNames: Record<Override['field'], string> = {
  title: '标题',
  subtitle: '副标题',
  place: '地点',
  issuer: '署名',
  documentNumber: '文号',
  event: '场合',
  genre: '体裁',
  sourceSite: '来源网站',
  delivered: '讲话日期',
  deliveredUntil: '讲话结束日期',
  issued: '发布日期',
  published: '网站发布日期',
  completeness: '完整程度',
  speaker: '讲话人',
  heading: '小标题',
};

export function knownHeadings(knowledge: Knowledge | null): KnownHeading[] {
  return (knowledge?.overrides ?? []).flatMap((each) =>
    each.field === 'heading' ? [{ marker: each.marker, heading: each.value }] : [],
  );
}

/**
 * @param text the reader's text with restored punctuation, without line ends inside paragraphs, as published
 * @param find place of words of the published text in the reader's text; null if they do not stand there
 * @throws SourceError where an override no longer matches the copy
 */
export function applyOverrides(
  found: FoundMeta,
  knowledge: Knowledge,
  find: (words: string) => { from: number; to: number } | null,
): { meta: FoundMeta; notes: Note[] } {
  let meta = found;
  const notes: Note[] = [];
  for (const override of knowledge.overrides) {
    const place = find(override.evidence);
    if (!place) throw stale(knowledge.id, override, `正文里没有“${override.evidence}”`);
    meta = { ...meta, ...change(override, found, knowledge.id) };
    const shown =
      typeof override.value === 'string' ? override.value : Object.values(override.value).filter(Boolean).join(' ');
    notes.push({
      code: `override-${override.field}`,
      severity: 'info',
      ...place,
      message: `按人工核定：${fieldNames[override.field]}为“${shown}”。理由：${override.reason}`,
    });
  }
  return { meta, notes };
}

function change(override: Override, found: FoundMeta, id: string): Partial<FoundMeta> {
  if (override.field === 'heading') {
    if (override.evidence !== override.marker + override.value) throw stale(id, override, 'evidence 须为编号加标题');
    return {};
  }
  if (override.field === 'title') {
    if (!found.titleDerived) throw stale(id, override, '原文已有标题，不能另拟');
    const allowed = [override.evidence, `关于${override.evidence}的讲话`];
    if (!allowed.includes(override.value)) throw stale(id, override, '拟题只能是原文中连续的一段，或“关于…的讲话”');
    return { title: override.value, titleDerived: true };
  }
  if (override.field === 'place' && !placeByName(override.value))
    throw stale(id, override, `地名表里没有“${override.value}”`);
  if (override.field === 'genre' && !genres.some(({ name }) => name === override.value)) {
    throw stale(id, override, `体裁表里没有“${override.value}”`);
  }
  return { [override.field]: override.value };
}

function stale(id: string, override: Override, why: string): SourceError {
  return new SourceError(`sources/${id}.yaml 的更正 ${override.field} 不再成立：${why}。请核对后改正或删去。`);
}
