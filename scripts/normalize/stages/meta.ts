/** What the copy says about the speech, with the words that say it. What it does not say is null. */
import { findDate, yearInTitle } from '../../../src/text/dates.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from '../../../src/text/numerals.ts';
import type { Completeness, Meta, TextBlock } from '../../../src/text/speech.ts';
import { sourceRange } from '../passage.ts';
import { bylineEnding, titleEnding } from '../rules/titles.ts';
import type { Note } from '../types.ts';
import type { PlacedBlock } from './blocks.ts';
import type { Cleaned, Clue } from './clean.ts';
import type { Part } from './outline.ts';
import { findPlace } from './place.ts';
import { findSpeaker } from './speaker.ts';

export type FoundMeta = Omit<Meta, 'id' | 'topics' | 'source'>;

/** Ranges of the reader's text that prove a field. */
export interface Clues {
  [field: string]: { from: number; to: number }[];
}

export interface MetaStep {
  meta: FoundMeta;
  clues: Clues;
  notes: Note[];
}

/** Genres of papers: they are issued, not delivered. */
const ISSUED_GENRES = ['通知', '意见', '规划'];

type Placed = PlacedBlock & { block: TextBlock };

export function findMeta(cleaned: Cleaned, blocks: PlacedBlock[], parts: Part[]): MetaStep {
  const texts = blocks.filter((each): each is Placed => each.block.kind !== 'omission');
  const prove = new Prover(texts);
  const notes: Note[] = [];
  const title = texts.find(({ block }) => block.kind === 'title');
  if (title) prove.whole('title', title);
  const bylines = texts.filter(({ block }) => block.kind === 'byline');

  const place = findPlace(texts.map(({ block }) => block));
  for (const each of place.evidence) prove.words('place', each);
  const speaker = findSpeaker(texts.map(({ block }) => block));
  for (const each of speaker.evidence) prove.words('speaker', each);

  const event = title ? eventOf(title.block.text) : null;
  if (title && event) prove.part('event', title, title.block.text.indexOf(event), event.length);
  const issuer = bylines.find(({ block }) => bylineEnding.test(block.text));
  if (issuer) prove.whole('issuer', issuer);
  const salutation = texts.find(({ block }) => block.kind === 'salutation');
  const genre = (title && titleEnding(title.block.text)?.genre) ?? (salutation ? '讲话' : '文章');
  const dated = bylines.find(({ block }) => findDate(block.text) !== null) ?? signatureDate(texts);
  const date = dated ? (findDate(dated.block.text)?.date ?? null) : null;
  const dates = ISSUED_GENRES.includes(genre) ? { delivered: null, issued: date } : { delivered: date, issued: null };
  if (dated) prove.whole(dates.issued ? 'issued' : 'delivered', dated);
  prove.clue('published', cleaned.published);
  prove.clue('sourceSite', cleaned.sourceSite);
  if (salutation) prove.whole('salutation', salutation);

  if (title && date === null) notes.push(...doubtfulYear(title));
  return {
    meta: {
      title: title?.block.text ?? deriveTitle(texts),
      titleDerived: !title,
      ...dates,
      published: cleaned.published?.value ?? null,
      place: place.place,
      speaker: speaker.speaker,
      issuer: issuer?.block.text ?? null,
      event,
      genre,
      sourceSite: cleaned.sourceSite?.value ?? null,
      completeness: completenessOf(cleaned, blocks, parts, notes),
      statedLength: cleaned.statedLength,
    },
    clues: prove.clues,
    notes,
  };
}

/** Collects where the words stand that prove a field. */
class Prover {
  readonly clues: Clues = {};
  readonly #texts: Placed[];

  constructor(texts: Placed[]) {
    this.#texts = texts;
  }

  whole(field: string, placed: Placed): void {
    this.#add(field, placed.at);
  }

  part(field: string, placed: Placed, offset: number, length: number): void {
    if (placed.passage) this.#add(field, sourceRange(placed.passage, offset, offset + length));
  }

  words(field: string, { piece, from, to }: { piece: number; from: number; to: number }): void {
    const placed = this.#texts[piece];
    if (placed) this.part(field, placed, from, to - from);
  }

  clue(field: string, clue: Clue<string> | null): void {
    if (clue) this.#add(field, { from: clue.from, to: clue.to });
  }

  #add(field: string, range: { from: number; to: number }): void {
    this.clues[field] = [...(this.clues[field] ?? []), { from: range.from, to: range.to }];
  }
}

/** A line near the end that is nothing but a date, as under a signature. */
function signatureDate(texts: Placed[]): Placed | undefined {
  const LAST = 3;
  const isDate = ({ block }: Placed) => {
    const found = findDate(block.text);
    return found !== null && block.text.replace(/[（）()\s]/gu, '').length === found.to - found.from;
  };
  const paragraphs = texts.filter(({ block }) => block.kind === 'paragraph');
  return paragraphs.slice(-LAST).findLast(isDate) ?? paragraphs.slice(0, LAST * 2).find(isDate);
}

/** The occasion in `在…上的讲话`, without who speaks before it and without a year that only dates it. */
function eventOf(title: string): string | null {
  return (
    /在(.{3,60}?(?:会议|大会|论坛|年会|峰会|座谈会|推进会|动员会|部署会|典礼|仪式|活动|会))上的/u.exec(title)?.[1] ??
    null
  );
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
function deriveTitle(texts: Placed[]): string {
  const LONGEST = 30;
  const first = texts.find(({ block }) => block.kind === 'paragraph') ?? texts[0];
  const clause = first?.block.text.split(/[，。；：！？]/u)[0] ?? '';
  return clause.slice(0, LONGEST) || '无题';
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

/** `我讲四点意见` promises four parts; fewer are a finding. */
function announcedParts(blocks: PlacedBlock[], parts: Part[], notes: Note[]): boolean {
  const opening = blocks.filter(({ block }) => block.kind === 'paragraph').slice(0, 5);
  for (const { block, passage } of opening) {
    const match = block.kind === 'omission' ? null : ANNOUNCED.exec(block.text);
    if (!match || !passage) continue;
    const announced = parseNumeral(match[1] ?? '') ?? 0;
    const top = parts.filter((part) => part.level === 1).length;
    if (top >= announced) return false;
    const place = sourceRange(passage, match.index, match.index + match[0].length);
    const message = `文中说“${match[0]}”，所据文本只有 ${top} 个部分：后面的部分可能缺失。`;
    notes.push({ code: 'announced-parts-missing', severity: 'warning', ...place, message });
    return true;
  }
  return false;
}
