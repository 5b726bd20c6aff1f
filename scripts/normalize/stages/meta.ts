/** What the copy says about the speech, with the words that say it. What it does not say is null. */
import { findDate, yearInTitle } from '../../../src/text/dates.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../../../src/text/numerals.ts';
import type { Completeness, Meta, TextBlock } from '../../../src/text/speech.ts';
import { sourceRange } from '../passage.ts';
import type { FieldKind } from '../rules/fields.ts';
import { type MarkerKind, markerAt } from '../rules/markers.ts';
import { titleEnding } from '../rules/titles.ts';
import type { Clue, Confidence, Note } from '../types.ts';
import type { PlacedBlock } from './blocks.ts';
import type { Cleaned, Clue as SiteClue } from './clean.ts';
import type { Field } from './fields.ts';
import { isSubtitle } from './head-lines.ts';
import { type Claim, claim, claimWhole, first, type Placed } from './meta/claim.ts';
import { findDates, findSignature } from './meta/dates.ts';
import { findNote } from './meta/note.ts';
import { findEvent } from './meta/occasion.ts';
import { findDocumentNumber, findIssuer } from './meta/papers.ts';
import type { Part } from './outline.ts';
import type { Person } from './person.ts';
import { findPlace } from './place.ts';
import { findSpeaker } from './speaker.ts';

export type FoundMeta = Omit<Meta, 'id' | 'topics' | 'source'>;

export interface MetaStep {
  meta: FoundMeta;
  clues: { [field: string]: Clue[] };
  notes: Note[];
}

/** Genres of papers: they are issued, not delivered. */
const ISSUED_GENRES = ['通知', '意见', '规划'];

/** @param own those of the blocks that are not of another document in the same file */
export function findMeta(cleaned: Cleaned, blocks: PlacedBlock[], own: PlacedBlock[], parts: Part[]): MetaStep {
  const texts = own.filter((each): each is Placed => each.block.kind !== 'omission');
  const of = (kind: TextBlock['kind']) => texts.filter(({ block }) => block.kind === kind);
  const [title] = of('title');
  const [salutation] = of('salutation');
  const bylines = of('byline');
  const paragraphs = of('paragraph');
  const subtitle = bylines.find(({ block }) => isSubtitle(block.text) && !sameWords(block.text, title));
  const note = findNote([...bylines, ...paragraphs]);
  const head = [title, subtitle, ...bylines].filter((each) => each !== undefined);
  const fields = tableClaims(cleaned.fields);

  const named =
    (title && claim(title, 0, title.block.text.length, 'certain', withoutNotes(title))) ?? note?.title ?? fields.title;
  const genre = genreIn(named?.value) ?? genreIn(subtitle?.block.text) ?? (salutation || note?.event ? '讲话' : '文章');
  const signature = findSignature(
    paragraphs.filter(({ block }) => block.kind !== 'paragraph' || block.role !== 'distribution'),
  );
  const published = first(cleaned.published && siteClaim(cleaned.published), fields.published);
  const dates = findDates({
    title,
    bylines,
    paragraphs,
    signature: signature?.day,
    note: note?.date ?? null,
    issued: fields.issued,
    published,
    paper: ISSUED_GENRES.includes(genre),
  });
  const claims = {
    title: named ?? derivedTitle(texts),
    subtitle: subtitle ? claimWhole(subtitle) : null,
    delivered: dates.delivered,
    deliveredUntil: dates.deliveredUntil,
    issued: dates.issued,
    published,
    place: placeClaim(texts),
    speaker: withRole(speakerClaim(texts), note?.person ?? null),
    issuer: first(findIssuer(title, bylines, ISSUED_GENRES.includes(genre) ? signature : null), fields.issuer),
    documentNumber: first(findDocumentNumber(title, bylines), fields.documentNumber),
    event: first(findEvent(head, 'certain'), note?.event),
    sourceSite: first(cleaned.sourceSite && siteClaim(cleaned.sourceSite), fields.sourceSite),
    salutation: salutation ? claimWhole(salutation) : null,
  };
  const notes: Note[] = [...dates.notes];
  if (title && !dates.delivered && !dates.issued) notes.push(...doubtfulYear(title));
  return {
    meta: {
      title: claims.title.value,
      subtitle: claims.subtitle?.value ?? null,
      titleDerived: !named,
      delivered: claims.delivered?.value ?? null,
      deliveredUntil: claims.deliveredUntil?.value ?? null,
      issued: claims.issued?.value ?? null,
      published: claims.published?.value ?? null,
      place: claims.place?.value ?? null,
      speaker: claims.speaker?.value ?? null,
      issuer: claims.issuer?.value ?? null,
      documentNumber: claims.documentNumber?.value ?? null,
      event: claims.event?.value ?? null,
      genre,
      sourceSite: claims.sourceSite?.value ?? null,
      completeness: completenessOf(cleaned, blocks, parts, notes),
      statedLength: cleaned.statedLength,
    },
    clues: cluesOf(claims),
    notes,
  };
}

function cluesOf(claims: { [field: string]: Claim<unknown> | null }): MetaStep['clues'] {
  return Object.fromEntries(Object.entries(claims).flatMap(([field, made]) => (made ? [[field, made.clues]] : [])));
}

/** The words of a block without the signs that refer to notes. */
function withoutNotes({ block: { text, marks } }: Placed): string {
  const signs = marks.filter(({ kind }) => kind === 'note');
  return signs.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}

const genreIn = (text: string | undefined) => (text ? titleEnding(text)?.genre : undefined);

function sameWords(text: string, title: Placed | undefined): boolean {
  const letters = (each: string) => each.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(text) === letters(title?.block.text ?? '');
}

/** What a site says of itself is said where it belongs. */
function siteClaim({ value, from, to }: SiteClue<string>): Claim {
  return { value, clues: [{ from, to, confidence: 'certain' }] };
}

/** What the table above a document says, the first of each field. */
function tableClaims(fields: Field[]): { [kind in FieldKind]: Claim | null } {
  const made = (kind: FieldKind, confidence: Confidence): Claim | null => {
    for (const { field, value, from, to } of fields) {
      const date = kind === 'issued' || kind === 'published' ? findDate(value)?.date : value;
      if (field === kind && date) return { value: date, clues: [{ from, to, confidence }] };
    }
    return null;
  };
  return {
    title: made('title', 'likely'),
    issuer: made('issuer', 'likely'),
    documentNumber: made('documentNumber', 'likely'),
    issued: made('issued', 'likely'),
    published: made('published', 'certain'),
    sourceSite: made('sourceSite', 'likely'),
    other: null,
  };
}

/** A place that title, byline or salutation names is certain; one that the text speaks of as its own is likely. */
function placeClaim(texts: Placed[]): Claim | null {
  const { place, evidence } = findPlace(texts.map(({ block }) => block));
  return place === null ? null : { value: place, clues: cluesAt(texts, evidence) };
}

function speakerClaim(texts: Placed[]): Claim<Person> | null {
  const { speaker, evidence } = findSpeaker(texts.map(({ block }) => block));
  return speaker && { value: speaker, clues: cluesAt(texts, evidence) };
}

/** The office that a note gives to a speaker of whom the head gives the name alone. */
function withRole(speaker: Claim<Person> | null, noted: Claim<Person> | null): Claim<Person> | null {
  if (!speaker || !noted) return speaker ?? noted;
  const { name, role } = speaker.value;
  if (role !== null || noted.value.role === null || noted.value.name !== name) return speaker;
  return { value: { name, role: noted.value.role }, clues: [...speaker.clues, ...noted.clues] };
}

function cluesAt(texts: Placed[], evidence: { piece: number; from: number; to: number }[]): Clue[] {
  return evidence.flatMap(({ piece, from, to }) => {
    const placed = texts[piece];
    if (!placed) return [];
    const confidence = placed.block.kind === 'paragraph' || placed.block.kind === 'heading' ? 'likely' : 'certain';
    return claim(placed, from, to, confidence).clues;
  });
}

/** A year in a title does not date the speech: share sites put one there. */
function doubtfulYear(title: Placed): Note[] {
  const year = yearInTitle(title.block.text);
  if (!year || !title.passage) return [];
  const place = sourceRange(title.passage, year.from, year.from + year.text.length);
  const message = `只有标题写着“${year.text}”，正文没有说明讲话日期，故不作讲话日期：请核对年份。`;
  return [{ code: 'doubt-year', severity: 'warning', ...place, message }];
}

/** A title for a text without one: its first clause, marked as derived wherever it is shown. */
function derivedTitle(texts: Placed[]): Claim {
  const LONGEST = 30;
  const placed = texts.find(({ block }) => block.kind === 'paragraph') ?? texts[0];
  const clause = (placed?.block.text.split(/[，。；：！？]/u)[0] ?? '').slice(0, LONGEST);
  return placed && clause !== '' ? claim(placed, 0, clause.length, 'doubtful') : { value: '无题', clues: [] };
}

function completenessOf(cleaned: Cleaned, blocks: PlacedBlock[], parts: Part[], notes: Note[]): Completeness {
  const short = announcedParts(blocks, parts, notes);
  if (blocks.some(({ block }) => block.kind === 'omission')) return 'truncated';
  return cleaned.mayBeCut || short ? 'unknown' : 'complete';
}

const ANNOUNCED = new RegExp(
  `[讲谈提说强调]{1,2}([${NUMERAL_CHARACTERS}]{1,2})(?:点|个方面|条)(?:的?(?:意见|要求|建议|看法|想法))?`,
  'u',
);

/** How many paragraphs count on from one with the same kind of sign: 一是, 二是, 三是. */
function pointsIn(blocks: PlacedBlock[]): number {
  const counted = new Map<MarkerKind, number>();
  for (const { block } of blocks) {
    const marker = block.kind === 'paragraph' ? markerAt(block.text, 0) : null;
    if (marker && marker.ordinal === (counted.get(marker.kind) ?? 0) + 1) counted.set(marker.kind, marker.ordinal);
  }
  return Math.max(0, ...counted.values());
}

/** `我讲四点意见` promises four parts; fewer are a finding. */
function announcedParts(blocks: PlacedBlock[], parts: Part[], notes: Note[]): boolean {
  const opening = blocks.filter(({ block }) => block.kind === 'paragraph').slice(0, 5);
  for (const { block, passage } of opening) {
    const match = block.kind === 'omission' ? null : ANNOUNCED.exec(block.text);
    if (!match || !passage) continue;
    const announced = parseNumeral(match[1] ?? '') ?? 0;
    const top = parts.filter((part) => part.level === 1).length;
    if (Math.max(top, pointsIn(blocks)) >= announced) return false;
    const place = sourceRange(passage, match.index, match.index + match[0].length);
    const message = `文中说“${match[0]}”，所据文本只有 ${top} 个部分：后面的部分可能缺失。`;
    notes.push({ code: 'announced-parts-missing', severity: 'warning', ...place, message });
    return true;
  }
  return false;
}
